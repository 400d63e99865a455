// The clauses of the exhibit: what it is for, what its words mean, which paper goes before which, and what it does not say.
import type { Matrix } from '../matrix.ts'
import { plain } from '../paper/paper.ts'
import type { Block, Section } from '../paper/paper.ts'
import type { Subject } from '../rendition/rendition.ts'
import { partyName } from '../views/view.ts'
import { sayAgreement } from './say-agreement.ts'

function recitals(subject: Subject): readonly string[] {
  const { matrix, context } = subject
  const [msp, client] = [partyName(matrix, 'msp'), partyName(matrix, 'client')]
  const others = matrix.parties.filter(({ id }) => id !== 'msp' && id !== 'client')
  const frameworks = chosen(subject).map(({ id, assessed }) => {
    const framework = context.frameworks.get(id)
    return `${framework?.title ?? id} (${framework?.edition ?? 'edition not known'}), with ${partyName(matrix, assessed)} as the organization assessed`
  })
  return [
    `${msp} (the “MSP”) provides services to ${client} (the “Client”) under ${sayAgreement(subject)} (the “Agreement”).`,
    ...(others.length === 0
      ? []
      : [
          `${listed(others.map(({ legalName }) => legalName))} ${others.length === 1 ? '(the “Further Provider”) delivers a part' : '(each a “Further Provider”) deliver parts'} of what is listed here.`,
        ]),
    `The work is measured against ${listed(frameworks)}. Meeting it takes work by each side, and this Exhibit writes down who does what, by when, and what shows it.`,
  ]
}

export function clauseSections(subject: Subject): readonly Section[] {
  const { matrix, framework, context } = subject
  const purposes = chosen(subject).flatMap(({ id }) => context.frameworks.get(id)?.annex ?? [])
  return [
    numbered(1, 'Background', recitals(subject)),
    numbered(2, 'Scope of services', [
      'This Exhibit is attached to the Agreement and is part of it once the MSP and the Client have signed it. Subject to 8.2, the services under the Agreement include the duties that Schedule A lists for the MSP, for the offerings in section 5. Each party carries out the duties under its name, within the time that stands beside each, and keeps the evidence named there.',
      'What Schedule A of the revision does not list for a party is not that party’s duty under this Exhibit. This allocation rests only on the offerings in section 5; whether anything else was bought is for the Agreement.',
      `The allocation covers ${listed(matrix.scopes.map(({ title }) => lowerFirst(title)))}.${matrix.agreement.boundary === undefined ? '' : ` Boundary: ${matrix.agreement.boundary}`}`,
      ...(framework === undefined
        ? []
        : [
            `This copy shows only the activities that serve ${context.frameworks.get(framework)?.title ?? framework}. The revision holds more.`,
          ]),
      ...purposes,
    ]),
    { ...numbered(3, 'Definitions', []), blocks: [definitions(matrix)] },
    numbered(6, 'Order of precedence', [
      'Law and regulation go before every paper of the parties. Then, where they conflict: first any business associate agreement between the parties, for protected health information; second the Agreement, in everything but the matter of 6.2; third this Exhibit; last service descriptions, proposals and other papers.',
      'On the question of who carries out an activity, when, and with what evidence, this Exhibit goes before the Agreement’s descriptions of services. A shorter time in law, in a business associate agreement or in the Agreement goes before the time in this Exhibit.',
    ]),
    numbered(7, 'Allocation is not performance', [
      'This Exhibit says who is to do the work. It is no evidence that the work was done, and no party may present it as such.',
      'An objective that is settled has no gap in its allocation. Settled does not mean agreed, signed, implemented, assessed or compliant.',
      'Allocating a duty does not move a party’s own responsibility under law. Whoever the law names stays answerable to the regulator, whoever carries out the work.',
      'Where one party’s duty waits for another’s, the hand-off says for what. A party that misses a hand-off tells the accountable party in writing within one business day (customary).',
    ]),
    numbered(8, 'Changes and review', [
      `A change of a service, a system, a tool or a framework that touches a row is proposed in writing and makes a new revision with its own digest. It takes effect when the MSP and the Client have signed it; until then the last signed revision governs.${sayReview(subject)}`,
      'A Further Provider is bound by the duties under its name when it has signed this revision, or as far as the document that the row rests on binds it. Until either is there, the Client and the MSP treat that duty as not yet confirmed.',
      'This Exhibit names evidence and never contains it. It holds no controlled unclassified information and no protected health information, and none is to be written into it.',
    ]),
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

const terms: readonly (readonly [string, string])[] = [
  ['Accountable', 'the one party that answers for an activity, whoever else takes part in it.'],
  ['Activity', 'a numbered heading of Schedule A: one specific piece of work that serves one or more objectives.'],
  [
    'Business day, business hour',
    'as the Agreement defines them. Where a time does not say “business”, it runs by the calendar, day and night.',
  ],
  [
    'Customary',
    'marks a time that the parties chose and may change in writing. Where a law sets the time, the law is cited.',
  ],
  ['Duty', 'one party’s part of an activity.'],
  ['Evidence', 'an artifact that shows that a duty was carried out. It stays where the party keeps it.'],
  ['Hand-off', 'how the duties of several parties in one activity meet: what passes from one to the other, and when.'],
  ['Objective', 'the smallest unit of a framework that can be allocated, by its published identifier.'],
  ['Open', 'an objective whose allocation has a gap; Schedule D says which.'],
  [
    'Revision',
    'the engagement, duties, times, decisions and answers in the record matrix.json, named by its SHA-256 digest at the foot of each page. Sections 1 to 8 are agreed in the words of the copy that is signed.',
  ],
  ['Settled', 'allocated without a gap, and no more than that.'],
]

function definitions(matrix: Matrix): Block {
  const party = (id: string, name: string): readonly (readonly [string, string])[] =>
    matrix.parties.some((known) => known.id === id) ? [[name, partyName(matrix, id)]] : []
  const rows = [...terms, ...party('msp', 'MSP'), ...party('client', 'Client')].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return {
    kind: 'facts',
    caption: 'What the words of this Exhibit mean',
    rows: rows.map(([term, meaning]) => [term, [plain(meaning)]]),
  }
}

function chosen({ matrix, framework }: Subject): Matrix['frameworks'] {
  return matrix.frameworks.filter(({ id }) => framework === undefined || id === framework)
}

function sayReview({ matrix: { review }, rendition: { locale } }: Subject): string {
  const every =
    review.every === undefined ? '' : ` The parties review this Exhibit every ${review.every.replace(/^1 /, '')}.`
  return review.next === undefined ? every : `${every} The next review is due on ${locale.sayDate(review.next)}.`
}

function listed(items: readonly string[]): string {
  const separator = items.some((item) => item.includes(',')) ? '; ' : ', '
  return items.length < 2
    ? (items[0] ?? '')
    : `${items.slice(0, -1).join(separator)}${separator === '; ' ? ';' : ''} and ${items.at(-1)}`
}

/** "The practice’s office" within a sentence; a name stays as it is. */
function lowerFirst(text: string): string {
  return /^(The|All|Every|Each|Our)\s/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}
