// The clauses of the exhibit: what it is for, what its words mean, which paper goes before which, and what it does not say.
import type { Matrix } from '../matrix.ts'
import type { Block, Section } from '../paper/paper.ts'
import type { Subject } from '../rendition/rendition.ts'
import { definitions } from './definitions.ts'
import { extractOf } from './extract.ts'
import { listed } from './listed.ts'
import { chosen, recitals } from './recitals.ts'

export function clauseSections(subject: Subject): readonly Section[] {
  return [
    numbered(1, 'Background', recitals(subject)),
    numbered(2, 'Scope of services', scopeOfServices(subject)),
    { ...numbered(3, 'Definitions', []), blocks: [definitions(subject.matrix)] },
    numbered(6, 'Order of precedence', [
      'Law and regulation go before every paper of the parties. Then, where they conflict: first any business associate agreement between the parties, for protected health information; second the Agreement, in everything but the matter of 6.2; third this Exhibit; last service descriptions, proposals and other papers.',
      'On the question of who carries out an activity, when, and with what evidence, this Exhibit goes before the Agreement’s descriptions of services. A shorter time in law, in a business associate agreement or in the Agreement goes before the time in this Exhibit.',
      'Where Schedules B to G differ from Schedule A on a duty, Schedule A governs.',
    ]),
    numbered(7, 'Allocation is not performance', [
      'This Exhibit says who is to do the work. It is no evidence that the work was done, and no party may present it as such.',
      'An objective that is settled has no gap in its allocation. Settled does not mean agreed, signed, implemented, assessed or compliant.',
      'Allocating a duty does not move a party’s own responsibility under law. Whoever the law names stays answerable to the regulator, whoever carries out the work.',
      'Where one party’s duty waits for another’s, the hand-off says for what. A party that misses a hand-off tells the accountable party in writing within one business day (customary).',
      'Nothing in this Exhibit makes one party the agent of another. A time that counts from what another party knew is a precaution, and no statement that its knowledge is anybody else’s.',
    ]),
    numbered(8, 'Changes, Further Providers and review', changes(subject)),
  ]
}

function scopeOfServices(subject: Subject): readonly string[] {
  const { matrix, context } = subject
  const extract = extractOf(subject)
  return [
    'This Exhibit is attached to the Agreement and is part of it once the MSP and the Client have signed it. Subject to 8.2, the services under the Agreement include the duties that Schedule A lists for the MSP, for the offerings in section 5. Each party carries out the duties under its name, within the time that stands beside each, and keeps the evidence named there.',
    'What Schedule A of the revision does not list for a party is not that party’s duty under this Exhibit. This allocation rests only on the offerings in section 5; whether anything else was bought is for the Agreement.',
    `The allocation covers ${listed(matrix.scopes.map(({ title }) => lowerFirst(title)))}.${sayBoundary(matrix)}`,
    ...(extract === undefined
      ? []
      : [`This copy is an extract: it shows only the activities that serve ${extract}. The revision holds more.`]),
    ...chosen(subject).flatMap(({ id }) => context.frameworks.get(id)?.annex ?? []),
  ]
}

function sayBoundary({ agreement: { boundary, ssp } }: Matrix): string {
  return [
    boundary === undefined ? '' : ` Boundary: ${boundary}`,
    ssp === undefined
      ? ''
      : ` The boundary is described in the system security plan: ${ssp}${/[.!?]$/.test(ssp) ? '' : '.'}`,
  ].join('')
}

function changes(subject: Subject): readonly string[] {
  return [
    `A change of a service, a system, a tool, a time or a framework that touches a row is proposed in writing and makes a new revision with its own digest. A revision binds once the MSP and the Client have both signed it, from the effective date that they state in signing it, else from the later of their signatures; until then the last signed revision governs.${sayReview(subject)}`,
    'A Further Provider is bound by the duties under its name when it has signed this revision, or as far as the document that the row rests on binds it. Until either is there, that duty is not confirmed, and neither the MSP nor the Client may rely on it.',
    'Each party answers for its own duties. For the duties of a Further Provider, the party that engaged it answers to the other as the Agreement says; where the Agreement does not say, as for its own.',
    'This Exhibit names evidence and never contains it. It holds no controlled unclassified information and no protected health information, and none is to be written into it.',
  ]
}

function numbered(number: number, heading: string, clauses: readonly string[]): Section {
  return {
    number: String(number),
    heading,
    level: 1,
    blocks: clauses.map((text, index): Block => ({
      kind: 'text',
      style: 'clause',
      line: [{ text: `${number}.${index + 1}`, mark: 'strong' }, { text: `  ${text}` }],
    })),
  }
}

function sayReview({ matrix: { review }, rendition: { locale } }: Subject): string {
  const every =
    review.every === undefined ? '' : ` The parties review this Exhibit every ${review.every.replace(/^1 /, '')}.`
  const last = review.last === undefined ? '' : ` It was last reviewed on ${locale.sayDate(review.last)}.`
  const next = review.next === undefined ? '' : ` The next review is due on ${locale.sayDate(review.next)}.`
  return `${every}${last}${next}`
}

/** "The practice’s office" within a sentence; a name stays as it is. */
function lowerFirst(text: string): string {
  return /^(The|All|Every|Each|Our)\s/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}
