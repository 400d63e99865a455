// What stands here is not what was signed.
import { same } from '../compare.ts'
import type { Context } from '../context.ts'
import type { Finding } from '../finding.ts'
import type { Matrix } from '../matrix.ts'
import { sayList } from '../naming.ts'

/** What the parties agreed to, besides the activities. */
const agreed = [
  'frameworks',
  'scopes',
  'parties',
  'offerings',
  'agreement',
  'parameters',
  'decisions',
  'situations',
  'variants',
  'parts',
] as const satisfies readonly (keyof Matrix)[]

export function checkChangedSinceSigned(matrix: Matrix, { signed }: Context): readonly Finding[] {
  if (!signed) return []
  const fields = agreed.filter((field) => !same(matrix[field], signed[field]))
  const activities = changedActivities(matrix, signed)
  const [only] = activities
  if (activities.length + fields.length === 0) return []
  return [
    {
      code: 'changed-since-signed',
      severity: 'warning',
      activity: activities.length === 1 && fields.length === 0 ? only! : null,
      at: activities.length > 0 ? 'activities' : fields[0]!,
      message: `Changed since it was signed: ${sayList([...activities, ...fields], 20)}. The signatures hold for the old words; send this for signature again.`,
    },
  ]
}

function changedActivities(matrix: Matrix, signed: Matrix): readonly string[] {
  const before = new Map(signed.activities.map((activity) => [activity.id, activity]))
  const changed = matrix.activities.filter((activity) => !same(before.get(activity.id), activity)).map(({ id }) => id)
  const still = new Set(matrix.activities.map(({ id }) => id))
  return [...changed, ...[...before.keys()].filter((id) => !still.has(id))]
}
