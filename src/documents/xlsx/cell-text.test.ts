import { expect, test } from 'vitest'
import { cellText, escaped, excelCellLimit, stored } from './cell-text.ts'

test.each([
  ['_x0041_', '_x005F_x0041_'],
  ['_x005F_x0041_', '_x005F_x005F_x005F_x0041_'],
  ['a_x00ff_b', 'a_x005F_x00ff_b'],
  ['_x41_', '_x41_'],
  ['_X0041_', '_X0041_'],
  ['_x0041', '_x0041'],
  ['a\uffffb', 'a_xFFFF_b'],
])('%j is stored as %j, so that nothing decodes it', (text, file) => {
  expect(escaped(text)).toBe(file)
})

test('a text that fits stays as it is; one that does not is cut, and says so', () => {
  const fits = 'x'.repeat(excelCellLimit)
  expect(cellText(fits)).toBe(fits)
  const cut = cellText(`${fits}y`)
  expect(cut).toHaveLength(excelCellLimit)
  expect(cut).toMatch(/… \[cut here: a cell holds no more; the matrix has the whole text\]$/)
})

test('a cut never goes through a character', () => {
  for (const shift of ['', 'x']) {
    const cut = cellText(`${shift}${'🦷'.repeat(excelCellLimit)}`)
    expect(cut.isWellFormed()).toBe(true)
    expect(cut.length).toBeLessThanOrEqual(excelCellLimit)
  }
})

test('an empty cell holds nothing', () => {
  expect(stored('')).toBeNull()
})
