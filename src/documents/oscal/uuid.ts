// Name-based UUIDs (RFC 9562, version 5): the same subject has the same UUID in every file and at every export.
import { createHash } from 'node:crypto'

/** This project's own namespace; the URN is the namespace of its OSCAL properties as well. */
export const projectNamespace = '716002a4-2422-498a-82e1-db4e20298f60'

export function uuid5(namespace: string, name: string): string {
  const hash = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name, 'utf8')
    .digest()
    .subarray(0, 16)
  hash[6] = (hash[6]! & 0x0f) | 0x50
  hash[8] = (hash[8]! & 0x3f) | 0x80
  const hex = hash.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** By what the subject is, never by where it stands: matrix, kind, objective, activity, party. */
export function subjectUuid(...key: readonly string[]): string {
  return uuid5(projectNamespace, JSON.stringify(key))
}
