import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Activity } from '../activity.ts'
import { compare } from '../compare.ts'
import type { Duty } from '../duty.ts'
import type { Matrix } from '../matrix.ts'
import { arbitraryMatrix } from '../testing/arbitrary-matrix.ts'
import { subjectOf } from '../testing/sample-rendition.ts'
import { rowIds } from '../workbook/row-id.ts'
import { workbookOf } from '../workbook/workbook-of.ts'
import type { Workbook } from '../workbook/workbook.ts'
import { readProposal } from './proposal.ts'
import { activities, base, duties } from './testing/returned-sample.ts'
import { all, lacking, plus, rawOf, set, withRows, withSheet, without } from './testing/returned-workbook.ts'

type InBook = (book: Workbook) => Workbook
type InDuty = (duty: Duty) => Duty | undefined

interface DutyMove {
  readonly inBook: (activity: Activity, index: number) => InBook
  readonly inDuty: InDuty
}

const onRow =
  (key: string, text: string | ((before: string) => string)) =>
  (activity: Activity, index: number): InBook =>
    set(duties, [rowIds.duty(activity.id, index), key], text)

/** What one may do to a duty, in the workbook and in the matrix. */
const dutyMoves: readonly DutyMove[] = [
  { inBook: onRow('does', (text) => `${text} at once`), inDuty: (duty) => ({ ...duty, does: `${duty.does} at once` }) },
  {
    inBook: onRow('when', 'within 5 minutes after the bell'),
    inDuty: (duty) => ({ ...duty, timing: { within: '5 minutes', after: 'the bell' } }),
  },
  { inBook: onRow('when', ''), inDuty: (duty) => lacking(duty, 'timing') },
  { inBook: onRow('source', 'the SLA'), inDuty: (duty) => ({ ...duty, source: 'the SLA' }) },
  { inBook: onRow('role', 'analyst'), inDuty: (duty) => ({ ...duty, role: 'analyst' }) },
  { inBook: onRow('kind', 'pays'), inDuty: (duty) => ({ ...duty, kind: 'pays' }) },
  {
    inBook: onRow('evidence', (text) => `${text}\nsigned roster (HR)`),
    inDuty: (duty) => ({ ...duty, evidence: [...(duty.evidence ?? []), { what: 'signed roster', from: 'HR' }] }),
  },
  {
    inBook: onRow('party', 'Nobody yet'),
    inDuty: (duty) => ({ ...lacking(duty, 'offering', 'basis'), party: 'unassigned' }),
  },
  { inBook: (activity, index) => without(duties, rowIds.duty(activity.id, index)), inDuty: () => undefined },
  {
    inBook: (activity, index) => {
      const { party, does } = activity.duties[index]!
      const last = does.split(' ').at(-1)!
      return set(activities, [rowIds.activity(activity.id), `party:${party}`], (text) =>
        text.replace(last, `${last} in writing`),
      )
    },
    inDuty: (duty) => ({ ...duty, does: `${duty.does} in writing` }),
  },
]

interface ActivityMove {
  readonly inBook: (activity: Activity) => InBook
  readonly inActivity: (activity: Activity) => Activity
}

const cell =
  (key: string, text: string) =>
  (activity: Activity): InBook =>
    set(activities, [rowIds.activity(activity.id), key], text)

const activityMoves: readonly ActivityMove[] = [
  { inBook: cell('title', 'Another title'), inActivity: (it) => ({ ...it, title: 'Another title' }) },
  { inBook: cell('handoff', 'The call opens it.'), inActivity: (it) => ({ ...it, handoff: 'The call opens it.' }) },
  { inBook: cell('handoff', ''), inActivity: (it) => lacking(it, 'handoff') },
  { inBook: cell('accountable', 'night-soc'), inActivity: (it) => ({ ...it, accountable: 'night-soc' }) },
  {
    inBook: (it) =>
      set(activities, [rowIds.activity(it.id), 'party:night-soc'], (text) => `${text}\nWatch it (on request)`),
    inActivity: (it) => ({
      ...it,
      duties: [...it.duties, { party: 'night-soc', does: 'Watch it', timing: { on: 'request' } }],
    }),
  },
  {
    inBook: (it) => plus(duties, { party: 'client', activity: it.id, does: 'Look on' }),
    inActivity: (it) => ({ ...it, duties: [...it.duties, { party: 'client', does: 'Look on' }] }),
  },
]

/** For each activity: is it deleted, what is done to it, and what to each of its duties. */
const plan = fc.array(
  fc.record({
    gone: fc.integer({ min: 0, max: 5 }).map((number) => number === 0),
    move: fc.option(fc.nat(activityMoves.length - 1)),
    duties: fc.array(fc.option(fc.nat(dutyMoves.length - 1)), { minLength: 2, maxLength: 2 }),
  }),
  { minLength: base.activities.length, maxLength: base.activities.length },
)

/** What sorting, moving columns and other spreadsheet programs do: no edit. */
const handling = fc
  .record({ seed: fc.nat(1000), columns: fc.boolean(), blanks: fc.boolean() })
  .map(({ seed, columns, blanks }): InBook => {
    const order = (id: string): number =>
      id.split('').reduce((sum, char) => (sum * 31 + char.charCodeAt(0) + seed) % 997, 7)
    return (book) =>
      all(
        (it) => ({
          ...it,
          sheets: it.sheets.map((sheet) => ({
            ...sheet,
            rows: sheet.rows.toSorted((a, b) => order(a.id) - order(b.id)),
          })),
        }),
        (it) =>
          columns ? withSheet(it, activities, (sheet) => ({ ...sheet, columns: sheet.columns.toReversed() })) : it,
        (it) =>
          blanks
            ? withRows(it, duties, (rows) =>
                rows.map((row) => ({
                  ...row,
                  cells: Object.fromEntries(
                    Object.entries(row.cells).map(([key, text]) => [
                      key,
                      ` ${text.replaceAll(' ', '\u00a0').replaceAll('\n', '\r\n')}\u00a0`,
                    ]),
                  ),
                })),
              )
            : it,
      )(book)
  })

function proposed(matrix: Matrix, edit: InBook): ReturnType<typeof readProposal> {
  const subject = subjectOf(matrix)
  return readProposal(rawOf(edit(workbookOf(subject))), subject)
}

test('whatever is edited, exactly that is proposed', () => {
  fc.assert(
    fc.property(plan, handling, (steps, handled) => {
      const edits: InBook[] = []
      const expected = base.activities.flatMap((activity, place): Activity[] => {
        const { gone, move, duties: dutySteps } = steps[place]!
        if (gone) {
          edits.push(without(activities, rowIds.activity(activity.id)))
          return []
        }
        const moved = activity.duties.flatMap((duty, index): Duty[] => {
          const step = dutyMoves[dutySteps[index] ?? -1]
          if (step) edits.push(step.inBook(activity, index))
          const result = step ? step.inDuty(duty) : duty
          return result ? [result] : []
        })
        const step = activityMoves[move ?? -1]
        if (step) edits.push(step.inBook(activity))
        const changed = { ...activity, duties: moved }
        return [step ? step.inActivity(changed) : changed]
      })
      const read = proposed(base, all(...edits, handled))
      expect(read).toMatchObject({ ok: true, value: { issues: [], notes: [] } })
      expect(read.ok && read.value.changes).toEqual(compare(base, { ...base, activities: expected }))
    }),
    { numRuns: 300 },
  )
})

test('whatever the matrix, its workbook unedited proposes nothing', () => {
  fc.assert(
    fc.property(arbitraryMatrix, handling, (matrix, handled) => {
      expect(proposed(matrix, handled)).toEqual({ ok: true, value: { matrix, changes: [], issues: [], notes: [] } })
    }),
    { numRuns: 300 },
  )
})
