// A topic's page: each row whole, as sold, without its offering and in its variants.
import { coverPart, coverRef } from '../../../src/core/activity.ts'
import type { Activity, Allocation } from '../../../src/core/activity.ts'
import type { Duty } from '../../../src/core/duty.ts'
import { sayReference } from '../../../src/core/views/say-duty.ts'
import { sayTiming } from '../../../src/core/timing.ts'
import type { TopicFile } from '../../../src/library/template.ts'
import type { Library } from '../library.ts'
import { blocks, list, table } from './markdown.ts'

const parties: Readonly<Record<string, string>> = { msp: 'MSP', client: 'Client' }

export function topicPage({ topic, title }: Pick<TopicFile, 'topic' | 'title'>, { template }: Library): string {
  const rows = template.activities.filter((activity) => activity.topic === topic)
  return blocks(`# ${title}`, '[All of the library](../library.md)', ...rows.map(rowOf))
}

export function rowOf(activity: Activity): string {
  const {
    id,
    title,
    appliesWhen,
    withoutOffering,
    withoutOne = {},
    variants = [],
    notApplicable = [],
    placeholders = {},
    trap,
  } = activity
  return blocks(
    `## ${title}`,
    `<a id="${id}"></a>\`${id}\``,
    appliesWhen && `**Only when:** ${appliesWhen}.`,
    `**Serves:** ${citations(activity)}`,
    division(activity),
    ...Object.entries(withoutOne).map(([offering, left]) =>
      blocks(`### Where only \`${offering}\` is missing`, division(left)),
    ),
    withoutOffering && blocks('### Where nobody sells it', division(withoutOffering)),
    ...variants.map((variant) => blocks(`### Variant \`${variant.id}\`: ${variant.when}`, division(variant))),
    notApplicable.length > 0 ? blocks('### What may leave it without anything to do', list(exemptions(activity))) : '',
    Object.keys(placeholders).length > 0 ? blocks('**To fill in:**', list(questions(activity))) : '',
    trap && `> ${trap}`,
  )
}

export function citations({ covers }: Pick<Activity, 'covers'>): string {
  return covers.map((cover) => sayReference(coverRef(cover), coverPart(cover))).join(', ')
}

function division({ accountable, duties, handoff }: Allocation): string {
  return blocks(
    `Accountable: **${accountable === 'msp' ? 'MSP' : 'client'}**.`,
    table(['Who', 'Does', 'When', 'Evidence'], duties.map(dutyRow)),
    handoff && `How the parts meet: ${handoff}`,
  )
}

function dutyRow(duty: Duty): readonly string[] {
  const { party, role = '', own, offering, interviewee, kind, does, timing, source, evidence = [] } = duty
  const by = own === true ? 'its own' : offering
  const who = [`${parties[party] ?? party}: ${role}`, by && `(${by})`, interviewee && `asked: ${interviewee}`]
  return [
    who.filter(Boolean).join('<br>'),
    kind === 'pays' ? `Pays: ${does}` : does,
    [timing && sayTiming(timing), source].filter(Boolean).join('; '),
    evidence.map(({ what, from }) => (from === undefined ? what : `${what} (${from})`)).join('; '),
  ]
}

function exemptions({ notApplicable = [] }: Activity): readonly string[] {
  return notApplicable.map(
    ({ refs, because, evidence }) =>
      `${refs.map((ref) => sayReference(coverRef(ref), coverPart(ref))).join(', ')}: ${because} Shown by: ${evidence.map(({ what }) => what).join('; ')}.`,
  )
}

function questions({ placeholders = {} }: Activity): readonly string[] {
  return Object.entries(placeholders).map(([name, { ask, example, default: usual }]) => {
    const said = [usual && `usually ${usual}`, example && `for example ${example}`].filter(Boolean)
    return `\`{${name}}\`: ${ask}? (${said.join('; ')})`
  })
}
