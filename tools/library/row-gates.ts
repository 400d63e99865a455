// The gates that every row passes: one that answers, a hand-off, questions that are asked once, sizes, exemptions and variants.
import { coverPart, coverRef } from '../../src/core/activity.ts'
import type { Activity, Cover } from '../../src/core/activity.ts'
import { offeringsOf } from '../../src/core/binding.ts'
import { isNamed } from '../../src/core/evidence-name.ts'
import { decisionFault } from '../../src/core/decision-standing.ts'
import { placeholdersIn } from '../../src/core/placeholder.ts'
import { sayReference } from '../../src/core/views/say-duty.ts'
import { handOffFault } from '../../src/core/wording/hand-off.ts'
import { openEndedIn } from '../../src/core/wording/open-ended.ts'
import { repeatedDuty } from '../../src/core/wording/same-words.ts'
import { vaguePhrases } from '../../src/core/wording/vague.ts'
import { each } from './gate.ts'
import type { Gate } from './gate.ts'
import { placeOf, textsIn } from './library.ts'
import type { Division, Library } from './library.ts'
import { voiceFaults } from './voice.ts'

const most = { duties: 6, questions: 4, offerings: 2 }

export const rowGates: readonly Gate[] = [
  {
    id: 'title',
    asks: 'Could each title be a ticket?',
    look: rows(({ title }) => [
      ...(title.split(' ').length < 4 ? [`"${title}" is too short`] : []),
      ...vaguePhrases(title).map((phrase) => `"${phrase}" in the title`),
    ]),
  },
  {
    id: 'accountable',
    asks: 'Does exactly one party answer for each division, and has it a duty; the client, where nothing is sold?',
    look: ({ divisions }) => each(divisions, accountableFaults),
  },
  {
    id: 'hand-off',
    asks: 'Is there a hand-off wherever more than one party acts, and only there, that says how and when the duties meet?',
    look: ({ divisions }) => each(divisions, handOffFaults),
  },
  {
    id: 'without-one',
    asks: 'Does each row of several offerings say who does what where one of them is missing, and leave that one out?',
    look: rows(withoutOneFaults),
  },
  {
    id: 'without-offering',
    asks: 'Does each row that an offering delivers say what the client does without it?',
    look: rows(({ duties, withoutOffering }) =>
      duties.some(({ offering }) => offering !== undefined) === (withoutOffering !== undefined)
        ? []
        : ['withoutOffering is missing, or there is nothing that it replaces'],
    ),
  },
  {
    id: 'voice',
    asks: 'Does each row say the same thing by the same name, and nothing to "you"?',
    look: rows(saidWrong),
  },
  {
    id: 'size',
    asks: `Has each division at most ${most.duties} duties and ${most.offerings} offerings, each row at most ${most.questions} questions?`,
    look: ({ divisions }) => each(divisions, sizeFaults),
  },
  {
    id: 'questions',
    asks: 'Is each placeholder declared where it is used, with an example or a default, and used where it is declared?',
    look: rows(questionFaults),
  },
  {
    id: 'not-applicable',
    asks: 'Does each exemption concern objectives of its row, for a reason that stands, with evidence; and has each conditional row one?',
    look: rows(exemptionFaults),
  },
  {
    id: 'variant',
    asks: 'Is each variant for a situation of situations.yaml, and different from what is sold?',
    look: (library) => each(placed(library), ({ activity }) => variantFaults(activity, library)),
  },
  {
    id: 'trap',
    asks: 'Does each row say what people get wrong?',
    look: rows(({ trap }) => (trap === undefined ? ['no trap'] : [])),
  },
]

function placed({ template }: Library) {
  return template.activities.map((activity) => ({ at: placeOf(activity), activity }))
}

function rows(faultsOf: (activity: Activity) => readonly string[]): Gate['look'] {
  return (library) => each(placed(library), ({ activity }) => faultsOf(activity))
}

function accountableFaults({ way, allocation: { accountable, duties } }: Division): readonly string[] {
  if (typeof accountable !== 'string') return ['exactly one party is accountable']
  return [
    ...(duties.some(({ party }) => party === accountable) ? [] : [`${accountable} is accountable without a duty`]),
    ...(way === 'withoutOffering' && accountable !== 'client' ? ['nothing is sold: the client is accountable'] : []),
  ]
}

function handOffFaults({ allocation }: Division): readonly string[] {
  const { duties, handoff } = allocation
  const shared = new Set(duties.map(({ party }) => party)).size > 1
  if (!shared) return handoff === undefined ? [] : ['one party acts: no hand-off']
  if (handoff === undefined) return ['more than one party acts: a hand-off is missing']
  const faults = [handOffFault(allocation), repeatedDuty({ duties }), ...vaguePhrases(handoff), ...openEndedIn(handoff)]
  return faults.filter((fault) => fault !== undefined)
}

function withoutOneFaults({ duties, withoutOne = {} }: Activity): readonly string[] {
  const offerings = offeringsOf({ duties })
  const wanted = new Set(offerings.length > 1 ? offerings : [])
  const said = Object.entries(withoutOne)
  return [
    ...[...wanted].filter((offering) => withoutOne[offering] === undefined).map((offering) => `without ${offering}?`),
    ...said.filter(([offering]) => !wanted.has(offering)).map(([offering]) => `${offering} is no part of this row`),
    ...said
      .filter(([offering, division]) => division.duties.some((duty) => duty.offering === offering))
      .map(([offering]) => `without ${offering}, and yet it delivers`),
  ]
}

function saidWrong({ covers: _covers, placeholders: _questions, id: _id, ...activity }: Activity): readonly string[] {
  return textsIn(activity).flatMap(([at, text]) => voiceFaults(text).map((fault) => `${at}: ${fault}`))
}

function sizeFaults({ activity, allocation: { duties }, way }: Division): readonly string[] {
  const sizes = [
    ['duties', duties.length],
    ['offerings', new Set(duties.flatMap(({ offering }) => offering ?? [])).size],
    ['questions', way === 'sold' ? Object.keys(activity.placeholders ?? {}).length : 0],
  ] as const
  return sizes.filter(([what, count]) => count > most[what]).map(([what, count]) => `${count} ${what}`)
}

function questionFaults({ placeholders = {}, ...texts }: Activity): readonly string[] {
  const used = [...new Set(textsIn(texts).flatMap(([, text]) => placeholdersIn(text)))]
  const declared = Object.keys(placeholders)
  return [
    ...used.filter((name) => !declared.includes(name)).map((name) => `{${name}} is not declared`),
    ...declared.filter((name) => !used.includes(name)).map((name) => `{${name}} is not used`),
    ...Object.entries(placeholders)
      .filter(([, { example, default: usual }]) => example === undefined && usual === undefined)
      .map(([name]) => `{${name}} has no example`),
  ]
}

/** An exemption names the part that the row takes: the others still apply. */
function sayCover(cover: Cover): string {
  return sayReference(coverRef(cover), coverPart(cover))
}

function exemptionFaults({ covers, notApplicable = [], appliesWhen }: Activity): readonly string[] {
  const covered = new Set(covers.map(sayCover))
  const faults = notApplicable.flatMap(({ refs, because, evidence }) => [
    ...refs
      .map(sayCover)
      .filter((cover) => !covered.has(cover))
      .map((cover) => `${cover} is exempted here and not covered here`),
    ...[
      decisionFault({
        ref: coverRef(refs[0]!),
        kind: 'not-applicable',
        by: 'Ann Lee',
        reason: because,
        date: '2026-01-05',
      }),
    ]
      .filter((fault) => fault !== undefined)
      .map((fault) => `the exemption ${fault}`),
    ...(placeholdersIn(because).length > 0 ? [`"${because}" asks a question`] : []),
    ...(evidence.every(isNamed) ? [] : ['the evidence of an exemption is not named']),
  ])
  return appliesWhen !== undefined && notApplicable.length === 0
    ? [...faults, 'it applies under a condition, and no exemption says what else']
    : faults
}

function variantFaults({ variants = [], duties }: Activity, { template }: Library): readonly string[] {
  const known = new Set((template.situations ?? []).map(({ id }) => id))
  const ids = variants.map(({ id }) => id)
  return [
    ...ids.filter((id) => !known.has(id)).map((id) => `"${id}" is no situation`),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `two variants "${id}"`),
    ...variants
      .filter((variant) => variant.duties.every(({ does }) => duties.some((duty) => duty.does === does)))
      .map(({ id }) => `the variant "${id}" has no duty of its own`),
  ]
}
