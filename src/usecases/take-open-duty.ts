// A duty that nobody has, taken by a party, whole or in part.
import { z } from 'zod'
import { coverage } from '../core/coverage.ts'
import { tally } from '../core/coverage-summary.ts'
import { OfferingId, PartyId } from '../core/identifiers.ts'
import type { ActivityId } from '../core/identifiers.ts'
import type { Matrix } from '../core/matrix.ts'
import type { EngagementId } from '../core/record-id.ts'
import { Overtaken } from '../core/refusal.ts'
import { takeDuty } from '../core/take-duty.ts'
import type { Taking } from '../core/take-duty.ts'
import { Text } from '../core/text.ts'
import type { ActivityRecord } from '../store/activities.ts'
import { applyProposal } from './apply-proposal.ts'
import type { UseCase } from './context.ts'
import { inFieldWords } from './field-words.ts'
import { openEngagement } from './open-engagement.ts'

export const TakeAsked = z.strictObject({
  version: z.int().min(1).meta({ description: 'the version of the activity that you saw' }),
  party: PartyId.meta({ description: 'who takes it' }),
  duty: z.int().min(1).max(9999).optional().meta({ description: 'which, from 1, where several are open' }),
  does: Text.optional().meta({ description: 'the duty in its words; missing: as it stands' }),
  evidence: z.array(Text).default([]).meta({ description: 'what shows that it was done' }),
  leaves: Text.optional().meta({ description: 'what it does not take: it stays open' }),
  handoff: Text.optional().meta({ description: 'how the duties of several parties meet' }),
  accountable: PartyId.optional(),
  offering: OfferingId.optional().meta({ description: 'of the party, that delivers it' }),
  reason: Text.optional(),
  by: Text.optional().meta({ description: 'who decided it' }),
})
export type TakeAsked = z.infer<typeof TakeAsked>

export interface Taken {
  readonly record: ActivityRecord
  readonly openBefore: number
  readonly openAfter: number
}

export async function takeOpenDuty(
  ctx: UseCase,
  { engagement, activity }: { readonly engagement: EngagementId; readonly activity: ActivityId },
  asked: TakeAsked,
): Promise<Taken> {
  const taking = applyProposal(ctx, engagement, async (draft) => {
    const before = draft.records.get(activity)
    if (before !== undefined && before.version !== asked.version)
      throw new Overtaken(`somebody changed ${activity} meanwhile; look at what stands there now`, [before])
    const matrix = takeDuty(draft.matrix, activity, takingOf(asked, draft.at.slice(0, 10)))
    const open = (one: Matrix): number => tally(coverage(one, ctx.knowledge).objectives).open
    const { version: _version, ...body } = asked
    return {
      matrix,
      because: { kind: 'duty.taken', subject: activity, body },
      answer: { openBefore: open(draft.matrix), openAfter: open(matrix) },
    }
  })
  const { answer } = await inFieldWords(taking)
  const { held } = await openEngagement(ctx, engagement)
  return { record: held.records.get(activity)!, ...answer }
}

function takingOf({ version: _version, reason, by, ...asked }: TakeAsked, date: string): Taking {
  const said = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)) as unknown as Taking
  if (reason === undefined && by === undefined) return said
  return { ...said, record: { date, ...(reason !== undefined && { reason }), ...(by !== undefined && { by }) } }
}
