// An edited workbook sent back: its edits as proposed changes of the draft, and those of them that somebody chose, applied.
import { z } from 'zod'
import { authorizeIn } from '../core/access/authorize.ts'
import { coverage } from '../core/coverage.ts'
import type { Matrix } from '../core/matrix.ts'
import { readProposal } from '../core/proposal/proposal.ts'
import type { Proposal } from '../core/proposal/proposal.ts'
import type { RawWorkbook } from '../core/proposal/raw-workbook.ts'
import { isStale, subjectOf, withChosen } from '../core/proposal/rebased.ts'
import { identityOf } from '../core/proposal/whose-workbook.ts'
import type { EngagementId } from '../core/record-id.ts'
import { withDuties } from '../core/redline/duty-changes.ts'
import { Overtaken, Refusal } from '../core/refusal.ts'
import { digestOf, revisionBytes } from '../documents/revision.ts'
import { cellText } from '../documents/xlsx/cell-text.ts'
import { readWorkbook } from '../documents/xlsx/read-workbook.ts'
import { findEngagement } from '../store/engagements.ts'
import type { EngagementStanding } from '../store/engagements.ts'
import { momentOfText } from '../store/jobs.ts'
import { findRevisionOf } from '../store/revisions.ts'
import type { Scope } from '../store/scope.ts'
import { applyProposal } from './apply-proposal.ts'
import type { Applied } from './apply-proposal.ts'
import { matrixAt } from './as-of.ts'
import type { UseCase } from './context.ts'
import { heldMatrix } from './held-matrix.ts'
import { lookOf, renditionOf } from './look-of.ts'
import { readerKnowledge } from './reader-knowledge.ts'
import { revisionMatrix } from './read-revisions.ts'

export interface WorkbookProposal {
  /** of the draft that it was held against */
  readonly version: number
  /** the draft is the very text that the workbook was made from */
  readonly current: boolean
  /** as `demarc changes --json` tells them, each with what it is chosen by, and whether its subject changed meanwhile */
  readonly changes: readonly unknown[]
  readonly notTaken: Proposal['issues']
  readonly notes: Proposal['notes']
}

interface GivenWorkbook {
  readonly bytes: Uint8Array
  /** in which it was exported; en-US if it was not said */
  readonly locale?: string | undefined
}

export const ChosenChanges = z.strictObject({
  version: z.coerce.number().int().min(1).meta({ description: 'the version of the draft that the proposal showed' }),
  take: z.string().min(1).max(100_000).meta({
    description: '`all`, or the subjects of the changes that are taken, separated by commas',
    example: 'offboarding,parameters',
  }),
})
export type ChosenChanges = z.infer<typeof ChosenChanges>

export async function readWorkbookChanges(
  ctx: UseCase,
  id: EngagementId,
  given: GivenWorkbook,
): Promise<WorkbookProposal> {
  await ctx.store.read(ctx.actor.tenant, async (scope) =>
    authorizeIn(ctx.actor, 'matrix.edit', await findEngagement(scope, id)),
  )
  const raw = await rawOf(given)
  return ctx.store.read(ctx.actor.tenant, async (scope) => {
    const engagement = await findEngagement(scope, id)
    authorizeIn(ctx.actor, 'matrix.edit', engagement)
    const { base, draft, proposal } = await proposed(ctx, scope, { engagement, raw, locale: given.locale })
    return {
      version: engagement.version,
      current: base === draft,
      changes: withDuties(proposal.changes, base, proposal.matrix).map((told, index) => {
        const change = proposal.changes[index]!
        return { ...(told as object), subject: subjectOf(change), stale: isStale(change, { base, draft }) }
      }),
      notTaken: proposal.issues,
      notes: proposal.notes,
    }
  })
}

/** The answer names what was taken. */
export async function applyWorkbookChanges(
  ctx: UseCase,
  id: EngagementId,
  { chosen, ...given }: GivenWorkbook & { readonly chosen: ChosenChanges },
): Promise<Applied<readonly string[]>> {
  await ctx.store.read(ctx.actor.tenant, async (scope) =>
    authorizeIn(ctx.actor, 'matrix.edit', await findEngagement(scope, id)),
  )
  const raw = await rawOf(given)
  return applyProposal(ctx, id, async ({ engagement, scope, matrix: draft }) => {
    if (engagement.version !== chosen.version)
      throw new Overtaken('the draft changed since you saw these changes; look at them again', {
        version: engagement.version,
      })
    const { base, proposal } = await proposed(ctx, scope, { engagement, raw, locale: given.locale })
    const taken = chosenOf(chosen, proposal)
    refuseStale(taken, { proposal, base, draft })
    const body = { taken: [...taken], digest: digestOf(revisionBytes(base)) }
    return {
      matrix: withChosen(draft, proposal.matrix, taken),
      because: { kind: 'workbook.applied', subject: id, body },
      answer: [...taken],
    }
  })
}

async function rawOf({ bytes }: GivenWorkbook): Promise<RawWorkbook> {
  const raw = await readWorkbook(bytes)
  if (!raw.ok) throw new Refusal('invalid', 'this workbook cannot be read back', raw.issues)
  return raw.value
}

interface Read {
  readonly base: Matrix
  readonly draft: Matrix
  readonly proposal: Proposal
}

async function proposed(
  ctx: UseCase,
  scope: Scope,
  {
    engagement,
    raw,
    locale,
  }: { readonly engagement: EngagementStanding; readonly raw: RawWorkbook; readonly locale: string | undefined },
): Promise<Read> {
  const { matrix: draft } = await heldMatrix(scope, engagement)
  const base = await baseOf(scope, { engagement, draft, digest: identityOf(raw)['demarc-digest'] })
  const context = readerKnowledge(ctx.knowledge)
  const rendition = renditionOf(base, context, lookOf({ locale }))
  const read = readProposal(raw, { matrix: base, context, proof: coverage(base, context), rendition }, cellText)
  if (!read.ok) throw new Refusal('invalid', 'this workbook cannot be read back', read.issues)
  return { base, draft, proposal: read.value }
}

/** The very text that the workbook was made from: the draft of today, a revision, or the draft as it was when it was exported. */
async function baseOf(
  scope: Scope,
  {
    engagement,
    draft,
    digest,
  }: { readonly engagement: EngagementStanding; readonly draft: Matrix; readonly digest: string | undefined },
): Promise<Matrix> {
  const isIt = (matrix: Matrix): boolean => digestOf(revisionBytes(matrix)) === digest
  if (digest === undefined || isIt(draft)) return draft
  const revision = await findRevisionOf(scope, engagement.id, digest)
  if (revision !== undefined) return revisionMatrix(scope, engagement.id, revision.number)
  const moment = await momentOfText(scope, engagement.id, digest)
  const then = moment === undefined ? undefined : await matrixAt(scope, engagement.id, moment)
  if (then !== undefined && isIt(then)) return then
  throw new Refusal(
    'conflict',
    'this workbook was made from a text that this engagement does not have any more, or never had; export the draft again, and make the edits there',
  )
}

function chosenOf({ take }: ChosenChanges, { changes }: Proposal): ReadonlySet<string> {
  const subjects = new Set(changes.map(subjectOf))
  if (subjects.size === 0) throw new Refusal('invalid', 'this workbook changes nothing')
  if (take === 'all') return subjects
  const wanted = take.split(',').map((one) => one.trim())
  const strange = wanted.find((one) => !subjects.has(one))
  if (strange !== undefined) throw new Refusal('invalid', `this workbook changes nothing about "${strange}"`)
  return new Set(wanted)
}

function refuseStale(taken: ReadonlySet<string>, { proposal, base, draft }: Read): void {
  const stale = proposal.changes.filter((change) => taken.has(subjectOf(change)) && isStale(change, { base, draft }))
  if (stale.length === 0) return
  throw new Refusal(
    'conflict',
    'what you chose was changed in the draft since the workbook was made; take the other changes, and make these by hand',
    [...new Set(stale.map(subjectOf))].map((at) => ({ at, message: 'changed since the workbook was made' })),
  )
}
