// A matrix with what edits lean on (a paid duty, evidence with a place, a basis), its workbook, and what comes of it edited; for tests.
import type { Activity } from '../../activity.ts'
import { apply, same } from '../../compare.ts'
import type { Duty } from '../../duty.ts'
import type { Matrix } from '../../matrix.ts'
import { accessReview, leaver, sampleMatrix, visitorEscort } from '../../testing/sample-matrix.ts'
import { subjectOf } from '../../testing/sample-rendition.ts'
import { workbookOf } from '../../workbook/workbook-of.ts'
import type { Workbook } from '../../workbook/workbook.ts'
import { readProposal } from '../proposal.ts'
import type { Proposal } from '../proposal.ts'
import type { RawWorkbook } from '../raw-workbook.ts'
import { rawOf } from './returned-workbook.ts'

export const activities = 'Activities'
export const duties = 'Duties by party'
export const leaverRow = 'activity:leaver-access-removal'
export const msp = 'party:msp'
export const client = 'party:client'
export const soc = 'party:night-soc'

export const [notify, disable] = leaver.duties as readonly [Duty, Duty]

export const base: Matrix = {
  ...sampleMatrix,
  offerings: [...sampleMatrix.offerings, { id: 'monitoring', by: 'night-soc' }],
  activities: [
    leaver,
    accessReview,
    visitorEscort,
    {
      id: 'night-watch',
      title: 'Watch the alarms at night',
      topic: 'monitoring',
      covers: ['sample:DOC-1'],
      accountable: 'msp',
      duties: [
        {
          party: 'night-soc',
          offering: 'monitoring',
          does: 'Call {night number} about each alarm',
          timing: { within: '15 minutes', after: 'the alarm' },
          source: 'customary',
          evidence: [
            { what: 'call log', from: 'the telephone system', keptAt: 'the SOC' },
            { what: 'monthly report (PDF)' },
          ],
          basis: { document: 'Night SOC matrix' },
        },
        { party: 'client', kind: 'pays', does: 'the night watch' },
      ],
      handoff: 'The call opens the ticket.',
    },
  ],
  parameters: { ...sampleMatrix.parameters, 'night number': '555 0100' },
}

export const subject = subjectOf(base)
export const workbook = workbookOf(subject)

/** What the changes do to the base is what is proposed, or it throws. */
export function read(raw: RawWorkbook): Proposal {
  const found = readProposal(raw, subject)
  if (!found.ok) throw new Error(found.issues[0]!.message)
  if (!same(apply(base, found.value.changes), found.value.matrix)) throw new Error('the changes do not give the matrix')
  return found.value
}

export function readBook(edit: (book: Workbook) => Workbook): Proposal {
  return read(rawOf(edit(workbook)))
}

/** The base with one activity changed. */
export function changed(id: string, change: (activity: Activity) => Activity): Matrix {
  return { ...base, activities: base.activities.map((activity) => (activity.id === id ? change(activity) : activity)) }
}

export function withDuties(id: string, change: (list: readonly Duty[]) => readonly Duty[]): Matrix {
  return changed(id, (activity) => ({ ...activity, duties: change(activity.duties) }))
}
