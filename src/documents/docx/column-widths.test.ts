import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellOf } from '../../core/paper/paper.ts'
import { columnShares, columnWidths } from './column-widths.ts'
import type { Measured } from './column-widths.ts'

const table = (columns: Measured['columns'], ...rows: readonly (readonly string[])[]): Measured => ({
  columns,
  groups: [{ rows: rows.map((row) => row.map(cellOf)) }],
})

describe('columns without a weight', () => {
  const long = 'words that fill a line or more of a cell '.repeat(9)

  test('are wide where much stands in them', () => {
    const [id, text, owner] = columnWidths(
      table([{ title: 'Id', ids: true }, { title: 'What' }, { title: 'Owner' }], ['AC.1', long, 'msp']),
      10_000,
    )
    expect(text).toBeGreaterThan(2 * (id! + owner!))
  })

  test('never break a published id, however much stands beside it', () => {
    const id = 'AC.L2-3.1.1[a]'
    const shares = columnShares(table([{ title: 'Id', ids: true }, { title: 'What' }], [id, long.repeat(9)]), 100)
    expect(shares[0]! * 100).toBeGreaterThan(id.length)
  })

  test('leave the first one room to name its row, and no more than it needs', () => {
    const titles = ['What it is about', 'You', 'Proof', 'Others', 'Asked by'].map((title) => ({ title }))
    const about = 'Name the client’s security official, and list who may approve what'
    const rows = [0, 1, 2].map(() => [about, long.repeat(4), long, long, 'AC.1'])
    expect(columnShares(table(titles, ...rows), 150)[0]).toBeGreaterThan(0.13)
    const short = rows.map(([, ...others]) => ['AC', ...others])
    expect(columnShares(table([{ title: 'No.' }, ...titles.slice(1)], ...short), 150)[0]).toBeLessThan(0.08)
  })

  test('share alike what is alike', () => {
    const [left, right] = columnShares(table([{ title: 'One' }, { title: 'Two' }], [long, long]), 100)
    expect(left).toBeCloseTo(right!, 3)
  })
})

test('weights are kept', () => {
  const columns = [
    { title: 'A', weight: 1 },
    { title: 'B', weight: 3 },
  ] as const
  expect(columnWidths(table(columns, ['a', 'b']), 8000)).toEqual([2000, 6000])
})

test('widths are whole, positive, and add up to the table', () => {
  const column = fc.record({ title: fc.string({ maxLength: 30 }) })
  const cells = fc.array(fc.string({ maxLength: 400 }), { maxLength: 9 })
  fc.assert(
    fc.property(
      fc.array(column, { minLength: 1, maxLength: 9 }),
      fc.array(cells, { maxLength: 6 }),
      (columns, rows) => {
        const widths = columnWidths(table(columns, ...rows), 9640)
        expect(widths.reduce((sum, width) => sum + width, 0)).toBe(9640)
        for (const width of widths) expect(Number.isInteger(width) && width > 0).toBe(true)
      },
    ),
  )
})
