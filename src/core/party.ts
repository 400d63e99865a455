// A party has duties: the MSP, its client, or another provider; with what it holds and why that puts it in scope.
import { z } from 'zod'
import { PartyId } from './identifiers.ts'
import { Text, Title } from './text.ts'

export const Party = z.strictObject({
  id: PartyId.refine((id) => id !== 'unassigned', '"unassigned" means nobody; choose another id'),
  kind: z.enum(['msp', 'client', 'provider']),
  legalName: Title,
  class: Text.optional(),
  holds: z.array(Text).readonly().optional(),
  because: Text.optional(),
})
export type Party = z.infer<typeof Party>
