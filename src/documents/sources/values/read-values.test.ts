import { expect, test } from 'vitest'
import { readSource } from '../read-source.ts'
import { lines, readText, refusal, said } from '../testing/shown.ts'

test.each<readonly [string, string, string, readonly (readonly string[])[]]>([
  [
    'a list of groups',
    '[{"id":"3.1.1","who":"MSP"},{"id":3.10,"who":null,"new":true}]',
    'a.json',
    [['1: A=id B=who C=new', '2: A=3.1.1 B=MSP', '3: A=3.1 C=TRUE']],
  ],
  [
    'lists in a group',
    '{"crm":[{"id":"1"}],"more":{"raci":[{"id":"2"}]}}',
    'a.json',
    [
      ['1: A=id', '2: A=1'],
      ['1: A=id', '2: A=2'],
    ],
  ],
  [
    'groups in a group of a list',
    '[{"id":"1","who":{"msp":"R","client":"A"}}]',
    'a.json',
    [['1: A=id B=who.msp C=who.client', '2: A=1 B=R C=A']],
  ],
  [
    'lists of texts in a cell',
    '[{"id":"1","who":["MSP","Client"]}]',
    'a.json',
    [['1: A=id B=who', '2: A=1 B=MSP\nClient']],
  ],
  ['lists in a list', '[["id","who"],["1","MSP"]]', 'a.json', [['1: A=id B=who', '2: A=1 B=MSP']]],
  [
    'lists of groups within groups',
    '[{"id":"AC","controls":[{"id":"AC-2"}]}]',
    'a.json',
    [
      ['1: A=id', '2: A=AC'],
      ['1: A=id', '2: A=AC-2'],
    ],
  ],
  [
    'YAML',
    'rows:\n  - id: "3.10"\n    who: MSP\n  - id: 3.10\n',
    'a.yaml',
    [['1: A=id B=who', '2: A=3.10 B=MSP', '3: A=3.1']],
  ],
])('reads %s', async (_, text, name, wanted) => {
  expect((await readText(text, name)).tables.map(lines)).toEqual(wanted)
})

test('tables are named by the fields that lead to them', async () => {
  const { tables, title, version, date } = await readText(
    '{"title":"Split","version":"2","date":"2026-01-02","a":{"b":[{"id":1}]}}',
    'a.json',
  )
  expect(tables.map(({ name, headings, declaredHeader }) => ({ name, headings, declaredHeader }))).toEqual([
    { name: 'a.b', headings: ['a', 'b'], declaredHeader: [1] },
  ])
  expect({ title, version, date }).toEqual({ title: 'Split', version: '2', date: '2026-01-02' })
})

test('a number keeps its kind, so that an id that became one can be told', async () => {
  const { tables } = await readText('[{"id":3.10}]', 'a.json')
  expect(tables[0]!.rows[1]!.cells.get('A')).toEqual({ text: '3.1', kind: 'number' })
})

test('columns beyond the two hundredth are told', async () => {
  const group = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`f${index}`, 1]))
  expect(said(await readText(JSON.stringify([group]), 'a.json'))).toEqual([
    expect.stringContaining('more than 200 columns'),
  ])
})

test.each([
  ['JSON that breaks off', '[{"id":', 'a.json', 'this is not complete JSON'],
  ['JSON that nests without end', '['.repeat(100_000), 'a.json', 'it nests deeper than 40 levels'],
  [
    'YAML whose aliases multiply',
    `a0: &a0 [x,x,x,x,x,x,x,x,x]\n${Array.from({ length: 12 }, (_, index) => `a${index + 1}: &a${index + 1} [${Array.from({ length: 9 }, () => `*a${index}`).join(',')}]`).join('\n')}\n`,
    'a.yaml',
    'multiply',
  ],
  ['a group that reaches into objects', '[{"__proto__":{"x":1}}]', 'a.json', '__proto__'],
])('refuses %s', async (_, text, name, why) => {
  expect(refusal(await readSource(Buffer.from(text), name))).toContain(why)
})
