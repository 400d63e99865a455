// YAML as the plain value that JSON would give: no repeated key, no alias that multiplies, no key that is not text.
import { isAlias, isMap, isScalar, isSeq } from 'yaml'
import type { Alias, Node, Pair, Scalar, YAMLMap } from 'yaml'
import { brief } from '../core/brief.ts'
import type { Read } from '../core/matrix-document.ts'
import { sayPlace } from './json-scan.ts'
import { composeYaml, YamlFault } from './yaml-text.ts'

/** What all values may weigh once every alias is written out: their characters, and one each. */
const weightLimit = 8 * 1024 * 1024

interface Anchored {
  readonly value: unknown
  readonly weight: number
}

interface Reading {
  readonly text: string
  readonly anchors: Map<string, Anchored>
  weight: number
}

export function readYaml(text: string): Read<unknown> {
  try {
    const { contents } = composeYaml(text)
    return { ok: true, value: valueOf(contents, { text, anchors: new Map(), weight: 0 }) }
  } catch (error) {
    if (!(error instanceof YamlFault)) throw error
    return { ok: false, issues: [{ at: sayPlace(text, error.position), message: error.message }] }
  }
}

/** Recursion goes as deep as the text nests, which `composeYaml` has bounded. */
function valueOf(node: Node | null, reading: Reading): unknown {
  if (isAlias(node)) return resolve(node, reading)
  const before = reading.weight
  const value = isMap(node)
    ? groupOf(node, reading)
    : isSeq(node)
      ? node.items.map((item) => valueOf(item as Node, reading))
      : scalarOf(node)
  add(1 + (typeof value === 'string' ? value.length : 0), node, reading)
  if (node !== null && 'anchor' in node && node.anchor !== undefined)
    reading.anchors.set(node.anchor, { value, weight: reading.weight - before })
  return value
}

function scalarOf(node: Node | null): unknown {
  return isScalar(node) ? node.value : null
}

function resolve(alias: Alias, reading: Reading): unknown {
  const anchored = reading.anchors.get(alias.source)
  if (!anchored)
    throw new YamlFault(
      positionOf(alias),
      `the alias *${brief(alias.source)} stands for nothing: no anchor &${brief(alias.source)} comes before it`,
    )
  add(anchored.weight, alias, reading)
  return anchored.value
}

function add(weight: number, node: Node | null, reading: Reading): void {
  reading.weight += weight
  if (reading.weight > weightLimit)
    throw new YamlFault(
      positionOf(node),
      'its anchors and aliases multiply into far more than a matrix holds; write the values out',
    )
}

function groupOf(map: YAMLMap, reading: Reading): Readonly<Record<string, unknown>> {
  const places = new Map<string, number>()
  const fields = (map.items as readonly Pair<Node | null, Node | null>[]).map(({ key, value }) => {
    const name = nameOf(key)
    const earlier = places.get(name)
    if (earlier !== undefined)
      throw new YamlFault(
        positionOf(key),
        `"${brief(name)}" stands twice in one group of fields, first at ${sayPlace(reading.text, earlier)}; keep one`,
      )
    places.set(name, positionOf(key))
    reading.weight += name.length
    return [name, valueOf(value, reading)] as const
  })
  return Object.fromEntries(fields)
}

/** As written: a field may be called 24 or true. */
function nameOf(key: Node | null): string {
  if (!isScalar(key) || key.value === null)
    throw new YamlFault(positionOf(key), 'the name of a field must be a text; put it in quotes')
  return typeof key.value === 'string' ? key.value : sourceOf(key)
}

function sourceOf(key: Scalar): string {
  return key.source ?? String(key.value)
}

function positionOf(node: Node | null): number {
  return node?.range?.[0] ?? 0
}
