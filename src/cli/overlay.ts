// Official wording on this machine: read from the user's file, kept outside the shipped data, shown beside our summaries.
import { existsSync, mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import type { Framework } from '../core/framework.ts'
import { Refusal } from '../core/refusal.ts'
import { readOfficialWording } from '../documents/official-wording.ts'
import { readJsonValue } from '../documents/read-value.ts'
import { readBytes, writeWhole } from './files.ts'
import type { Terminal } from './terminal.ts'

const Kept = z.strictObject({ framework: z.string(), edition: z.string(), texts: z.record(z.string(), z.string()) })

export function layOver(framework: Framework, file: string, terminal: Terminal): 0 {
  const wording = readOfficialWording(readBytes(file), framework)
  if (!wording.ok) throw new Refusal('invalid', `${file} was not laid over`, wording.issues)
  const { texts, strangers } = wording.value
  const kept = placeOf(framework)
  mkdirSync(folder(), { recursive: true })
  writeWhole(
    kept,
    new TextEncoder().encode(
      JSON.stringify({ framework: framework.id, edition: framework.edition, texts: Object.fromEntries(texts) }),
    ),
  )
  const ids = framework.requirements.flatMap(({ id, objectives }) => [
    id,
    ...objectives.map((objective) => objective.id),
  ])
  const all = new Set(ids).size
  terminal.out(
    `${framework.title}: official wording of ${texts.size} of ${all} requirements and objectives, kept in ${kept}\n`,
  )
  if (strangers.length > 0)
    terminal.err(
      `${strangers.length} entries are not of this framework and were left out: ${strangers.slice(0, 5).join(', ')}${strangers.length > 5 ? ' …' : ''}\n`,
    )
  return 0
}

export function overlayOf(framework: Framework): ReadonlyMap<string, string> {
  const file = placeOf(framework)
  if (!existsSync(file)) return new Map()
  const read = readJsonValue(readBytes(file))
  const kept = read.ok ? Kept.safeParse(read.value) : undefined
  if (!kept?.success)
    throw new Refusal('invalid', `the kept wording ${file} is damaged; delete it, or lay the wording over again`)
  return kept.data.edition === framework.edition ? new Map(Object.entries(kept.data.texts)) : new Map()
}

function placeOf(framework: Framework): string {
  return join(folder(), `${framework.id}.json`)
}

function folder(): string {
  return join(process.env['DEMARC_HOME'] ?? join(homedir(), '.demarc'), 'overlays')
}
