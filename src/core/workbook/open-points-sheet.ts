// What is open, why, and what closes it: a row for each open objective.
import type { ObjectiveCoverage } from '../coverage.ts'
import { exemptionsFor } from '../exemption.ts'
import type { Matrix } from '../matrix.ts'
import type { Subject } from '../rendition/rendition.ts'
import { sayTitle } from '../views/say-duty.ts'
import { distinct, filled, lines, oneLine } from './cells.ts'
import { sayMending, sayReason } from './reason-words.ts'
import { rowIds } from './row-id.ts'
import type { Sheet, SheetRow } from './workbook.ts'

export function openPointsSheet({ matrix, proof, framework }: Subject): Sheet {
  const open = proof.objectives.filter(
    ({ target, status }) => status === 'open' && (framework === undefined || target.framework.id === framework),
  )
  return {
    name: 'Open points',
    note:
      open.length === 0
        ? 'No objective is open: every one is allocated without a gap. That does not mean agreed, signed or implemented.'
        : 'Every objective that is still open, with the reasons and what closes it. Derived; it shrinks as the rows are mended.',
    pinned: 'id',
    orientation: 'landscape',
    columns: [
      { key: 'framework', title: 'Framework', width: 15 },
      { key: 'id', title: 'Id', width: 18 },
      { key: 'summary', title: 'Objective', width: 32 },
      { key: 'why', title: 'Why it is open', width: 19 },
      { key: 'details', title: 'In particular', width: 46 },
      { key: 'mend', title: 'What to do', width: 40 },
      { key: 'activities', title: 'Activities', width: 32 },
    ],
    rows:
      open.length === 0
        ? [nothing]
        : open.map((objective) => ({
            id: rowIds.open(objective.target.ref),
            cells: {
              framework: lines(objective.target.framework.title),
              id: objective.target.objective.id,
              summary: lines(objective.target.objective.summary),
              why: objective.reasons.map(sayReason).join('\n'),
              details: details(objective, matrix),
              mend: [...objective.reasons.map(sayMending), ...exempt(objective, matrix)].join('\n'),
              activities: distinct(activitiesIn(objective, matrix)),
            },
          })),
  }
}

const nothing: SheetRow = { id: rowIds.none('open'), cells: { summary: 'No objective is open.' } }

/** Each gap once, under the activity that it is in. */
function details({ gaps }: ObjectiveCoverage, matrix: Matrix): string {
  const titles = new Map(matrix.activities.map(({ id, title }) => [id, oneLine(filled(title, matrix))]))
  return distinct(
    gaps.map(({ message, activity }) =>
      activity === undefined ? oneLine(message) : `${titles.get(activity) ?? activity}: ${oneLine(message)}`,
    ),
  )
}

function exempt(objective: ObjectiveCoverage, { activities }: Matrix): readonly string[] {
  return exemptionsFor(objective, activities).map(({ part, because, evidence }) =>
    oneLine(
      `${part === undefined ? 'It does' : `The part "${part}" does`} not apply where: ${because} Shown by: ${evidence.map(({ what }) => what).join('; ')}. Then record a decision.`,
    ),
  )
}

function activitiesIn({ gaps }: ObjectiveCoverage, matrix: Matrix): readonly string[] {
  const named = new Set(gaps.map(({ activity }) => activity))
  return matrix.activities.filter(({ id }) => named.has(id)).map((activity) => oneLine(sayTitle(activity, matrix)))
}
