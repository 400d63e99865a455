// A sign-off: the parties' signatures on one revision, as a document tells them. What is absent is null with its reason.
import { z } from 'zod'
import { PartyId } from '../identifiers.ts'
import type { Matrix } from '../matrix.ts'
import { Refusal } from '../refusal.ts'
import { CalendarDate, Text } from '../text.ts'

const signOffFormat = 'demarc/sign-off@1'

const Digest = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 is 64 lower-case hexadecimal digits')

/** Strongest first. A link identifies; it never signs. */
const signingMethods = ['passkey', 'totp', 'email-link', 'pdf-signature', 'ink'] as const

export const Signature = z.strictObject({
  party: PartyId,
  name: Text,
  title: Text,
  authority: Text,
  at: z.iso.datetime('a time is UTC: 2026-11-23T16:05:00Z'),
  method: z.enum(signingMethods),
  /** SHA-256 of the signed payload, where the method has one */
  payload: Digest.optional(),
})

export const SignOff = z
  .strictObject({
    format: z.literal(signOffFormat),
    digest: Digest,
    effective: CalendarDate,
    signatures: z.array(Signature).min(2, 'the MSP and the client both sign').readonly(),
  })
  .refine(
    ({ signatures }) => ['msp', 'client'].every((party) => signatures.some((signature) => signature.party === party)),
    'the MSP and the client must both have signed',
  )
export type SignOff = z.infer<typeof SignOff>
export type Signature = z.infer<typeof Signature>

export function lastSignature({ signatures }: Pick<SignOff, 'signatures'>): string {
  return signatures.map(({ at }) => at).reduce((last, at) => (at > last ? at : last))
}

/** By the calendar of UTC, in which signatures are stated. */
export function isBeforeLastSignature(signOff: Pick<SignOff, 'effective' | 'signatures'>): boolean {
  return signOff.effective < lastSignature(signOff).slice(0, 10)
}

/** Throws a refusal where the sign-off cannot be of this matrix: no exhibit governs before the agreement that it is part of. */
export function checkSignOff({ effective, signatures }: SignOff, { agreement, parties }: Matrix): void {
  if (agreement.effective !== undefined && effective < agreement.effective)
    throw new Refusal(
      'invalid',
      `the sign-off is effective ${effective}, before the agreement it belongs to (${agreement.effective}). State a date on or after that one`,
    )
  const known = new Set(parties.map(({ id }) => id))
  const stranger = signatures.find(({ party }) => !known.has(party))
  if (stranger !== undefined)
    throw new Refusal('invalid', `"${stranger.party}" signs, and is no party of this matrix: ${[...known].join(', ')}`)
}
