// Glances at SQLite: on a connection of its own, so that none looks into a moment that somebody else holds open. What was seen is
// kept until somebody commits: to ask whether anybody did costs less than one row, and is asked once for all that ask together.
import { gathered, glanceOf, keyOf } from '../glance.ts'
import type { Asked, Glance, GlanceAt } from '../glance.ts'
import type { OpenFile } from './node-sqlite.ts'

const statement = 'select engagement_id, state, version from engagements where tenant_id = ? and engagement_id = ?'

/** Engagements; more than people look at while nobody writes. */
const most = 10_000

export function sqliteGlance(file: OpenFile): GlanceAt {
  const prepared = file.prepare(statement)
  const found = new Map<string, Glance>()
  let seen = file.changesElsewhere()
  return gathered(async (asked: readonly Asked[]) => {
    const now = file.changesElsewhere()
    if (now !== seen || found.size > most) found.clear()
    seen = now
    for (const { tenant, id } of asked) {
      const key = keyOf(tenant, id)
      if (found.has(key)) continue
      const [row] = prepared.all([tenant, id])
      if (row !== undefined) found.set(key, glanceOf(row as Parameters<typeof glanceOf>[0]))
    }
    return found
  })
}
