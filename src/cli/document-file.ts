// A matrix document written the way its file name asks: YAML for .yaml, else JSON.
import type { Engagement } from '../core/matrix.ts'
import { Refusal } from '../core/refusal.ts'
import { jsonBytes } from '../documents/json.ts'
import { yamlLimit } from '../documents/read-value.ts'
import { writeYaml } from '../documents/yaml.ts'
import { isYaml, refuseUnreadable, writeWhole } from './files.ts'

export function documentBytes(file: string | undefined, document: Engagement): Uint8Array {
  const bytes = file !== undefined && isYaml(file) ? yamlBytes(file, document) : jsonBytes(document)
  refuseUnreadable(file, bytes)
  return bytes
}

export function writeDocument(file: string, document: Engagement): void {
  writeWhole(file, documentBytes(file, document))
}

function yamlBytes(file: string, document: Engagement): Uint8Array {
  const bytes = writeYaml(document)
  if (bytes.length <= yamlLimit) return bytes
  throw new Refusal('conflict', `as YAML this matrix is too long to be read again; name ${file} with .json`)
}
