// An assessor's interview sheet: per requirement, who answers, who speaks, what to ask, what to examine, which hand-off to test.
import type { ObjectiveCoverage } from '../coverage.ts'
import { unassigned } from '../duty.ts'
import type { Duty, Evidence } from '../duty.ts'
import { fill } from '../placeholder.ts'
import type { Timing } from '../timing.ts'
import { frontMatter, frontShows } from './front.ts'
import { askedOf, marksOf, sayOpen } from './interview-groups.ts'
import type { Asked } from './interview-groups.ts'
import { sayAccountable, sayDuty, sayTitle } from './say-duty.ts'
import { byRequirement, capital, decidedAway, familyTables, objectivesOf, sayDecision, serving } from './serving.ts'
import { partyName } from './view.ts'
import type { Projection, View } from './view.ts'

export function interviewView(projection: Projection): View {
  return {
    name: 'interview',
    title: `Interview sheet: ${projection.matrix.title}`,
    intro: [
      'A row is one duty behind a requirement: whom to ask, what to ask for, and what to examine. What concerns an activity as a whole stands with its first duty; the rows below it that leave those cells empty belong to it. What keeps an objective open is told there too, after “Open”.',
      'The sheet says who is to do what. It does not say that it was done: that is what the questions are for.',
    ],
    preface: frontMatter(projection),
    tables: familyTables(objectivesOf(projection), (family) => ({
      columns: [
        'Id',
        capital(family[0]!.target.framework.nouns.requirement),
        capital(family[0]!.target.framework.nouns.objectives),
        'Activity',
        'Who answers for it',
        'Who speaks',
        'What to ask and see',
        'Evidence to examine',
        'Hand-off to test',
      ],
      rows: byRequirement(family).flatMap((objectives) => rowsOf(objectives, projection)),
    })),
    shows: [
      ...frontShows,
      'answers',
      'parts',
      'duties',
      'clocks',
      'sources',
      'roles',
      'interviewees',
      'evidence',
      'evidence places',
      'handoffs',
      'accountable',
      'citations',
    ],
  }
}

function rowsOf(objectives: readonly ObjectiveCoverage[], projection: Projection): readonly (readonly string[])[] {
  const { requirement } = objectives[0]!.target
  const head = [requirement.id, requirement.title]
  const away = objectives.filter((objective) => decidedAway(objective, projection.matrix).length > 0)
  const bare = objectives.filter(
    (objective) => objective.status === 'open' && serving(objective, projection).length === 0,
  )
  return [
    ...askedOf(objectives, projection).flatMap((group) =>
      activityRows(group, projection).map((cells, index) => [
        requirement.id,
        index === 0 ? requirement.title : '',
        ...cells,
      ]),
    ),
    ...awayRows(away, projection).map((cells) => [...head, ...cells]),
    ...(bare.length === 0
      ? []
      : [
          [
            ...head,
            marksOf(bare),
            '',
            'Nobody yet',
            '',
            sayOpen(bare, ({ gaps }) => gaps, projection).join('\n'),
            '',
            '',
          ],
        ]),
  ]
}

function activityRows({ activity, marks, open }: Asked, projection: Projection): readonly (readonly string[])[] {
  const { matrix } = projection
  const about = [marks.join(', '), sayTitle(activity, matrix), sayAccountable(activity, matrix)]
  const handoff = fill(activity.handoff ?? '', matrix.parameters)
  if (activity.duties.length === 0)
    return [[...about, 'Nobody yet', ['It has no duty. Ask who does it today.', ...open].join('\n'), '', handoff]]
  return activity.duties.map((duty, index) => {
    const [speaks = '', asked = '', evidence = ''] = dutyCells(duty, projection)
    return index === 0
      ? [...about, speaks, [asked, ...open].join('\n'), evidence, handoff]
      : ['', '', '', speaks, asked, evidence, '']
  })
}

function awayRows(away: readonly ObjectiveCoverage[], { matrix }: Projection): readonly (readonly string[])[] {
  const byDecisions = Map.groupBy(away, (objective) =>
    decidedAway(objective, matrix)
      .map((decision) => sayDecision(decision, matrix))
      .join('\n'),
  )
  return [...byDecisions].map(([reason, objectives]) => {
    const decisions = decidedAway(objectives[0]!, matrix)
    const deciders = [...new Set(decisions.map(({ by = '' }) => by))].join('\n')
    const whole = objectives.every(({ status }) => status === 'not-applicable')
    return [
      marksOf(objectives),
      whole ? 'Not applicable, by decision' : 'Not applicable in a scope or part, by decision',
      deciders,
      deciders,
      `Ask what the decision rests on and whether it still holds.\n${reason}`,
      [...new Set(decisions.map(({ basis = '' }) => basis))].join('\n'),
      '',
    ]
  })
}

function dutyCells(duty: Duty, { matrix }: Projection): readonly string[] {
  if (duty.party === unassigned)
    return ['Nobody yet', `${sayDuty(duty, matrix)}\nNobody has taken this. Ask who does it today.`, '']
  const who = fill(duty.interviewee ?? duty.role ?? '', matrix.parameters)
  return [
    who === '' ? partyName(matrix, duty.party) : `${capital(who)}, ${partyName(matrix, duty.party)}`,
    fill(`${duty.kind === 'pays' ? 'Pays: ' : ''}${duty.does}\n${question(duty)}`, matrix.parameters),
    (duty.evidence ?? []).map((evidence) => fill(sayWhole(evidence), matrix.parameters)).join('\n'),
  ]
}

function question({ kind, timing, source }: Duty): string {
  if (kind === 'pays') return 'Ask for the last invoice and the date it was paid.'
  const asked = timing === undefined ? 'Ask when it was last done; no time is named.' : ask(timing)
  return source === undefined || source.startsWith('customary') ? asked : `${asked} The time rests on ${source}.`
}

/** What shows that a clock is kept. */
function ask(timing: Timing): string {
  if ('every' in timing)
    return `Ask for the last two times it was done, with their dates. Due every ${timing.every.replace(/^1 /, '')}.`
  if ('within' in timing)
    return `Take the latest case and see two times. Start: ${timing.after}. Done: at most ${timing.within} later.`
  if ('before' in timing)
    return `Take the latest case and see two dates. Event: ${timing.event}. Done: ${timing.before} before it, or sooner.`
  if ('on' in timing) return `Take the latest case and see it done. Due on ${timing.on}.`
  return `Ask for the oldest item that must still be there. Kept ${timing.keep} from ${timing.from}.`
}

function sayWhole({ what, from, keptAt, lastSeen, sha256 }: Evidence): string {
  const more = [
    from === undefined ? '' : `from ${from}`,
    keptAt === undefined ? '' : `kept at ${keptAt}`,
    lastSeen === undefined ? '' : `last seen ${lastSeen}`,
    sha256 === undefined ? '' : `SHA-256 ${sha256}`,
  ].filter((text) => text !== '')
  return more.length === 0 ? what : `${what} (${more.join('; ')})`
}
