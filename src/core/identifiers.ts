// The identifiers of a matrix: slugs that people write, and published ids as printed.
import { z } from 'zod'
import { longest } from './text.ts'

const slug = /^[a-z0-9][a-z0-9-]*$/

function slugOf(what: string) {
  return z
    .string()
    .max(longest.slug, `${what} has at most ${longest.slug} characters`)
    .regex(slug, `${what} is a short name in lower-case letters, digits and hyphens, such as "msp" or "help-desk"`)
}

export const PartyId = slugOf('a party id')
export const OfferingId = slugOf('an offering id')
export const ScopeId = slugOf('a scope id')
export const ActivityId = slugOf('an activity id')
export const SituationId = slugOf('a situation id')
export const FrameworkId = slugOf('a framework id')
export const MatrixId = slugOf('a matrix id')

/** A framework's id, a colon, and the objective or requirement as published: `cmmc-l2:AC.L2-3.1.1[a]`. */
export const Reference = z
  .string()
  .max(longest.reference, `a reference has at most ${longest.reference} characters`)
  .regex(
    /^[a-z0-9][a-z0-9-]*:\S(.*\S)?$/,
    'a reference is a framework id, a colon and the published id: "cmmc-l2:AC.L2-3.1.1[a]"',
  )
  .refine((text) => text.isWellFormed(), 'this reference holds half a character (a lone surrogate); type it again')

export type PartyId = z.infer<typeof PartyId>
export type OfferingId = z.infer<typeof OfferingId>
export type ScopeId = z.infer<typeof ScopeId>
export type ActivityId = z.infer<typeof ActivityId>
export type FrameworkId = z.infer<typeof FrameworkId>
export type Reference = z.infer<typeof Reference>

export function refer(framework: FrameworkId, id: string): Reference {
  return `${framework}:${id}`
}

export function splitReference(reference: Reference): { readonly framework: FrameworkId; readonly id: string } {
  const colon = reference.indexOf(':')
  return { framework: reference.slice(0, colon), id: reference.slice(colon + 1) }
}
