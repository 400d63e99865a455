import { writeXlsx } from 'hucre/xlsx'
import type { Cell } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { readSource } from '../read-source.ts'
import { accepted, lines, said } from '../testing/shown.ts'

const gone = { font: { strikethrough: true } }

test('cells that are struck through say nothing, and what stands beside struck words is read', async () => {
  const cells = new Map<string, Partial<Cell>>([
    ['1,1', { value: 'Customer', style: gone }],
    ['2,1', { value: 'Customer Provider', richText: [{ text: 'Customer ', ...gone }, { text: 'Provider' }] }],
    ['3,1', { value: 'Provider', richText: [{ text: 'Pro' }, { text: 'vider', ...gone }] }],
  ])
  const rows = [
    ['ID', 'Who'],
    ['3.1.1', 'Customer'],
    ['3.1.2', 'Customer Provider'],
    ['3.1.3', 'Provider'],
    ['3.1.4', 'Provider'],
  ]
  const document = accepted(await readSource(await writeXlsx({ sheets: [{ name: 'M', rows, cells }] }), 'a.xlsx'))
  expect(document.tables.map(lines)).toEqual([
    ['1: A=ID B=Who', '2: A=3.1.1 B=[?]', '3: A=3.1.2 B=Provider', '4: A=3.1.3 B=[?]', '5: A=3.1.4 B=Provider'],
  ])
  expect(said(document)).toEqual(
    ['B2', 'B3', 'B4'].map((at) => `M!${at}: struck-out text stands here and was left out`),
  )
})
