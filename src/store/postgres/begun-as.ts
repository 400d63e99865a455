// A transaction that begins as a role and for a tenant, in one round trip; both last no longer than it does.
import { AbortedTransactionError, CompiledQuery } from 'kysely'
import type { Kysely } from 'kysely'
import { escapeLiteral } from 'pg'
import type { TenantId } from '../../core/record-id.ts'
import type { Tables } from '../tables.ts'

export interface Begun {
  readonly kind: 'read' | 'write'
  /** none: what belongs to no tenant */
  readonly tenant?: TenantId
}

export function begunAs<T>(
  database: Kysely<Tables>,
  begun: Begun,
  work: (sql: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  return database.connection().execute(async (connection) => {
    try {
      await connection.executeQuery(CompiledQuery.raw(opening(begun)))
      const result = await work(connection)
      const { rows } = await connection.executeQuery<{ readonly command?: string }>(commit)
      // So PostgreSQL ends a transaction in which a statement had failed and nobody minded.
      if (rows[0]?.command === 'ROLLBACK') throw new AbortedTransactionError()
      return result
    } catch (error) {
      // Where the connection is gone, so is the transaction, and the pool takes neither back.
      await connection.executeQuery(rollback).catch(() => undefined)
      throw error
    }
  })
}

const commit = CompiledQuery.raw('commit')
const rollback = CompiledQuery.raw('rollback')

const beginning = { read: 'start transaction isolation level repeatable read read only', write: 'begin' } as const

function opening({ kind, tenant }: Begun): string {
  const role = tenant === undefined ? 'demarc_system' : 'demarc_tenant'
  return `${beginning[kind]};select set_config('role', '${role}', true), set_config('app.tenant', ${escapeLiteral(tenant ?? '')}, true)`
}
