// A matrix document as YAML, for people who edit it by hand.
import { parseDocument, stringify } from 'yaml'

export function writeYaml(value: unknown): Uint8Array {
  const plain = JSON.parse(JSON.stringify(value)) as unknown
  return new TextEncoder().encode(stringify(plain, { lineWidth: 120, aliasDuplicateObjects: false }))
}

/** The same text with these answers: comments, order and layout stay as somebody wrote them. The text has been read before. */
export function setParameters(bytes: Uint8Array, answers: Readonly<Record<string, string>>): Uint8Array {
  const document = parseDocument(new TextDecoder().decode(bytes), { schema: 'core', uniqueKeys: false })
  for (const [name, answer] of Object.entries(answers)) document.setIn(['parameters', name], answer)
  return new TextEncoder().encode(document.toString({ lineWidth: 0 }))
}
