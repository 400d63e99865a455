// The first sheet of a workbook: whose it is, what it covers, how it stands, and how to use it.
import { tally } from '../coverage-summary.ts'
import type { Matrix } from '../matrix.ts'
import type { Subject } from '../rendition/rendition.ts'
import { decisionFault } from '../decision-standing.ts'
import { lines, offeringTitle } from './cells.ts'
import { basisCell } from './duties-sheet.ts'
import { partyLabel, sayKind } from './party-label.ts'
import type { Sheet, Workbook } from './workbook.ts'

type Facts = Workbook['cover'][number]['facts']

export function coverOf(subject: Subject, sheets: readonly Sheet[]): Workbook['cover'] {
  const sections = [
    { heading: 'How it stands', facts: standingFacts(subject) },
    { heading: 'Parties', facts: partyFacts(subject) },
    { heading: 'Scope', facts: scopeFacts(subject) },
    { heading: 'Agreement and review', facts: agreementFacts(subject) },
    { heading: 'The sheets', facts: sheets.map(({ name, note }) => [name, note] as const) },
    { heading: 'How to use this workbook', facts: usage },
  ]
  return sections
    .map(({ heading, facts }) => ({
      heading,
      facts: facts.filter(([, text]) => text !== '').map(([label, text]) => [lines(label), lines(text)] as const),
    }))
    .filter(({ facts }) => facts.length > 0)
}

function standingFacts({ matrix, proof, framework, rendition }: Subject): Facts {
  const { digest, signOff, locale } = rendition
  const shown = proof.objectives.filter(({ target }) => framework === undefined || target.framework.id === framework)
  const { objectives, settled, notApplicable, open } = tally(shown)
  const fallen = matrix.decisions.filter((decision) => decisionFault(decision) !== undefined).length
  return [
    ['State', sayState(open, signOff !== undefined)],
    [
      'Objectives',
      `${objectives} in scope: ${settled} settled, ${notApplicable} not applicable by decision, ${open} open`,
    ],
    [
      'What "settled" means',
      'Allocated without a gap: somebody does it, one party answers for it, the parts meet, and evidence is named. It does not mean agreed, signed or implemented.',
    ],
    ['Answers', proof.answersConsidered ? '' : 'The parties’ own agreement to the rows was not considered.'],
    [
      'Decisions',
      fallen === 0
        ? ''
        : `${fallen} recorded ${fallen === 1 ? 'decision does' : 'decisions do'} not stand; see the sheet "Decisions".`,
    ],
    [
      'Signed',
      signOff === undefined ? '' : sayOnce(signOff.signatures.map(({ at }) => locale.sayDate(at.slice(0, 10)))),
    ],
    ['In effect from', signOff === undefined ? '' : locale.sayDate(signOff.effective)],
    ['Revision', `${matrix.id}, SHA-256 ${digest}`],
  ]
}

function sayState(open: number, signed: boolean): string {
  const left = open === 0 ? 'No objective is open.' : `${open} ${open === 1 ? 'objective is' : 'objectives are'} open.`
  return signed ? `Signed. ${left}` : `Draft: not signed. ${left}`
}

function sayOnce(texts: readonly string[]): string {
  return [...new Set(texts)].join('; ')
}

function partyFacts({ matrix, context }: Subject): Facts {
  const parties = matrix.parties.map((party): readonly [string, string] => [
    partyLabel(matrix, party.id),
    [
      capital(sayKind(party.kind)),
      party.class === undefined ? '' : `Class: ${party.class}`,
      party.holds === undefined || party.holds.length === 0 ? '' : `Holds: ${party.holds.join(', ')}`,
      party.because ?? '',
    ]
      .filter((text) => text !== '')
      .join('\n'),
  ])
  return [...parties, ['Offerings', offerings(matrix, context)]]
}

/** What is bought of whom, where it is limited to a scope, and what a provider's promise rests on. */
function offerings(matrix: Matrix, context: Subject['context']): string {
  return [...Map.groupBy(matrix.offerings, ({ by }) => by)]
    .map(([by, sold]) => {
      const titles = sold.map(({ id, scopes, basis }) => {
        const limits = [
          ...(scopes === undefined ? [] : [`only: ${scopes.map((scope) => titleOf(matrix, scope)).join(', ')}`]),
          ...(basis === undefined ? [] : [`rests on: ${basisCell(basis)}`]),
        ]
        const title = offeringTitle(id, context)
        return limits.length === 0 ? title : `${title} (${limits.join('; ')})`
      })
      return `${partyLabel(matrix, by)}: ${titles.join(', ')}`
    })
    .join('\n')
}

function titleOf({ scopes }: Matrix, id: string): string {
  return scopes.find((scope) => scope.id === id)?.title ?? id
}

function scopeFacts({ matrix, context, framework }: Subject): Facts {
  const frameworks = matrix.frameworks
    .filter(({ id }) => framework === undefined || id === framework)
    .map(({ id, edition, categories = [], assessed, capacity }): readonly [string, string] => {
      const published = context.frameworks.get(id)
      const titles = new Map(published?.categories?.map((category) => [category.id, category.title]))
      const chosen = categories.map((category) => titles.get(category) ?? category)
      return [
        published?.title ?? id,
        [
          edition ?? published?.edition ?? '',
          chosen.length === 0 ? '' : `with ${chosen.join(', ')}`,
          `assessed: ${partyLabel(matrix, assessed)}${capacity === undefined ? '' : ` as ${capacity.replaceAll('-', ' ')}`}`,
        ]
          .filter((text) => text !== '')
          .join('; '),
      ]
    })
  return [
    ...frameworks,
    ...matrix.scopes.map(
      ({ title }, index) => [matrix.scopes.length === 1 ? 'Scope' : `Scope ${index + 1}`, title] as const,
    ),
    ['Situations', (matrix.situations ?? []).join(', ')],
  ]
}

function agreementFacts({ matrix: { agreement, review }, rendition: { locale } }: Subject): Facts {
  const { title, reference, effective, boundary, ssp } = agreement
  return [
    ['Agreement', [title, reference].filter((text) => text !== undefined).join(', ')],
    ['Effective', effective === undefined ? '' : locale.sayDate(effective)],
    ['Boundary', boundary ?? ''],
    ['System security plan', ssp ?? ''],
    ['Review', review.every === undefined ? '' : `every ${review.every}`],
    ['Last review', review.last === undefined ? '' : locale.sayDate(review.last)],
    ['Next review', review.next === undefined ? '' : locale.sayDate(review.next)],
  ]
}

const usage: Facts = [
  [
    'What you may change',
    'The white columns of the sheets "Activities", "Duties by party" and "Questions". Whatever is gray, a column or a whole sheet, is derived and comes out again from what you change. Sort whole rows, filter, widen, move and hide as you like; the sheets are not locked.',
  ],
  [
    'How a part is written',
    'A line for each duty, with its time in parentheses and, where it has one, the source of the time: Disable the account (within 24 hours after the notice; customary). A duty to pay begins with "Pays:".',
  ],
  [
    'New rows and deleted rows',
    'Insert a row for a new activity or duty, and fill in its gray cells where nothing else says so: for an activity Topic and Citations (and Applies to, where it holds in some scopes only), for a duty Activity and, if it is bought, Offering. Delete a row to propose that it goes. Leave the hidden column A as it is: it says which row is which; in a copy of a row, clear it.',
  ],
  [
    'How it is read back',
    'Send the file back. Each change is proposed, cell by cell, and nothing is in force until the parties accept it. Comments and text that is struck through are not read: write what is to change into the cells. Whatever cannot be read is listed by its cell.',
  ],
  [
    'Colors',
    'They repeat the words of a cell and never say more. Ownership: blue MSP, green client, violet provider, teal shared, red nobody, gray not applicable. Status: green settled, amber open, gray not applicable.',
  ],
]

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
