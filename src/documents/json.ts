// JSON: the matrix document itself, or a view as tables of text.
import { allContent } from '../core/rendition/content.ts'
import type { Writer } from './format.ts'

export const jsonWriter: Writer = {
  whole: { carries: allContent, readAgain: true, write: async ({ matrix }) => jsonBytes(matrix) },
  view: { drops: [], write: async (view) => jsonBytes(view) },
}

export function jsonBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`)
}
