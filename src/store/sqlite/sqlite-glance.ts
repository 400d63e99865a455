// A glance at SQLite: one statement on a connection of its own, so that it never looks into a moment that somebody else holds open.
import type { Glance, GlanceAt } from '../glance.ts'
import { glanceOf } from '../glance.ts'
import type { OpenFile } from './node-sqlite.ts'

const statement = 'select engagement_id, state, version from engagements where tenant_id = ? and engagement_id = ?'

export function sqliteGlance(file: OpenFile): GlanceAt {
  const prepared = file.prepare(statement)
  // oxlint-disable-next-line require-await -- the other engine waits
  return async (tenant, id): Promise<Glance | undefined> => {
    const [row] = prepared.all([tenant, id])
    return row === undefined ? undefined : glanceOf(row as Parameters<typeof glanceOf>[0])
  }
}
