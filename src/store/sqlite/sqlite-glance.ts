// Glances at SQLite: on a connection of its own, so that none looks into a moment that somebody else holds open.
import { gathered, glanceOf, keyOf } from '../glance.ts'
import type { Asked, Glance, GlanceAt } from '../glance.ts'
import type { OpenFile } from './node-sqlite.ts'

const statement = 'select engagement_id, state, version from engagements where tenant_id = ? and engagement_id = ?'

export function sqliteGlance(file: OpenFile): GlanceAt {
  const prepared = file.prepare(statement)
  return gathered(async (asked: readonly Asked[]) => {
    const found = new Map<string, Glance>()
    const done = new Set<string>()
    for (const { tenant, id } of asked) {
      const key = keyOf(tenant, id)
      if (done.has(key)) continue
      done.add(key)
      const [row] = prepared.all([tenant, id])
      if (row !== undefined) found.set(key, glanceOf(row as Parameters<typeof glanceOf>[0]))
    }
    return found
  })
}
