// Rows of the sign-in tables as the sign-in library asks for them: by conditions on columns, `id` for the key of each table.
import type { Expression, ExpressionBuilder, Kysely, SqlBool } from 'kysely'
import type { SystemScope } from './scope.ts'

/** Table → its key. */
const keys = {
  users: 'user_id',
  sessions: 'session_id',
  accounts: 'account_id',
  verifications: 'verification_id',
  two_factors: 'two_factor_id',
  passkeys: 'passkey_id',
} as const

export type SignInTable = keyof typeof keys
export type SignInRow = Readonly<Record<string, unknown>>

const operators = {
  eq: '=',
  ne: '!=',
  lt: '<',
  lte: '<=',
  gt: '>',
  gte: '>=',
  in: 'in',
  not_in: 'not in',
} as const

export interface Condition {
  readonly field: string
  /** equal, where it says nothing */
  readonly operator?: string | undefined
  readonly value: unknown
  readonly connector?: 'AND' | 'OR' | undefined
}

export interface Sought {
  readonly conditions: readonly Condition[]
  readonly orderBy?: { readonly field: string; readonly direction: 'asc' | 'desc' }
  readonly limit?: number
  readonly offset?: number
}

type Rows = Readonly<Record<string, SignInRow>>
type Builder = ExpressionBuilder<Rows, string>

export async function insertSignInRow({ sql }: SystemScope, table: SignInTable, row: SignInRow): Promise<SignInRow> {
  const made = await loose(sql).insertInto(table).values(inColumns(table, row)).returningAll().executeTakeFirstOrThrow()
  return inFields(table, made)
}

export async function findSignInRows(
  { sql }: SystemScope,
  table: SignInTable,
  { conditions, orderBy, limit, offset }: Sought,
): Promise<readonly SignInRow[]> {
  let query = loose(sql).selectFrom(table).selectAll().where(all(table, conditions))
  if (orderBy !== undefined) query = query.orderBy(column(table, orderBy.field), orderBy.direction)
  if (limit !== undefined) query = query.limit(limit)
  if (offset !== undefined && offset > 0) query = query.offset(offset)
  return (await query.execute()).map((row) => inFields(table, row))
}

export async function countSignInRows(
  { sql }: SystemScope,
  table: SignInTable,
  conditions: readonly Condition[],
): Promise<number> {
  const { counted } = await loose(sql)
    .selectFrom(table)
    .select(({ fn }) => fn.countAll().as('counted'))
    .where(all(table, conditions))
    .executeTakeFirstOrThrow()
  return Number(counted)
}

export interface RowChange {
  readonly conditions: readonly Condition[]
  readonly set: SignInRow
  /** added to what stands there; nothing there counts as 0 */
  readonly add?: Readonly<Record<string, number>>
}

/** As they are after it. */
export async function changeSignInRows(
  scope: SystemScope,
  table: SignInTable,
  { conditions, set, add = {} }: RowChange,
): Promise<readonly SignInRow[]> {
  if (Object.keys(set).length + Object.keys(add).length === 0) return findSignInRows(scope, table, { conditions })
  const rows = await loose(scope.sql)
    .updateTable(table)
    .set((eb: Builder) => ({
      ...inColumns(table, set),
      ...Object.fromEntries(
        Object.entries(add).map(([field, by]) => [
          column(table, field),
          eb(eb.fn.coalesce(column(table, field), eb.lit(0)), '+', by),
        ]),
      ),
    }))
    .where(all(table, conditions))
    .returningAll()
    .execute()
  return rows.map((row) => inFields(table, row))
}

/** As they were: of two that delete the same row at once, only one is told it. */
export async function deleteSignInRows(
  { sql }: SystemScope,
  table: SignInTable,
  conditions: readonly Condition[],
): Promise<readonly SignInRow[]> {
  const rows = await loose(sql).deleteFrom(table).where(all(table, conditions)).returningAll().execute()
  return rows.map((row) => inFields(table, row))
}

function loose(sql: SystemScope['sql']): Kysely<Rows> {
  return sql as unknown as Kysely<Rows>
}

/** Those joined by AND, and one of those joined by OR. */
function all(table: SignInTable, conditions: readonly Condition[]) {
  return (eb: Builder) => {
    const { AND: required = [], OR: either = [] } = Object.groupBy(conditions, ({ connector }) => connector ?? 'AND')
    const held = required.map((condition) => one(eb, table, condition))
    return eb.and(either.length === 0 ? held : [...held, eb.or(either.map((condition) => one(eb, table, condition)))])
  }
}

function one(eb: Builder, table: SignInTable, { field, operator = 'eq', value }: Condition): Expression<SqlBool> {
  const name = column(table, field)
  if (value === null) return eb(name, operator === 'ne' ? 'is not' : 'is', null)
  const sign = operators[operator as keyof typeof operators]
  if (sign === undefined) throw new Error(`sign-in asks for rows by ${operator}`)
  return eb(name, sign, value)
}

function column(table: SignInTable, field: string): string {
  return field === 'id' ? keys[table] : field
}

function inColumns(table: SignInTable, { id, ...rest }: SignInRow): SignInRow {
  return id === undefined ? rest : { [keys[table]]: id, ...rest }
}

function inFields(table: SignInTable, row: SignInRow): SignInRow {
  const { [keys[table]]: id, ...rest } = row
  return { id, ...rest }
}
