// Claims accepted into the draft, all or some: each becomes a duty that rests on its document; what it leaves to others stays open.
import { authorizeIn } from '../core/access/authorize.ts'
import type { EngagementId } from '../core/record-id.ts'
import { Overtaken, Refusal } from '../core/refusal.ts'
import { findEngagement } from '../store/engagements.ts'
import { saveImport } from '../store/imports.ts'
import type { OpenedImport } from '../store/imports.ts'
import type { Scope } from '../store/scope.ts'
import type { Applied } from './apply-proposal.ts'
import type { AcceptAsked } from './claims-asked.ts'
import type { UseCase } from './context.ts'
import { chosenImports, documentsHeld, seenDocuments } from './documents-held.ts'
import { editDraft } from './edit-draft.ts'
import { inFieldWords } from './field-words.ts'

/** The answer is what `demarc claims accept --json` tells. What becomes of the draft is found out before it is locked. */
export async function acceptClaims(ctx: UseCase, id: EngagementId, asked: AcceptAsked): Promise<Applied<object>> {
  if (asked.instead.length > 0 && asked.at.length === 0)
    throw new Refusal('invalid', 'instead: say with at which claim takes the place of the row')
  const { tenant } = ctx.actor
  const { imports, held } = await ctx.store.read(tenant, async (scope) => {
    const engagement = await findEngagement(scope, id)
    authorizeIn(ctx.actor, 'matrix.edit', engagement)
    refuseOvertaken(engagement.version, asked)
    const chosen = await chosenImports(scope, id, asked)
    return { imports: chosen, held: await documentsHeld(scope, engagement, chosen) }
  })
  const date = new Date(ctx.now()).toISOString().slice(0, 10)
  const accepted = await inFieldWords(ctx.claimsDesk.ask(tenant, 'accept', { ...held, asked, date }))
  const { edit, answer, digests } = accepted
  const { version } = await editDraft(ctx, { id }, async (draft) => {
    refuseOvertaken(draft.version, asked)
    refuseChanged(imports, await chosenImports(draft.scope, id, asked))
    await markAccepted(draft.scope, imports, new Set(digests))
    const { reason, by } = asked
    const body = { reason, by, imports: imports.map((one) => one.id), ...answer }
    return { ...edit, because: { kind: 'claims.accepted', subject: id, body } }
  })
  return { answer, version }
}

function refuseOvertaken(version: number, asked: AcceptAsked): void {
  if (version !== asked.version)
    throw new Overtaken('the draft changed since the review; review the claims again', { version })
}

function refuseChanged(seen: readonly OpenedImport[], now: readonly OpenedImport[]): void {
  if (JSON.stringify(seenDocuments(seen)) !== JSON.stringify(seenDocuments(now)))
    throw new Refusal('conflict', 'somebody changed an import meanwhile; review the claims again')
}

/** Documents of which something was accepted; what they leave stays to be worked on. */
async function markAccepted(
  scope: Scope,
  imports: readonly OpenedImport[],
  digests: ReadonlySet<string>,
): Promise<void> {
  for (const one of imports) {
    if (one.state !== 'open' || !digests.has(one.sha256)) continue
    if (!(await saveImport(scope, { ...one, state: 'accepted', version: one.version + 1 })))
      throw new Overtaken('somebody changed an import meanwhile; review the claims again', { id: one.id })
  }
}
