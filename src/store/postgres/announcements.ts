// Changes that processes on one PostgreSQL tell each other of. Sent after the commit and many at a time: a NOTIFY within a
// transaction makes all commits of the database queue behind one lock. One that a crash swallowed is found by looking.
import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import type { Pool } from 'pg'
import type { TenantId } from '../../core/record-id.ts'
import type { Heard } from '../change-watch.ts'

const channel = 'demarc_changes'
/** A payload is under 8,000 bytes, an id under 40. */
const atOnce = 150

export interface Announcements {
  readonly announce: (tenant: TenantId) => void
  /** Begins to hear the others, or again after the connection was cut. */
  readonly hear: () => void
  readonly close: () => Promise<void>
}

export function announcements(url: string, pool: Pool, heard: Heard): Announcements {
  const own = randomUUID()
  const told = new Set<TenantId>()
  let sending: Promise<void> | undefined
  let listening: Promise<Client | undefined> | undefined
  let closed = false

  async function send(): Promise<void> {
    while (told.size > 0) {
      const tenants = [...told].slice(0, atOnce)
      for (const tenant of tenants) told.delete(tenant)
      await pool.query('select pg_notify($1, $2)', [channel, [own, ...tenants].join(' ')]).catch(() => undefined)
    }
    sending = undefined
  }

  async function listen(): Promise<Client | undefined> {
    const client = new Client({ connectionString: url })
    const lost = () => {
      listening = undefined
    }
    client.on('error', lost)
    client.on('end', lost)
    client.on('notification', ({ payload = '' }) => {
      const [from, ...tenants] = payload.split(' ')
      if (from !== own) for (const tenant of tenants) heard(tenant as TenantId)
    })
    try {
      await client.connect()
      await client.query(`listen ${channel}`)
      return client
    } catch {
      lost() // the next look tries again; until then looking is all
      return undefined
    }
  }

  return {
    announce: (tenant) => {
      if (closed) return
      told.add(tenant)
      sending ??= send()
    },
    hear: () => {
      if (!closed) listening ??= listen()
    },
    close: async () => {
      closed = true
      const client = await listening
      await Promise.all([sending, client?.end()])
    },
  }
}
