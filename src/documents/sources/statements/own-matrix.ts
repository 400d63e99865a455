// A matrix of Demarc, or a revision of one: what each objective's duties say, as its customer responsibility matrix tells it.
import type { Statement, SourceDocument } from '../../../core/claims/source-document.ts'
import type { Context } from '../../../core/context.ts'
import { coverage } from '../../../core/coverage.ts'
import type { ObjectiveCoverage } from '../../../core/coverage.ts'
import type { Duty } from '../../../core/duty.ts'
import { readDocument } from '../../../core/matrix-document.ts'
import type { Matrix } from '../../../core/matrix.ts'
import { dutyHolders, ownership } from '../../../core/ownership.ts'
import { concerns, decisionFault } from '../../../core/decision-standing.ts'
import { sayDuty } from '../../../core/views/say-duty.ts'
import { servingActivities } from '../../../core/views/serving.ts'
import { partyName } from '../../../core/views/view.ts'
import { given, sourceOf } from './source-of.ts'
import { held, isGroup } from './spot.ts'

const format = 'demarc-matrix'

export function readOwnMatrix(value: unknown, context: Context): SourceDocument | undefined {
  if (!isOurs(value)) return undefined
  const read = readDocument(value, context)
  if (!read.ok) return sourceOf({ format, statements: [] }, read.issues)
  if (read.value.kind === 'engagement')
    return sourceOf({ format, statements: [] }, [
      { at: 'the document', message: 'it holds the engagement only, no activities' },
    ])
  const { matrix } = read.value
  return sourceOf({ format, statements: statementsOf(matrix, context), title: matrix.title }, [])
}

function isOurs(value: unknown): boolean {
  const name = isGroup(value) ? held(value, 'format') : undefined
  return typeof name === 'string' && /^demarc\/matrix@\d+$/.test(name)
}

function statementsOf(matrix: Matrix, context: Context): readonly Statement[] {
  const places = new Map(
    matrix.activities.map((activity, index) => [activity, `activities[${index}] (${activity.id})`]),
  )
  return coverage(matrix, context).objectives.flatMap((objective): readonly Statement[] => {
    const { id } = objective.target.objective
    if (objective.status === 'not-applicable')
      return [{ at: decisionPlaces(objective, matrix), id, ownership: 'not-applicable', text: '' }]
    const serving = servingActivities(objective, { matrix })
    if (serving.length === 0) return []
    const at = serving.map((activity) => places.get(activity)!).join(', ')
    return [
      {
        at,
        id,
        ...allocated(
          serving.flatMap(({ duties }) => duties),
          matrix,
        ),
      },
    ]
  })
}

function decisionPlaces({ target }: ObjectiveCoverage, { decisions }: Matrix): string {
  return decisions
    .flatMap((decision, index) =>
      decision.kind === 'not-applicable' && concerns(decision, target) && decisionFault(decision) === undefined
        ? [`decisions[${index}]`]
        : [],
    )
    .join(', ')
}

/** In the words of the crm view; the party is named where it is the only one. */
function allocated(
  duties: readonly Duty[],
  matrix: Matrix,
): Pick<Statement, 'ownership' | 'text' | 'party' | 'customerMust'> {
  const owner = ownership({ duties })
  const [holder, second] = dutyHolders({ duties: duties.filter(({ kind }) => kind !== 'pays') })
  const of = (duty: Duty): string => `${partyName(matrix, duty.party)}: ${sayDuty(duty, matrix)}`
  return {
    ...given('party', holder !== undefined && second === undefined ? partyName(matrix, holder) : undefined),
    ownership: owner === 'unassigned' ? 'unclear' : owner,
    text: duties
      .filter(({ party }) => party !== 'client')
      .map(of)
      .join('\n'),
    ...given(
      'customerMust',
      duties
        .filter(({ party }) => party === 'client')
        .map((duty) => sayDuty(duty, matrix))
        .join('\n'),
    ),
  }
}
