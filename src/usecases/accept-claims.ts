// Claims accepted into the draft, all or some: each becomes a duty that rests on its document; what it leaves to others stays open.
import { z } from 'zod'
import { acceptedJson, addedParties } from '../core/claims-review/accepted-json.ts'
import { acceptClaims as accept } from '../core/claims-review/acceptance.ts'
import type { Accepted } from '../core/claims-review/acceptance.ts'
import { choose } from '../core/claims-review/choice.ts'
import type { Left } from '../core/claims-review/choice.ts'
import { hear } from '../core/claims-review/hearing.ts'
import { refuseUnreplaced, withdrawRows } from '../core/claims-review/replacement.ts'
import { groundOf, refuseUnknownScopes } from '../core/claims-review/said.ts'
import { coverage } from '../core/coverage.ts'
import { ActivityId } from '../core/identifiers.ts'
import type { EngagementId } from '../core/record-id.ts'
import { Overtaken, Refusal } from '../core/refusal.ts'
import { Text } from '../core/text.ts'
import { saysNotApplicable, saysOnlyMark } from '../core/wording/says-nothing.ts'
import { saveImport } from '../store/imports.ts'
import type { WholeImport } from '../store/imports.ts'
import { applyProposal } from './apply-proposal.ts'
import type { Applied } from './apply-proposal.ts'
import type { UseCase } from './context.ts'
import type { Draft } from './edit-draft.ts'
import { inFieldWords, withFieldWords } from './field-words.ts'
import { againstOf, chosenImports, ReviewAsked, saidOf } from './review-claims.ts'

const Reason = Text.refine(
  (text) => !saysNotApplicable(text) && !saysOnlyMark(text),
  'this gives no reason; say why the claims are accepted',
)

export const AcceptAsked = ReviewAsked.extend({
  version: z.int().min(1).meta({ description: 'the version of the draft that the review showed' }),
  reason: Reason,
  by: Text.optional().meta({ description: 'who decided it' }),
  only: z
    .array(Text)
    .default([])
    .meta({ description: 'only claims about these requirements or objectives', example: ['AC.L2-3.1.1'] }),
  at: z
    .array(Text)
    .default([])
    .meta({ description: 'the claims at these places, also where they are contradicted', example: ['PaaS CRM!C17'] }),
  instead: z
    .array(ActivityId)
    .default([])
    .meta({ description: 'rows of accepted claims that go out: the claims of `at` take their place' }),
})
export type AcceptAsked = z.infer<typeof AcceptAsked>

/** The answer is what `demarc claims accept --json` tells. */
export function acceptClaims(ctx: UseCase, id: EngagementId, asked: AcceptAsked): Promise<Applied<unknown>> {
  if (asked.instead.length > 0 && asked.at.length === 0)
    throw new Refusal('invalid', 'instead: say with at which claim takes the place of the row')
  const accepting = applyProposal(ctx, id, async (draft) => {
    if (draft.version !== asked.version)
      throw new Overtaken('the draft changed since the review; review the claims again', { version: draft.version })
    const imports = await chosenImports(draft.scope, id, asked)
    const { result, left, rows } = acceptedInto(ctx, draft, { asked, imports })
    await markAccepted(draft, imports, result)
    const { matrix: before } = draft
    const told = acceptedJson(result, left, {
      before: coverage(before, ctx.knowledge),
      after: coverage(result.matrix, ctx.knowledge),
      replaced: rows,
      added: addedParties(before, result.matrix),
    })
    const answer = withFieldWords(told as { readonly left: readonly object[] }, 'left')
    const { reason, by } = asked
    const body = { reason, by, imports: imports.map((one) => one.id), ...answer }
    return { matrix: result.matrix, because: { kind: 'claims.accepted', subject: id, body }, answer }
  })
  return inFieldWords(accepting)
}

interface Acceptance {
  readonly result: Accepted
  readonly left: readonly Left[]
  /** that went out */
  readonly rows: ReturnType<typeof withdrawRows>['rows']
}

function acceptedInto(
  ctx: UseCase,
  draft: Draft,
  { asked, imports }: { readonly asked: AcceptAsked; readonly imports: readonly WholeImport[] },
): Acceptance {
  const out = withdrawRows(draft.matrix, asked.instead)
  const against = againstOf(ctx, out.matrix, imports)
  const { matrix } = against
  const ground = groundOf(against, saidOf(asked))
  const { held, contradictions, inPieces } = hear(against.files, ground)
  const { take, left } = choose(held, asked, { matrix, contradictions })
  refuseLeft(left, asked)
  refuseUnknownScopes(take, against, asked)
  refuseUnreplaced(out.rows, take)
  const result = accept(matrix, take, {
    reason: asked.reason,
    date: draft.at.slice(0, 10),
    inPieces,
    instead: out.rows,
    scopesOf: ground.scopesOf,
    ...(asked.by !== undefined && { by: asked.by }),
    ...(ground.accountable !== undefined && { accountable: ground.accountable }),
  })
  return { result, left, rows: out.rows }
}

function refuseLeft(left: readonly Left[], { at }: AcceptAsked): void {
  const unknown = new Set(left.filter(({ kind }) => kind === 'unknown-party').map(({ message }) => message))
  if (unknown.size > 0) throw new Refusal('invalid', [...unknown].join('\n'))
  if (at.length > 0 && left.length > 0)
    throw new Refusal(
      'conflict',
      'what you chose by its place cannot be accepted',
      left.map((one) => ({ at: one.held.claim.at, message: one.message })),
    )
}

/** Documents of which something was accepted; what they leave stays to be worked on. */
async function markAccepted(
  { scope }: Pick<Draft, 'scope'>,
  imports: readonly WholeImport[],
  { outcomes }: Accepted,
): Promise<void> {
  const digests = new Set(outcomes.map(({ held }) => held.source.sha256))
  for (const one of imports) {
    if (one.state !== 'open' || !digests.has(one.sha256)) continue
    if (!(await saveImport(scope, { ...one, state: 'accepted', version: one.version + 1 })))
      throw new Overtaken('somebody changed an import meanwhile; review the claims again', { id: one.id })
  }
}
