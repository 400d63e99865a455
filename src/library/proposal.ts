// A proposed rule, kept apart from the frameworks: it has a status, a date and a source, and no effect on any matrix.
import { z } from 'zod'
import { FrameworkId } from '../core/identifiers.ts'
import { CalendarDate, Text } from '../core/text.ts'
import { readJson } from './frameworks.ts'

export const Proposal = z.strictObject({
  framework: FrameworkId,
  status: z.strictObject({
    label: z.literal('proposed, not law'),
    legalEffect: Text,
    citation: z.strictObject({
      federalRegister: Text,
      document: Text,
      published: CalendarDate,
      rin: Text,
      docket: Text,
      commentsClosed: CalendarDate,
      url: z.url(),
    }),
    asOf: CalendarDate,
    basis: Text,
    found: z.array(Text).readonly(),
    notChecked: Text,
    recheck: Text,
    ifFinalizedAsProposed: z.record(Text, Text),
    counts: z.record(Text, z.number().int()),
    notes: z.array(Text).readonly(),
  }),
  effects: z.record(Text, z.strictObject({ proposedIds: z.array(Text).readonly(), effect: Text })),
  provisions: z
    .array(
      z.strictObject({ topic: Text, summary: Text, proposedIds: z.array(Text).readonly(), timing: Text.nullable() }),
    )
    .readonly(),
})
export type Proposal = z.infer<typeof Proposal>

export function loadProposal(framework: FrameworkId): Proposal | undefined {
  const proposal = Proposal.parse(readJson('hipaa-proposed-2025.json'))
  return proposal.framework === framework ? proposal : undefined
}
