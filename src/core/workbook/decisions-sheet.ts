// The recorded decisions: what does not apply, which alternative was chosen, which risk was accepted, and whether each stands.
import { decisionFault } from '../decision-standing.ts'
import type { Decision } from '../decision.ts'
import { splitReference } from '../identifiers.ts'
import type { Subject } from '../rendition/rendition.ts'
import { lines, oneLine, scopeTitle } from './cells.ts'
import { frameworkTitlesOf } from './framework-names.ts'
import { rowIds } from './row-id.ts'
import type { Sheet, SheetRow } from './workbook.ts'

export function decisionsSheet(subject: Subject): Sheet {
  const { matrix, framework } = subject
  const titles = frameworkTitlesOf(subject)
  const shown = matrix.decisions
    .map((decision, index) => ({ decision, index }))
    .filter(({ decision: { ref } }) => framework === undefined || splitReference(ref).framework === framework)
  return {
    name: 'Decisions',
    note:
      shown.length === 0
        ? 'No decision is recorded.'
        : 'The choices on record, with who made them, when and why. A decision without a reason, a person and a date does not stand.',
    pinned: 'about',
    orientation: 'landscape',
    columns: [
      { key: 'framework', title: 'Framework', width: 16 },
      { key: 'about', title: 'About', width: 21 },
      { key: 'scope', title: 'Scope', width: 22 },
      { key: 'kind', title: 'Decision', width: 16 },
      { key: 'reason', title: 'Reason', width: 50 },
      { key: 'by', title: 'By', width: 22 },
      { key: 'date', title: 'On', width: 12 },
      { key: 'basis', title: 'Basis', width: 24 },
      { key: 'standing', title: 'Does it stand', width: 18 },
    ],
    rows:
      shown.length === 0
        ? [nothing]
        : shown.map(({ decision, index }) => ({
            id: rowIds.decision(index),
            cells: {
              framework: titles.get(splitReference(decision.ref).framework) ?? splitReference(decision.ref).framework,
              about: about(decision),
              scope: decision.scope === undefined ? 'all' : scopeTitle(matrix, decision.scope),
              kind: decision.kind.replaceAll('-', ' '),
              reason: lines(decision.reason ?? ''),
              by: lines(decision.by ?? ''),
              date: decision.date ?? '',
              basis: lines(decision.basis ?? ''),
              standing: sayStanding(decision),
            },
          })),
  }
}

const nothing: SheetRow = { id: rowIds.none('decisions'), cells: { reason: 'No decision is recorded.' } }

function about({ ref, part }: Decision): string {
  const { id } = splitReference(ref)
  return part === undefined ? id : `${id} (${oneLine(part)})`
}

function sayStanding(decision: Decision): string {
  const fault = decisionFault(decision)
  return fault === undefined ? 'stands' : `does not stand: it ${lines(fault)}`
}
