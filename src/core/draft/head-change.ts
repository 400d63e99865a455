// A change of what an engagement says beside its activities: each field that is named is replaced whole.
import { same } from '../compare.ts'
import { MatrixHead } from '../matrix.ts'

export const HeadChange = MatrixHead.omit({ format: true, id: true, decisions: true, parameters: true })
  .partial()
  .meta({ description: 'the fields to replace; decisions and parameters have addresses of their own' })
export type HeadChange = ReturnType<typeof HeadChange.parse>

type Fields = Partial<Record<keyof MatrixHead, unknown>>

export interface ChangedHead {
  readonly head: MatrixHead
  /** only the fields that differ */
  readonly before: Fields
  readonly after: Fields
}

/** Undefined where nothing differs. */
export function changedHead(head: MatrixHead, change: Partial<MatrixHead>): ChangedHead | undefined {
  const fields = (Object.keys(change) as (keyof MatrixHead)[]).filter(
    (field) => change[field] !== undefined && !same(head[field], change[field]),
  )
  if (fields.length === 0) return undefined
  const only = (from: Partial<MatrixHead>): Fields => Object.fromEntries(fields.map((field) => [field, from[field]]))
  return { head: { ...head, ...only(change) } as MatrixHead, before: only(head), after: only(change) }
}
