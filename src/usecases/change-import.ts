// What becomes of an import besides acceptance: its columns corrected, its document read again, set aside, taken up again.
import { createHash } from 'node:crypto'
import { same } from '../core/compare.ts'
import { Mapping } from '../core/mapping/mapping.ts'
import type { ImportId } from '../core/record-id.ts'
import { Overtaken, Refusal } from '../core/refusal.ts'
import { saveImportParts } from '../store/import-parts.ts'
import type { ImportLists } from '../store/import-parts.ts'
import { saveImport } from '../store/imports.ts'
import type { OpenedImport } from '../store/imports.ts'
import { rememberLayouts } from '../store/layouts.ts'
import type { UseCase } from './context.ts'
import { countsOf, readClaims } from './read-claims.ts'
import { importFor, openImport } from './read-imports.ts'
import { transact } from './transact.ts'
import type { Change } from './transact.ts'

/** What was seen of it: an id, and the version that the editor saw. */
export interface SeenImport {
  readonly id: ImportId
  readonly version: number
}

/**
 * Confirms how its columns were understood, or corrects it; remembered for the next document of the layout. What was
 * corrected has to be read again, for the document itself is not kept.
 */
export function confirmMapping(ctx: UseCase, seen: SeenImport, mapping: Mapping): Promise<OpenedImport> {
  return changed(ctx, seen, async (one, change) => {
    const understood = Mapping.parse(one.file.mapping)
    const strange = mapping.tables.find(({ layout }) => !understood.tables.some((table) => table.layout === layout))
    if (strange !== undefined)
      throw new Refusal(
        'invalid',
        `this document has no table like "${strange.table}"; send the mapping that was shown, corrected`,
      )
    await rememberLayouts(change, mapping, { at: change.at, by: ctx.actor.user })
    const asRead = sameMeaning(understood, mapping)
    return {
      after: asRead ? one : { ...one, state: 'corrected', file: { ...one.file, mapping } },
      kind: asRead ? 'import.mapping-confirmed' : 'import.mapping-corrected',
      body: { mapping },
    }
  })
}

export async function readImportAgain(ctx: UseCase, seen: SeenImport, bytes: Uint8Array): Promise<OpenedImport> {
  const standing = await ctx.store.read(ctx.actor.tenant, (scope) =>
    importFor(ctx, scope, { id: seen.id, action: 'claims.import' }),
  )
  if (createHash('sha256').update(bytes).digest('hex') !== standing.sha256)
    throw new Refusal(
      'invalid',
      `this is another file than ${standing.name} as it was imported; send the very same one, or import this one`,
    )
  const read = await readClaims(ctx, { name: standing.name, bytes, asked: standing.asked })
  const summary = countsOf(read)
  return changed(ctx, seen, async (one) => ({
    after: { ...one, state: 'open', file: read.head, summary },
    lists: read,
    kind: 'import.read-again',
    body: summary,
  }))
}

export function setImportAside(ctx: UseCase, seen: SeenImport, because: string): Promise<OpenedImport> {
  return changed(ctx, seen, async (one) => {
    if (one.state === 'set-aside') throw new Refusal('conflict', 'this import is set aside already')
    return { after: { ...one, state: 'set-aside' }, kind: 'import.set-aside', body: { because } }
  })
}

export function takeImportUp(ctx: UseCase, seen: SeenImport): Promise<OpenedImport> {
  return changed(ctx, seen, async (one) => {
    if (one.state !== 'set-aside') throw new Refusal('conflict', 'this import is not set aside')
    return { after: { ...one, state: 'open' }, kind: 'import.taken-up', body: {} }
  })
}

interface Decided {
  readonly after: OpenedImport
  /** in the place of those that it has */
  readonly lists?: ImportLists
  readonly kind: string
  readonly body: unknown
}

async function changed(
  ctx: UseCase,
  { id, version }: SeenImport,
  decide: (one: OpenedImport, change: Change) => Promise<Decided>,
): Promise<OpenedImport> {
  await transact(ctx, async (change) => {
    const one = await importFor(ctx, change, { id, action: 'claims.import' })
    if (one.version !== version) throw overtaken(one)
    const { after, lists, kind, body } = await decide(one, change)
    if (!(await saveImport(change, { ...after, version: version + 1 }))) throw overtaken(one)
    if (lists !== undefined) await saveImportParts(change, id, lists)
    change.record({ kind, subject: id, engagement: one.engagement, body })
  })
  return openImport(ctx, id)
}

function overtaken({ file: _file, ...current }: OpenedImport): Overtaken {
  return new Overtaken('somebody changed this import meanwhile; look at it again', current)
}

/** Reasons and examples are for the reader. */
function sameMeaning(a: Mapping, b: Mapping): boolean {
  const meaning = ({ tables, words, names = {} }: Mapping) => ({
    tables: tables.map(({ layout, columns }) => ({
      layout,
      columns: columns.map(({ because: _because, examples: _examples, ...column }) => column),
    })),
    words,
    names,
  })
  return same(meaning(a), meaning(b))
}
