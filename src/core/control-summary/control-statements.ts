// The control tables of a security plan as statements: one for each control, at its list of originations.
import type { SourceTable, Statement } from '../claims/source-document.ts'
import type { Issue } from '../issue.ts'
import type { Naming } from '../mapping/party-words.ts'
import { visibleText } from '../text.ts'
import { boxesIn } from './check-list.ts'
import type { Box } from './check-list.ts'
import { controlTablesIn } from './control-tables.ts'
import type { PlannedControl } from './control-tables.ts'
import { controlVerdict } from './control-verdict.ts'
import { solutionIn } from './solution.ts'
import type { Solution } from './solution.ts'

export interface ControlStatements {
  readonly statements: readonly Statement[]
  readonly issues: readonly Issue[]
  /** tables that are none of these */
  readonly others: readonly SourceTable[]
  /** a form of so many controls that nobody filled in */
  readonly blank: number
}

interface Filled {
  readonly control: PlannedControl
  readonly boxes: readonly Box[]
  readonly solution: Solution
}

export function controlStatements(tables: readonly SourceTable[], naming: Naming): ControlStatements {
  const { controls, others } = controlTablesIn(tables)
  const filled = controls.map((control) => ({
    control,
    boxes: boxesIn(control.lists),
    solution: solutionIn(control.solution, naming),
  }))
  if (!filled.some(isFilledIn)) return { statements: [], issues: [], others, blank: controls.length }
  const read = filled.map((one) => statementOf(one))
  return {
    statements: read.map(({ statement }) => statement),
    issues: read.flatMap(({ issues }) => issues),
    others,
    blank: 0,
  }
}

function isFilledIn({ boxes, solution }: Filled): boolean {
  return boxes.some(({ state }) => state !== 'empty') || solution.text !== '' || solution.customerMust !== ''
}

function statementOf({ control, boxes, solution }: Filled): {
  readonly statement: Statement
  readonly issues: readonly Issue[]
} {
  const { id, at, summed } = control
  const { ownership, party, faults } = summed
    ? controlVerdict(boxes, solution)
    : { ownership: 'unclear' as const, faults: [unsummed] }
  const ticked = boxes.filter(({ state }) => state === 'ticked').map(({ label }) => label)
  const told = ownership === 'unclear' && ticked.length > 0 ? [`Ticked: ${ticked.join('; ')}`] : []
  const customerMust = visibleText(solution.customerMust)
  const from = visibleText(party ?? '')
  return {
    statement: {
      at,
      id,
      ...(from !== '' && { party: from }),
      ownership,
      text: visibleText([...told, solution.text].filter((text) => text !== '').join('\n')),
      ...(customerMust !== '' && { customerMust }),
    },
    issues: faults.map((message) => ({ at, message: `${id}: ${message}` })),
  }
}

const unsummed = 'its solution is told, and no summary with boxes stands beside it; whose work it is stays unclear'
