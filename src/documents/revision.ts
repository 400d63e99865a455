// A revision is a matrix's canonical bytes (RFC 8785): what is signed, stored and compared, and named by its SHA-256.
import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Matrix } from '../core/matrix.ts'

/** UTF-8, without white space, keys in code-unit order. Absent fields and `undefined` are the same. */
export function revisionBytes(matrix: Matrix): Uint8Array {
  return canonicalBytes(matrix)
}

/** Throws for what has none: half a character, a number that is not finite, a circle. */
export function canonicalBytes(value: unknown): Uint8Array {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('a value that JSON cannot hold has no canonical bytes')
  return new TextEncoder().encode(text)
}

/** 64 lower-case hexadecimal digits. */
export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
