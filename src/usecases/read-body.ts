// The JSON of a request, read as strictly as a file: UTF-8, no name twice, nothing bottomless.
import { isUtf8 } from 'node:buffer'
import { Refusal } from '../core/refusal.ts'
import { readJsonValue } from '../documents/read-value.ts'

/** Throws a refusal with the place that is wrong. */
export function readBody(bytes: Buffer): unknown {
  if (!isUtf8(bytes)) throw new Refusal('invalid', 'the body is not UTF-8; send the JSON in UTF-8')
  if (bytes.every((byte) => byte <= 0x20)) throw new Refusal('invalid', 'the body is empty; send JSON')
  const read = readJsonValue(bytes)
  if (!read.ok) throw new Refusal('invalid', 'the body is no JSON that this server takes', read.issues)
  return read.value
}
