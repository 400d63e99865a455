import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { inOrderOf } from './key-order.ts'
import { changeYaml } from './yaml-changes.ts'

const text = `# agreed in spring
title: Acme
rows:
  - topic: doors # by the front desk
    id: a
    does: 'Lock the door'
  - topic: disks
    id: b
    evidence: [ticket]
kept: yes we do
`

interface Sample {
  readonly title: string
  readonly rows: readonly Readonly<Record<string, unknown>>[]
  readonly kept?: string
}

const before: Sample = {
  title: 'Acme',
  rows: [
    { id: 'a', topic: 'doors', does: 'Lock the door' },
    { id: 'b', topic: 'disks', evidence: [{ what: 'ticket' }] },
  ],
  kept: 'yes we do',
}

function changed(after: Sample, source = text): string | undefined {
  const bytes = changeYaml(new TextEncoder().encode(source), { before, after })
  return bytes && new TextDecoder().decode(bytes)
}

const [a, b] = before.rows

test.each<[string, Sample, string]>([
  ['nothing', before, text],
  [
    'a field of one row',
    { ...before, rows: [{ ...a, does: 'Lock both' }, b!] },
    text.replace("'Lock the door'", 'Lock both'),
  ],
  [
    'a row more, before another',
    { ...before, rows: [a!, { id: 'c', topic: 'new' }, b!] },
    text.replace('  - topic: disks', '  - id: c\n    topic: new\n  - topic: disks'),
  ],
  ['a row less', { ...before, rows: [b!] }, text.replace(/ {2}- topic: doors[^]*door'\n/, '')],
  ['a field less', { title: 'Acme', rows: before.rows }, text.replace('kept: yes we do\n', '')],
])('what changes is %s, and the rest stays to the byte', (_, after, expected) => {
  expect(changed(after)).toBe(expected)
})

test('a document with anchors is not changed piece by piece', () => {
  expect(changed(before, 'title: &t Acme\nrows: []\nkept: *t\n')).toBeUndefined()
})

test('a shipped example with one value changed keeps its comments and its other values', () => {
  const source = readFileSync(join(import.meta.dirname, '../../examples/dental-group.yaml'))
  const value = parse(source.toString()) as { readonly title: string }
  const after = { ...value, title: 'Another' }
  const now = new TextDecoder().decode(changeYaml(source, { before: value, after }))
  expect(parse(now)).toEqual(after)
  const comments = (all: string): readonly string[] => all.split('\n').filter((line) => line.trim().startsWith('#'))
  expect(comments(now)).toEqual(comments(source.toString()))
})

test('keys keep the order that they had, and new ones follow', () => {
  const earlier = { b: 1, a: { y: 1, x: [{ n: 1, id: 'p' }] } }
  const value = {
    a: {
      x: [
        { id: 'q', n: 3 },
        { id: 'p', n: 2 },
      ],
      y: 2,
      z: 3,
    },
    b: 1,
    c: [],
  }
  expect(JSON.stringify(inOrderOf(earlier, value))).toBe(
    '{"b":1,"a":{"y":2,"x":[{"n":3,"id":"q"},{"n":2,"id":"p"}],"z":3},"c":[]}',
  )
})
