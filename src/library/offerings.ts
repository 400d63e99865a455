// The offerings that an MSP can sell, each with what it delivers, what it does not, and its sentence for a contract.
import { z } from 'zod'
import { Offering } from '../core/template.ts'
import { readShipped } from './yaml-file.ts'

const OfferingsFile = z.strictObject({ offerings: z.array(Offering).readonly() })

export function loadOfferings(): readonly Offering[] {
  return readShipped('offerings.yaml', OfferingsFile).offerings
}
