// A row of the library and a provider profile, as one reads them on a terminal.
import { coverPart, coverRef } from '../core/activity.ts'
import type { Activity, Allocation } from '../core/activity.ts'
import type { Duty } from '../core/duty.ts'
import { sayCitations, sayReference } from '../core/views/say-duty.ts'
import { sayTiming } from '../core/timing.ts'
import type { Profile } from '../library/profiles.ts'
import type { Terminal } from './terminal.ts'
import { hang } from './wrap.ts'

const parties: Readonly<Record<string, string>> = { msp: 'MSP', client: 'Client' }

export function sayActivity(activity: Activity, terminal: Terminal): string {
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
  const line = (label: string, text: string): string => hang(`  ${label.padEnd(12)} `, text, terminal.width)
  return [
    terminal.style('bold', hang('', title, terminal.width)),
    terminal.style('dim', `  ${activity.topic}/${id}`),
    line('Serves', sayCitations(activity)),
    ...(appliesWhen === undefined ? [] : [line('Only when', appliesWhen)]),
    ...division(activity, terminal),
    ...Object.entries(withoutOne).flatMap(([offering, left]) => [
      '',
      `  Where only ${offering} is missing`,
      ...division(left, terminal),
    ]),
    ...(withoutOffering ? ['', '  Where nobody sells it', ...division(withoutOffering, terminal)] : []),
    ...variants.flatMap((variant) => ['', `  Variant ${variant.id}: ${variant.when}`, ...division(variant, terminal)]),
    ...(notApplicable.length > 0 ? ['', '  What may leave it without anything to do'] : []),
    ...notApplicable.map(({ refs, because, evidence }) =>
      hang(
        '    - ',
        `${refs.map((ref) => sayReference(coverRef(ref), coverPart(ref))).join(', ')}: ${because} Shown by: ${evidence.map(({ what }) => what).join('; ')}.`,
        terminal.width,
      ),
    ),
    ...Object.entries(placeholders).map(([name, { ask, default: usual, example }]) =>
      line('To fill in', `{${name}} ${ask}? (${usual === undefined ? `for example ${example}` : `usually ${usual}`})`),
    ),
    ...(trap === undefined ? [] : [line('Beware', trap)]),
    '',
  ].join('\n')
}

function division({ accountable, duties, handoff }: Allocation, terminal: Terminal): readonly string[] {
  return [
    ...duties.map((duty) => sayDuty(duty, terminal)),
    hang('    Accountable: ', parties[String(accountable)] ?? String(accountable), terminal.width),
    ...(handoff === undefined ? [] : [hang('    How the parts meet: ', handoff, terminal.width)]),
  ]
}

function sayDuty(
  { party, role, does, kind, timing, source, evidence = [], offering, own }: Duty,
  terminal: Terminal,
): string {
  const by = own === true ? 'its own' : offering
  const who = `${parties[party] ?? party}, ${role ?? 'nobody named'}${by === undefined ? '' : ` (${by})`}`
  const when = [timing && sayTiming(timing), source].filter((text) => text !== undefined).join('; ')
  const shown = evidence.map(({ what }) => what).join('; ')
  return hang(
    '    - ',
    `${who}: ${kind === 'pays' ? 'Pays: ' : ''}${does} [${when}] Evidence: ${shown}`,
    terminal.width,
  )
}

export function sayProfile(
  { title, mark, claims, documents, warnings, ...profile }: Profile,
  terminal: Terminal,
): string {
  const bullets = (texts: readonly string[]): readonly string[] =>
    texts.map((text) => hang('  - ', text, terminal.width))
  return [
    terminal.style('bold', `${title} (${mark})`),
    hang('  ', `Class: ${profile.class}. Holds: ${profile.holds.join(', ')}.`, terminal.width),
    'Each line is a claim. It settles nothing until it has been read in the vendor’s own document and accepted.',
    '',
    terminal.style('underline', 'Papers to ask for'),
    ...bullets(documents),
    terminal.style('underline', 'Warnings'),
    ...bullets(warnings),
    terminal.style('underline', 'Claims'),
    ...claims.flatMap(({ refs, ownership, only, does, customerMust, confirm }) => [
      terminal.style(
        'bold',
        hang('', `${refs.map((ref) => sayReference(ref)).join(', ')}: ${ownership}`, terminal.width),
      ),
      ...(only === undefined ? [] : [hang('  Only: ', only, terminal.width)]),
      ...(does === undefined ? [] : [hang('  The provider: ', does, terminal.width)]),
      ...customerMust.map((duty) => hang('  The customer must: ', duty, terminal.width)),
      hang('  Confirm: ', confirm, terminal.width),
    ]),
    '',
  ].join('\n')
}
