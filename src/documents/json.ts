// JSON: the matrix document itself, or a view as tables of text.
import type { DocumentFormat } from './format.ts'

export const json: DocumentFormat = {
  name: 'json',
  extension: '.json',
  loses: 'nothing',
  writeMatrix: jsonBytes,
  writeView: jsonBytes,
}

export function jsonBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`)
}
