// Schedule G: the roles that the rows name, each with the person meant; whom another role means, its party says.
import type { Context } from '../context.ts'
import type { Duty } from '../duty.ts'
import { cellOf } from '../paper/paper.ts'
import type { Block, Cell, Section } from '../paper/paper.ts'
import { fill } from '../placeholder.ts'
import type { Subject } from '../rendition/rendition.ts'
import type { Chapter } from './numbered-rows.ts'
import { partiesInOrder } from './party-order.ts'
import { shortName } from './short-name.ts'

export function rolesSchedule({ matrix, context }: Subject, chapters: readonly Chapter[]): Section {
  const duties = chapters.flatMap(({ rows }) => rows).flatMap(({ activity }) => activity.duties)
  const rows = partiesInOrder(matrix).flatMap(({ id }) =>
    rolesOf(id, duties).map((role): readonly Cell[] => [
      cellOf(shortName(id, matrix)),
      cellOf(fill(role, matrix.parameters)),
      cellOf(meaningOf(role, id, context) ?? 'The person whom that party names.'),
    ]),
  )
  const none: Block = { kind: 'text', line: [{ text: 'None: no row names a role.' }] }
  return {
    heading: 'Schedule G. Roles',
    level: 1,
    orientation: 'landscape',
    blocks: [rows.length === 0 ? none : tableOf(rows)],
  }
}

function rolesOf(party: string, duties: readonly Duty[]): readonly string[] {
  const named = duties.flatMap((duty) => (duty.party === party && duty.role !== undefined ? [duty.role] : []))
  return [...new Set(named)].toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1))
}

function meaningOf(role: string, party: string, { roles = {}, mspRoles = {} }: Context): string | undefined {
  const known = party === 'client' ? roles : mspRoles
  return Object.hasOwn(known, role) ? known[role] : undefined
}

function tableOf(rows: readonly (readonly Cell[])[]): Block {
  return {
    kind: 'table',
    caption: 'Who is meant by each role; one person may hold several',
    columns: [
      { title: 'Party', weight: 4 },
      { title: 'Role', weight: 5 },
      { title: 'Person meant', weight: 14 },
    ],
    groups: [{ rows }],
  }
}
