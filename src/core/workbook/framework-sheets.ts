// One sheet for each framework: each objective with the activities that serve it, a row each, and whether it is settled.
import type { Activity } from '../activity.ts'
import type { Covering } from '../covering.ts'
import type { ObjectiveCoverage } from '../coverage.ts'
import { unassigned } from '../duty.ts'
import type { Duty } from '../duty.ts'
import type { PartyId } from '../identifiers.ts'
import type { Matrix } from '../matrix.ts'
import { ownership } from '../ownership.ts'
import type { Ownership } from '../ownership.ts'
import type { Subject } from '../rendition/rendition.ts'
import { sayEvidence, sayTitle, sayWhen } from '../views/say-duty.ts'
import { sayAway, serving as servingOf } from '../views/serving.ts'
import { distinct, filled, lines, oneLine, partCell } from './cells.ts'
import { accountableLabel, partiesInOrder, partyLabel } from './party-label.ts'
import { sayReason } from './reason-words.ts'
import { rowIds } from './row-id.ts'
import { sheetName } from './sheet-name.ts'
import type { Sheet, SheetColumn, SheetRow } from './workbook.ts'

const ownerships = {
  msp: 'MSP',
  client: 'Client',
  provider: 'Provider',
  shared: 'Shared',
  'not-applicable': 'Not applicable',
  unassigned: 'Unassigned',
} as const satisfies Record<Ownership, string>

const statuses = {
  settled: 'settled',
  open: 'open',
  'not-applicable': 'not applicable',
} as const satisfies Record<ObjectiveCoverage['status'], string>

/** @param taken names of sheets that are given already */
export function frameworkSheets(subject: Subject, taken: readonly string[]): readonly Sheet[] {
  const { matrix, proof, framework } = subject
  const wanted = proof.objectives.filter(({ target }) => framework === undefined || target.framework.id === framework)
  const names = [...taken]
  return [...Map.groupBy(wanted, ({ target }) => target.framework)].map(([published, objectives]) => {
    const name = sheetName(published.title, names)
    names.push(name)
    const served = objectives.map((objective) => ({ objective, serving: servingOf(objective, subject) }))
    const parties = columnsOf(matrix, served)
    const families = new Map(published.families.map(({ id, title }) => [id, title]))
    return {
      name,
      note: `${published.title}, ${published.edition}: every ${published.nouns.objective} in scope, and who does what for it. One that several activities serve has a row for each; filter "Row" by "1 of" to see each once. Derived: change it on the sheets "Activities" and "Duties by party".`,
      pinned: 'id',
      orientation: 'landscape',
      columns: columns(subject, parties),
      rows: served.flatMap((row) => rowsOf(row, { matrix, parties, families })),
    }
  })
}

interface Served {
  readonly objective: ObjectiveCoverage
  readonly serving: readonly Covering[]
}

function columnsOf(matrix: Matrix, served: readonly Served[]): readonly PartyId[] {
  const loose = served.some(({ serving }) =>
    serving.some(({ activity }) => activity.duties.some(({ party }) => party === unassigned)),
  )
  return [...partiesInOrder(matrix), ...(loose ? [unassigned] : [])]
}

function columns({ matrix }: Subject, parties: readonly PartyId[]): readonly SheetColumn[] {
  return [
    { key: 'family', title: 'Family', width: 16 },
    { key: 'id', title: 'Id', width: 18 },
    { key: 'title', title: 'Title', width: 20 },
    { key: 'objective', title: 'Objective', width: 30 },
    { key: 'row', title: 'Row', width: 7 },
    { key: 'ownership', title: 'Ownership', width: 12, tone: 'ownership' },
    { key: 'activity', title: 'Activity', width: 26 },
    { key: 'accountable', title: 'Accountable', width: 17 },
    ...parties.map((party) => ({ key: `party:${party}`, title: `${partyLabel(matrix, party)}: duty`, width: 56 })),
    { key: 'handoff', title: 'Hand-off', width: 36 },
    { key: 'timing', title: 'Timing', width: 24 },
    { key: 'evidence', title: 'Evidence', width: 40 },
    { key: 'status', title: 'Status', width: 13, tone: 'status' },
    { key: 'why', title: 'Why it is open', width: 22 },
  ]
}

interface Around {
  readonly matrix: Matrix
  readonly parties: readonly PartyId[]
  readonly families: ReadonlyMap<string, string>
}

function rowsOf({ objective, serving }: Served, { matrix, parties, families }: Around): readonly SheetRow[] {
  const { requirement, objective: published, ref } = objective.target
  const activities = [...Map.groupBy(serving, ({ activity }) => activity)]
  const duties = activities.flatMap(([activity]) => activity.duties)
  const own = {
    family: lines(families.get(requirement.family) ?? requirement.family),
    id: published.id,
    title: lines(requirement.title),
    objective: lines(published.summary),
    ownership: ownerships[objective.status === 'not-applicable' ? 'not-applicable' : ownership({ duties })],
    status: statuses[objective.status],
    why: [...objective.reasons.map(sayReason), ...sayAway(objective, matrix).map(oneLine)].join('\n'),
  }
  if (activities.length === 0) return [{ id: rowIds.objective(ref), cells: { ...own, row: '1 of 1' } }]
  return activities.map(([activity, covers], index) => ({
    id: rowIds.objective(ref, activity.id),
    cells: {
      ...own,
      row: `${index + 1} of ${activities.length}`,
      ...activityCells(activity, covers, { matrix, parties }),
    },
  }))
}

function activityCells(
  activity: Activity,
  covers: readonly Covering[],
  { matrix, parties }: Pick<Around, 'matrix' | 'parties'>,
): SheetRow['cells'] {
  const parts = covers.flatMap(({ part }) => (part === undefined ? [] : [`(${oneLine(part)})`]))
  return {
    activity: [oneLine(sayTitle(activity, matrix)), ...parts].join(' '),
    accountable: accountableLabel(activity, matrix),
    ...Object.fromEntries(parties.map((party) => [`party:${party}`, partCell(activity, party, matrix)])),
    handoff: filled(activity.handoff, matrix),
    timing: distinct(activity.duties.map((duty) => oneLine(sayWhen(duty, matrix)))),
    evidence: distinct(activity.duties.map((duty) => evidenceOf(duty, matrix))),
  }
}

function evidenceOf(duty: Duty, matrix: Matrix): string {
  const evidence = oneLine(sayEvidence(duty, matrix))
  return evidence === '' ? '' : `${partyLabel(matrix, duty.party)}: ${evidence}`
}
