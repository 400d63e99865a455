import { expect, test } from 'vitest'
import { loadFrameworks } from '../../src/library/frameworks.ts'
import type { RawCell } from '../../src/core/proposal/raw-workbook.ts'
import { recogniseIds } from '../../src/core/requirement-id/recognise-ids.ts'

const frameworks = loadFrameworks()

test.each<[string, RawCell['kind'], string]>([
  ['3.1', 'number', 'family 3.1 or something in family 3.10'],
  ['6.1', 'number', 'CC6.1'],
  ['164.308', 'number', '164.308'],
  ['164.31', 'number', '164.310'],
  ['99.5', 'number', 'cannot be told'],
  ['36951', 'number', 'stands for a day: "2001-03-01" is a day'],
  ['2001-03-01', 'date', 'It may have been 3.1.1;'],
  ['2001-03-10', 'date', 'It may have been 3.10.1;'],
  ['2001-10-03', 'date', 'It may have been 3.10.1;'],
  ['2020-03-01', 'date', 'It may have been 3.1.20;'],
  ['2001-03-02', 'date', 'It may have been 3.2.1;'],
  ['whatever', 'date', 'cannot be told'],
  ['2001-01-03', 'text', 'It may have been 3.1.1;'],
  ['2001-03-01 00:00:00', 'text', 'It may have been 3.1.1;'],
  ['01/03/2001', 'text', 'It may have been 3.1.1;'],
  ['3/1/01', 'text', 'It may have been 3.1.1;'],
  ['03.01.2001', 'text', 'It may have been 3.1.1;'],
  ['3-Jan-01', 'text', 'It may have been 3.1.1;'],
  ['1. März 2001', 'text', 'It may have been 3.1.1;'],
  ['03-janv-01', 'text', 'It may have been 3.1.1;'],
  ['March 1, 2001', 'text', 'It may have been 3.1.1;'],
  ['3-Jan', 'text', 'cannot be told'],
  ['Mar-01', 'text', 'cannot be told'],
])('%s as a %s is said to be damaged', (text, kind, was) => {
  const recognised = recogniseIds({ text, kind }, frameworks)
  expect(recognised.kind).toBe('damaged')
  expect(recognised).toHaveProperty('message', expect.stringContaining(was))
})

test.each<[string, RawCell['kind']]>([
  ['1', 'number'],
  ['110', 'number'],
  ['99999', 'number'],
  ['TRUE', 'boolean'],
  ['#N/A', 'error'],
  ['36951', 'text'],
])('%s as a %s holds no id', (text, kind) => {
  expect(recogniseIds({ text, kind }, frameworks)).toEqual({ kind: 'none' })
})

test('03.01.01 is an id of Rev. 3, not a day', () => {
  expect(recogniseIds({ text: '03.01.01', kind: 'text' }, frameworks).kind).toBe('unknown')
})
