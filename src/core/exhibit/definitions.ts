// What the words of the exhibit mean, each defined once.
import type { Matrix } from '../matrix.ts'
import { plain } from '../paper/paper.ts'
import type { Block } from '../paper/paper.ts'
import { partyName } from '../views/view.ts'

type Term = readonly [term: string, meaning: string]

const terms: readonly Term[] = [
  [
    'Accountable',
    'answering to the other parties that an activity as a whole is done, whoever takes part in it. It guarantees no other party’s performance.',
  ],
  ['Activity', 'a numbered heading of Schedule A: one specific piece of work that serves one or more objectives.'],
  ['Agreement', 'the agreement named in 1.1, with its amendments.'],
  [
    'Business day, business hour',
    'as the Agreement defines them. Where it does not, a business day is Monday to Friday except a federal holiday (5 U.S.C. 6103(a)), and business hours are 9:00 a.m. to 5:00 p.m. on a business day, in the local time of the Client’s principal office. Where a time does not say “business”, it runs by the calendar, day and night.',
  ],
  [
    'Customary',
    'marks a time that no law sets: the parties chose it, and change it as 8.1 says. Where a law sets the time, the law is cited.',
  ],
  ['Duty', 'one party’s part of an activity: a lettered row of Schedule A.'],
  ['Evidence', 'an artifact that shows that a duty was carried out. It stays where the party keeps it.'],
  ['Exhibit', 'sections 1 to 8 with Schedules A to G, in one revision.'],
  ['Hand-off', 'how the duties of several parties in one activity meet: what passes from one to the other, and when.'],
  ['Objective', 'the smallest unit of a framework that can be allocated, by its published identifier.'],
  ['Offering', 'a service under the Agreement that section 5 lists, with the party that delivers it.'],
  ['Open', 'an objective whose allocation has a gap; Schedule D says which.'],
  ['Party', 'the MSP, the Client, and each Further Provider as far as 8.2 binds it. Section 4 lists them.'],
  [
    'Revision',
    'the engagement, duties, times, decisions and answers in the record matrix.json, named by its SHA-256 digest at the foot of each page. Sections 1 to 8 are agreed in the words of the copy that is signed.',
  ],
  [
    'Role',
    'the person at a party who usually carries out a duty; Schedule G says who is meant. Naming a role moves nothing from the party to the person.',
  ],
  ['Schedule', 'the schedule of this Exhibit with that letter.'],
  ['Settled', 'allocated without a gap, and no more than that.'],
]

export function definitions(matrix: Matrix): Block {
  const others = matrix.parties.some(({ id }) => id !== 'msp' && id !== 'client')
  const rows = [
    ...terms,
    ...named('msp', 'MSP', matrix),
    ...named('client', 'Client', matrix),
    ...(others
      ? [['Further Provider', 'each party in section 4 other than the MSP and the Client.'] as const satisfies Term]
      : []),
  ].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return {
    kind: 'facts',
    caption: 'What the words of this Exhibit mean, with or without a capital letter',
    rows: rows.map(([term, meaning]) => [term, [plain(meaning)]]),
  }
}

function named(id: string, term: string, matrix: Matrix): readonly Term[] {
  return matrix.parties.some((known) => known.id === id) ? [[term, ended(partyName(matrix, id))]] : []
}

/** "Harrow, Inc." ends by itself. */
function ended(name: string): string {
  return name.endsWith('.') ? name : `${name}.`
}
