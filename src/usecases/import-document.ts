// A document of another provider, or an old matrix of somebody's, brought in as claims: nothing of it counts until it is accepted.
import { basename } from 'node:path'
import { authorizeIn } from '../core/access/authorize.ts'
import type { EngagementId, ImportId } from '../core/record-id.ts'
import { Refusal } from '../core/refusal.ts'
import { findEngagement } from '../store/engagements.ts'
import { saveImportParts } from '../store/import-parts.ts'
import { insertImport } from '../store/imports.ts'
import type { OpenedImport } from '../store/imports.ts'
import type { UseCase } from './context.ts'
import { countsOf, readClaims } from './read-claims.ts'
import type { GivenDocument } from './read-claims.ts'
import { openImport } from './read-imports.ts'
import { transact } from './transact.ts'

export async function importDocument(
  ctx: UseCase,
  engagement: EngagementId,
  given: GivenDocument,
): Promise<OpenedImport> {
  await ctx.store.read(ctx.actor.tenant, async (scope) =>
    authorizeIn(ctx.actor, 'claims.import', await findEngagement(scope, engagement)),
  )
  if (given.bytes.length === 0) throw new Refusal('invalid', 'this file is empty; send the document’s bytes')
  const name = basename(given.name.replaceAll('\\', '/'))
  const read = await readClaims(ctx, { ...given, name })
  const { head: file } = read
  const { id } = await transact(ctx, async (change) => {
    authorizeIn(ctx.actor, 'claims.import', await findEngagement(change, engagement))
    const one = {
      id: ctx.newId('import') as ImportId,
      engagement,
      name,
      asked: given.asked,
      sha256: file.source.sha256,
      version: 1,
      state: 'open' as const,
      summary: countsOf(read),
      file,
      madeAt: change.at,
      madeBy: ctx.actor.user,
    }
    await insertImport(change, one)
    await saveImportParts(change, one.id, read)
    const { asked, sha256, summary } = one
    change.record({ kind: 'import.made', subject: one.id, engagement, body: { name, asked, sha256, summary } })
    return one
  })
  return openImport(ctx, id)
}
