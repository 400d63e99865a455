// Text that somebody hands us, JSON or YAML, as a plain value; or why not, and where.
import type { Issue } from '../core/issue.ts'
import type { Read } from '../core/matrix-document.ts'
import { guard } from './guard.ts'
import { jsonFault, keysNamedIn, sayPlace } from './json-scan.ts'

/** Bytes. A matrix of three frameworks is about half a megabyte; a hundred of them still pass. */
export const jsonLimit = 40 * 1024 * 1024
/** A hundred thousand claims, with what each rests on; how many values they hold is bounded as everywhere. */
export const claimsLimit = 96 * 1024 * 1024
export const yamlLimit = 4 * 1024 * 1024
/** What is no longer than this may be parsed before it is looked over: it cannot fill the memory. */
const harmlessLimit = 2 * 1024 * 1024

/** JSON by its first character, else YAML, whose parser is loaded only then: it is large. */
export async function readValue(bytes: Uint8Array, limit = jsonLimit): Promise<Read<unknown>> {
  const text = decode(bytes, limit)
  if (!text.ok) return text
  if (/^\s*[{[]/.test(text.value)) return readJson(text.value)
  if (bytes.length > yamlLimit)
    return refuse(
      'the file',
      `it holds ${megabytes(bytes.length)} MB of YAML; above ${megabytes(yamlLimit)} MB write it as JSON`,
    )
  const { readYaml } = await import('./yaml-value.ts')
  const read = readYaml(text.value)
  return read.ok ? guarded(read.value) : read
}

export function readJsonValue(bytes: Uint8Array): Read<unknown> {
  const text = decode(bytes, jsonLimit)
  return text.ok ? readJson(text.value) : text
}

export function sizeIssue(size: number, limit = jsonLimit): Issue | undefined {
  if (size <= limit) return undefined
  return {
    at: 'the file',
    message: `it holds ${megabytes(size)} MB; a document may hold at most ${megabytes(limit)} MB`,
  }
}

function decode(bytes: Uint8Array, limit: number): Read<string> {
  const tooLarge = sizeIssue(bytes.length, limit)
  if (tooLarge) return { ok: false, issues: [tooLarge] }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.trim() === '' ? refuse('the document', 'the file is empty') : { ok: true, value: text }
  } catch {
    return refuse('the file', 'it is not UTF-8 text; save it as UTF-8, or give the JSON or YAML file itself')
  }
}

function readJson(text: string): Read<unknown> {
  const quick = text.length <= harmlessLimit ? parsedIfFaultless(text) : undefined
  if (quick !== undefined) return { ok: true, value: quick }
  const fault = jsonFault(text)
  if (fault) return refuse(sayPlace(text, fault.position), fault.message)
  return guarded(JSON.parse(text))
}

/** Undefined where something is wrong, or may be: then the text itself must be looked over. */
function parsedIfFaultless(text: string): unknown {
  try {
    const value = JSON.parse(text) as unknown
    const { issues, keys } = guard(value)
    return issues.length === 0 && keys === keysNamedIn(text) ? value : undefined
  } catch {
    return undefined
  }
}

function guarded(value: unknown): Read<unknown> {
  const { issues } = guard(value)
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value }
}

function refuse(at: string, message: string): { readonly ok: false; readonly issues: readonly Issue[] } {
  return { ok: false, issues: [{ at, message }] }
}

function megabytes(bytes: number): string {
  return (bytes / (1024 * 1024)).toFixed(1).replace('.0', '')
}
