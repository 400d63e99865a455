// A matrix document written the way its file name asks: YAML for .yaml, else JSON.
import type { Engagement } from '../core/matrix.ts'
import { writeYaml } from '../documents/yaml.ts'
import { isYaml, writeWhole } from './files.ts'

export function documentBytes(file: string | undefined, document: Engagement): Uint8Array {
  return file !== undefined && isYaml(file)
    ? writeYaml(document)
    : new TextEncoder().encode(`${JSON.stringify(document, null, 2)}\n`)
}

export function writeDocument(file: string, document: Engagement): void {
  writeWhole(file, documentBytes(file, document))
}
