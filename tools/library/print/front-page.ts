// The front page of the printed library: figures, offerings, roles, and for each objective the rows that serve it.
import { coverPart, coverRef } from '../../../src/core/activity.ts'
import type { TopicFile } from '../../../src/library/template.ts'
import { frameworks } from '../library.ts'
import type { Library } from '../library.ts'
import { byFramework, byOwnership, bySituation, byTopic, rowLink } from './counts.ts'
import { blocks, link, list, table } from './markdown.ts'
import { citations } from './topic-page.ts'

export function frontPage(library: Library, topics: readonly Pick<TopicFile, 'topic' | 'title'>[]): string {
  const { template, duties } = library
  const exempted = template.activities.flatMap(({ notApplicable = [] }) => notApplicable)
  return blocks(
    '# The activity library',
    `Written by \`npm run library -- print\`; a test compares it with \`src/library\`. ${template.activities.length} activities with ${duties.length} duties, their divisions without an offering and their variants included; ${exempted.length} facts that leave objectives without anything to do. "Customary" marks a time that the parties choose; where a law sets it, the law is cited. A duty of the MSP that names an offering is of whoever delivers it: in a matrix another provider may stand in its place.`,
    '## By framework',
    byFramework(library),
    '## By topic',
    byTopic(library, topics),
    '## By ownership and offering',
    'Who acts, by what is bought: rows in which only the MSP has duties, only the client, or both. The rows that stay with the MSP where nothing is bought are what it owes about itself.',
    byOwnership(library),
    '## Situations',
    'Facts apart from what is bought, for which some rows are divided in another customary way.',
    bySituation(library),
    '## Offerings',
    ...offerings(library),
    '## Provider profiles',
    profiles(library),
    '## Roles',
    'One person may hold several.',
    ...Object.entries(library.roles).map(([party, roles]) =>
      table([party === 'msp' ? 'At the MSP' : 'At the client', 'Who is meant'], Object.entries(roles)),
    ),
    '## Rows',
    rows(library),
    '## Objectives and the rows that serve them',
    ...objectiveIndex(library),
  )
}

function offerings({ template }: Library): readonly string[] {
  return template.offerings.map(({ id, title, delivers, doesNot, contract }) => {
    const served = template.activities.filter(({ duties }) => duties.some(({ offering }) => offering === id))
    return blocks(
      `### ${title}`,
      `\`${id}\``,
      list([
        `Delivers: ${delivers}`,
        `Does not: ${doesNot}`,
        `For the contract: ${contract}`,
        `${served.length} activities: ${served.map(rowLink).join(', ')}`,
      ]),
    )
  })
}

function profiles({ profiles: all }: Library): string {
  return table(
    ['Profile', 'Mark', 'Claims', 'provider', 'shared', 'left to the client'],
    all.map(({ id, title, mark, claims }) => [
      link(title, `library/profile-${id}.md`),
      mark,
      claims.length,
      ...(['provider', 'shared', 'client'] as const).map(
        (owner) => claims.filter(({ ownership }) => ownership === owner).length,
      ),
    ]),
  )
}

function rows({ template }: Library): string {
  return table(
    ['Activity', 'Title', 'Accountable', 'Serves'],
    template.activities.map((activity) => [
      rowLink(activity),
      activity.title,
      String(activity.accountable),
      citations(activity),
    ]),
  )
}

function objectiveIndex({ template }: Library): readonly string[] {
  const servers = Map.groupBy(
    template.activities.flatMap((activity) => activity.covers.map((cover) => ({ activity, cover }))),
    ({ cover }) => coverRef(cover),
  )
  return [...frameworks.values()].map(({ id, title, requirements }) =>
    blocks(
      `### ${title}`,
      table(
        ['Objective', 'What it asks, in our words', 'Rows'],
        requirements.flatMap((requirement) =>
          requirement.objectives.map((objective) => [
            objective.id,
            objective.summary,
            (servers.get(`${id}:${objective.id}`) ?? [])
              .map(({ activity, cover }) => {
                const part = coverPart(cover)
                return part === undefined ? rowLink(activity) : `${rowLink(activity)} (${part})`
              })
              .join(', '),
          ]),
        ),
      ),
    ),
  )
}
