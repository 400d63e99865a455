import { expect, test } from 'vitest'
import { read, said } from '../testing/read-tables.ts'
import { sourceTable } from '../testing/source-table.ts'

test.each<readonly [string, string, readonly string[]]>([
  ['an id of its own form', 'Lock (AC.L2-3.1.10) | MSP', ['AC.L2-3.1.10 msp']],
  [
    'a number beside one of its own form',
    'Lock (3.1.10) | MSP / Flow [AC.L2-3.1.3] | Client',
    ['3.1.10 msp', 'AC.L2-3.1.3 client'],
  ],
  ['numbers that nothing names', 'Lock (3.1.10) | MSP', ['Lock (3.1.10) msp']],
  ['an id that the words take away', 'All of it except (AC.L2-3.1.10) | MSP', ['All of it except (AC.L2-3.1.10) msp']],
  ['what is no id', 'Lock (screens) | MSP / Flow (daily) | Client', ['Lock (screens) msp', 'Flow (daily) client']],
])('in brackets: %s', (_, text, expected) => {
  expect(said(read([sourceTable('Split', `Task | Responsible / ${text}`)]))).toEqual(expected)
})

test('numbers in brackets are ids where a title names the framework, and listed where none does', () => {
  const text = 'Task | Responsible / Lock (3.1.10) | MSP'
  expect(said(read([sourceTable('CMMC', text)]))).toEqual(['3.1.10 msp'])
  const issue = read([sourceTable('Split', text)]).issues.find(({ at }) => at === 'Split!A2')
  expect(issue?.message).toContain('“3.1.10” is exactly an id of NIST SP 800-171')
})

test('a table with a column of ids says in brackets nothing more', () => {
  const table = sourceTable('CMMC', 'Control | Task | Responsible / 3.1.1 | Lock (3.1.10) | MSP')
  expect(said(read([table]))).toEqual(['3.1.1 msp'])
})
