// Every duty on a row of its own, party by party, with its time, proof and people; editable.
import type { Activity } from '../activity.ts'
import { unassigned } from '../duty.ts'
import type { Basis, Duty } from '../duty.ts'
import type { Matrix } from '../matrix.ts'
import type { Subject } from '../rendition/rendition.ts'
import { sayTiming } from '../timing.ts'
import { sayTitle } from '../views/say-duty.ts'
import { activitiesOf } from '../views/srm.ts'
import { citationCell, distinct, evidenceCell, filled, lines, offeringTitle, oneLine } from './cells.ts'
import { frameworkTitlesOf } from './framework-names.ts'
import { partiesInOrder, partyChoices, partyLabel } from './party-label.ts'
import { rowIds } from './row-id.ts'
import type { Sheet, SheetColumn, SheetRow } from './workbook.ts'

export function dutiesSheet(subject: Subject): Sheet {
  const { matrix, context } = subject
  const titles = frameworkTitlesOf(subject)
  const duties = activitiesOf(subject).flatMap((activity) =>
    activity.duties.map((duty, index) => ({ activity, duty, index, titles })),
  )
  const order = [...partiesInOrder(matrix), unassigned]
  return {
    name: 'Duties by party',
    note: 'Every duty on its own row, sorted by party. White columns may be changed. One duty has one time: a duty with two is two rows.',
    pinned: 'activity',
    orientation: 'landscape',
    columns: columns(matrix),
    rows: duties
      .toSorted((a, b) => order.indexOf(a.duty.party) - order.indexOf(b.duty.party))
      .map((placed) => rowOf(placed, { matrix, context })),
  }
}

function columns(matrix: Matrix): readonly SheetColumn[] {
  return [
    { key: 'party', title: 'Party', width: 20, editable: true, choices: partyChoices(matrix) },
    { key: 'activity', title: 'Activity', width: 32 },
    { key: 'does', title: 'Duty', width: 52, editable: true },
    { key: 'kind', title: 'Does or pays', width: 9, editable: true, choices: ['does', 'pays'] },
    { key: 'when', title: 'When', width: 24, editable: true },
    { key: 'source', title: 'Source of the time', width: 18, editable: true },
    { key: 'role', title: 'Role', width: 18, editable: true },
    { key: 'interviewee', title: 'Who speaks for it', width: 18, editable: true },
    { key: 'evidence', title: 'Evidence', width: 34, editable: true, lines: true },
    { key: 'kept', title: 'Where kept', width: 20 },
    { key: 'basis', title: 'Rests on', width: 20 },
    { key: 'offering', title: 'Offering', width: 18 },
    { key: 'citations', title: 'Citations', width: 46 },
  ]
}

interface Placed {
  readonly activity: Activity
  readonly duty: Duty
  readonly index: number
  readonly titles: ReadonlyMap<string, string>
}

function rowOf(
  { activity, duty, index, titles }: Placed,
  { matrix, context }: Pick<Subject, 'matrix' | 'context'>,
): SheetRow {
  return {
    id: rowIds.duty(activity.id, index),
    cells: {
      party: partyLabel(matrix, duty.party),
      activity: lines(sayTitle(activity, matrix)),
      does: filled(duty.does, matrix),
      kind: duty.kind ?? 'does',
      when: duty.timing === undefined ? '' : filled(sayTiming(duty.timing), matrix),
      source: lines(duty.source ?? ''),
      role: filled(duty.role, matrix),
      interviewee: filled(duty.interviewee, matrix),
      evidence: evidenceCell(duty, matrix),
      kept: keptCell(duty, matrix),
      basis: basisCell(duty.basis),
      offering: duty.offering === undefined ? '' : offeringTitle(duty.offering, context),
      citations: citationCell(activity, titles),
    },
  }
}

/** Where each item is, when it was last seen there, and its digest. */
function keptCell({ evidence = [] }: Duty, matrix: Matrix): string {
  return distinct(
    evidence.map(({ keptAt, lastSeen, sha256 }) =>
      [
        oneLine(filled(keptAt, matrix)),
        lastSeen === undefined ? '' : `last seen ${lastSeen}`,
        sha256 === undefined ? '' : `SHA-256 ${sha256}`,
      ]
        .filter((text) => text !== '')
        .join('; '),
    ),
  )
}

export function basisCell(basis: Basis | undefined): string {
  if (basis === undefined) return ''
  const { claim, document, version, date, place } = basis
  return [document, version, date, place, claim]
    .filter((text) => text !== undefined)
    .map(oneLine)
    .join('; ')
}
