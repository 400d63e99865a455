// Does the database answer, and is its schema this program's? Asked all the time, so it reads one row.
import { newestSchema } from './migrations.ts'
import type { SystemScope } from './scope.ts'

export interface SchemaStanding {
  readonly database: number
  readonly program: number
}

export async function schemaStanding({ sql }: SystemScope, engine: 'sqlite' | 'postgres'): Promise<SchemaStanding> {
  const row = await sql
    .selectFrom('schema_versions')
    .select((columns) => columns.fn.max('number').as('newest'))
    .executeTakeFirstOrThrow()
  return { database: row.newest, program: newestSchema(engine) }
}
