// The four columns that people know: the activity, the MSP's part, the client's part, and how the parts meet; editable.
import { coverPart, coverRef } from '../activity.ts'
import type { Activity } from '../activity.ts'
import { unassigned } from '../duty.ts'
import type { PartyId } from '../identifiers.ts'
import type { Matrix } from '../matrix.ts'
import type { Subject } from '../rendition/rendition.ts'
import { sayReference } from '../views/say-duty.ts'
import { activitiesOf, heading } from '../views/srm.ts'
import { standing } from '../views/standing.ts'
import { citationCell, filled, lines, oneLine, partCell, scopeTitle } from './cells.ts'
import { frameworkTitlesOf } from './framework-names.ts'
import { accountableLabel, nobodyYet, partiesInOrder, partyChoices, partyLabel, sayKind } from './party-label.ts'
import { rowIds } from './row-id.ts'
import type { Sheet, SheetColumn } from './workbook.ts'

export function activitiesSheet(subject: Subject): Sheet {
  const { matrix, proof } = subject
  const activities = activitiesOf(subject)
  const loose = activities.some(({ duties }) => duties.some(({ party }) => party === unassigned))
  const parties = [...partiesInOrder(matrix), ...(loose ? [unassigned] : [])]
  const titles = frameworkTitlesOf(subject)
  return {
    name: 'Activities',
    note: 'Every activity with each party’s part. White columns may be changed: the activity, the parts (a line for each duty, its time in parentheses), the shared details, and who is accountable. Where "Applies to" is empty, the row holds in every scope.',
    pinned: 'title',
    orientation: 'landscape',
    columns: columns(matrix, parties),
    rows: activities.map((activity) => ({
      id: rowIds.activity(activity.id),
      cells: {
        topic: lines(heading(activity.topic, matrix)),
        title: filled(activity.title, matrix),
        ...Object.fromEntries(parties.map((party) => [`party:${party}`, partCell(activity, party, matrix)])),
        handoff: filled(activity.handoff, matrix),
        accountable: accountableLabel(activity, matrix),
        scopes: (activity.scopes ?? []).map((id) => scopeTitle(matrix, id)).join('\n'),
        status: standing(activity, proof).words,
        citations: citationCell(activity, titles),
        exempt: exemptCell(activity, matrix),
      },
    })),
  }
}

function columns(matrix: Matrix, parties: readonly PartyId[]): readonly SheetColumn[] {
  const part = (id: PartyId): SheetColumn => ({
    key: `party:${id}`,
    title: columnTitle(matrix, id),
    width: 58,
    editable: true,
    lines: true,
  })
  const sides = parties.filter((id) => id === 'msp' || id === 'client')
  const others = parties.filter((id) => id !== 'msp' && id !== 'client')
  return [
    { key: 'topic', title: 'Topic', width: 17 },
    { key: 'title', title: 'Activity', width: 28, editable: true },
    ...sides.map(part),
    { key: 'handoff', title: 'Shared details', width: 38, editable: true },
    ...others.map(part),
    { key: 'accountable', title: 'Accountable', width: 18, editable: true, choices: partyChoices(matrix) },
    { key: 'scopes', title: 'Applies to', width: 22 },
    { key: 'status', title: 'Status', width: 13, tone: 'status' },
    { key: 'citations', title: 'Citations', width: 30 },
    { key: 'exempt', title: 'Where there is nothing to do', width: 40 },
  ]
}

/** Facts that leave a citation without anything to do, and what shows them; a decision decides. */
function exemptCell({ notApplicable = [] }: Activity, matrix: Matrix): string {
  return notApplicable
    .map(({ refs, because, evidence }) =>
      oneLine(
        filled(
          `${refs.map((cover) => sayReference(coverRef(cover), coverPart(cover))).join(', ')}: ${because} Shown by: ${evidence.map(({ what }) => what).join('; ')}.`,
          matrix,
        ),
      ),
    )
    .join('\n')
}

/** "Acme IT LLC (MSP)"; what nobody has taken stands under "Nobody yet". */
function columnTitle(matrix: Matrix, id: PartyId): string {
  const party = matrix.parties.find((known) => known.id === id)
  return party === undefined ? nobodyYet : `${partyLabel(matrix, id)} (${sayKind(party.kind)})`
}
