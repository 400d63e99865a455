// A YAML document with some of its values changed: everything else stays as somebody wrote it, comments and order too.
import { isAlias, isMap, isSeq, parseDocument, visit } from 'yaml'
import type { Document, ParsedNode, YAMLMap, YAMLSeq } from 'yaml'

interface Change {
  readonly before: unknown
  readonly after: unknown
}

/** Undefined where it cannot be done piece by piece: what an anchor names stands in several places. */
export function changeYaml(bytes: Uint8Array, change: Change): Uint8Array | undefined {
  const text = new TextDecoder().decode(bytes)
  const document = parseDocument(text, { schema: 'core', uniqueKeys: false })
  if (hasAliases(document) || !isMap(document.contents)) return undefined
  const style = styles.find((one) => document.toString(one) === text) ?? styles.at(-1)!
  changeMap(document.contents, plain(change), document)
  return new TextEncoder().encode(document.toString(style))
}

/** As we write, and as people do; the last breaks no line that somebody left whole. */
const styles = [
  { lineWidth: 120 },
  { lineWidth: 120, flowCollectionPadding: false },
  { lineWidth: 0 },
  { lineWidth: 0, flowCollectionPadding: false },
]

function plain({ before, after }: Change): Change {
  return { before: JSON.parse(JSON.stringify(before)), after: JSON.parse(JSON.stringify(after)) }
}

function hasAliases(document: Document<ParsedNode>): boolean {
  let found = false
  visit(document, (_, node) => {
    if (isAlias(node)) found = true
    return found ? visit.BREAK : undefined
  })
  return found
}

type Fields = Readonly<Record<string, unknown>>

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function changeMap(map: YAMLMap, { before, after }: Change, document: Document): void {
  const [old, now] = [before as Fields, after as Fields]
  for (const key of Object.keys(old)) if (!Object.hasOwn(now, key)) map.delete(key)
  for (const [key, value] of Object.entries(now)) {
    if (same(old[key], value)) continue
    const node = map.get(key, true)
    const changed = changedNode(node, { before: old[key], after: value }, document)
    if (changed !== node) map.set(key, changed)
  }
}

/** The node itself, changed in place, or a new one. */
function changedNode(node: unknown, { before, after }: Change, document: Document): unknown {
  if (isMap(node) && isFields(before) && isFields(after)) {
    changeMap(node, { before, after }, document)
    return node
  }
  if (isSeq(node) && Array.isArray(before) && Array.isArray(after) && node.items.length === before.length) {
    changeList(node, { before, after }, document)
    return node
  }
  return document.createNode(after, { aliasDuplicateObjects: false })
}

function changeList(list: YAMLSeq, { before, after }: Change, document: Document): void {
  const nodes = list.items
  const old = (before as readonly unknown[]).map((value, index) => ({ value, node: nodes[index] }))
  const known = Map.groupBy(old, ({ value }) => nameOf(value))
  list.items = (after as readonly unknown[]).map((value) => {
    const kept = known.get(nameOf(value))?.shift()
    if (kept === undefined) return document.createNode(value, { aliasDuplicateObjects: false })
    return same(kept.value, value) ? kept.node : changedNode(kept.node, { before: kept.value, after: value }, document)
  })
}

/** What has an id is the same thing still when something else of it changes. */
function nameOf(value: unknown): string {
  return isFields(value) && typeof value['id'] === 'string' ? `id ${value['id']}` : JSON.stringify(value)
}
