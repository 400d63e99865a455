// A matrix document written the way its file name asks: YAML for .yaml, else JSON.
import type { Engagement, Matrix } from '../core/matrix.ts'
import { Refusal } from '../core/refusal.ts'
import { jsonBytes } from '../documents/json.ts'
import { inOrderOf } from '../documents/key-order.ts'
import { readValue, yamlLimit } from '../documents/read-value.ts'
import { changeYaml } from '../documents/yaml-changes.ts'
import { writeYaml } from '../documents/yaml.ts'
import { isYaml, readBytes, refuseUnreadable, writeWhole } from './files.ts'

export function documentBytes(file: string | undefined, document: Engagement): Uint8Array {
  const bytes = file !== undefined && isYaml(file) ? yamlBytes(file, document) : jsonBytes(document)
  refuseUnreadable(file, bytes)
  return bytes
}

export function writeDocument(file: string, document: Engagement): void {
  writeWhole(file, documentBytes(file, document))
}

interface Change {
  readonly before: Matrix
  readonly after: Matrix
}

/** A matrix of this file, changed: what did not change is written as the file has it, comments and order too. */
export async function changedBytes(output: string, file: string, { before, after }: Change): Promise<Uint8Array> {
  const source = readBytes(file)
  const read = await readValue(source)
  if (!read.ok || !isMatrix(read.value)) return documentBytes(output, after)
  const ordered = inOrderOf(read.value, after)
  const bytes = isYaml(output) ? yamlChanged(output, ordered, () => inYaml(source, before, after)) : jsonBytes(ordered)
  refuseUnreadable(output, bytes)
  return bytes
}

/** Not an engagement, of which the matrix was composed. */
function isMatrix(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'activities')
}

function inYaml(source: Uint8Array, before: Matrix, after: Matrix): Uint8Array | undefined {
  return new TextDecoder().decode(source).trimStart().startsWith('{')
    ? undefined
    : changeYaml(source, { before, after })
}

function yamlChanged(file: string, ordered: unknown, change: () => Uint8Array | undefined): Uint8Array {
  return withinLimit(file, change() ?? writeYaml(ordered))
}

function yamlBytes(file: string, document: Engagement): Uint8Array {
  return withinLimit(file, writeYaml(document))
}

function withinLimit(file: string, bytes: Uint8Array): Uint8Array {
  if (bytes.length <= yamlLimit) return bytes
  throw new Refusal('conflict', `as YAML this matrix is too long to be read again; name ${file} with .json`)
}
