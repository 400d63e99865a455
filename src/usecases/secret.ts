// Secrets that we hand out once and keep only as a hash: 256 random bits need no salt and no slow hash.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** @param kind says to people and to secret scanners what they found; none in links that hold for minutes */
export function newSecret(kind: 'demarc_' | 'invitation_' | ''): string {
  return `${kind}${randomBytes(32).toString('base64url')}`
}

/** Looked for by its hash, the time that it takes says nothing about the secret. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** In a time that does not tell how much of it is right. */
export function isEqual(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
