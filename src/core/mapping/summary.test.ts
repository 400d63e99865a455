import { expect, test } from 'vitest'
import { recognise } from '../testing/read-tables.ts'
import { sourceTable } from '../testing/source-table.ts'
import { readDocument } from './read-document.ts'

test('a summary that counts a row whose id was not read contradicts nothing', () => {
  const rows = 'Control | Responsibility / 3.1.1 | Provider / 3.1.2 | Customer / 03.05.07 | Provider / 3.1.3 | Shared'
  const ids: typeof recognise = (cell) =>
    cell.text.startsWith('03.') ? { kind: 'unknown', found: [], message: 'Rev. 3' } : recognise(cell)
  const issuesWith = (summary: string) =>
    readDocument(
      {
        format: 'xlsx',
        tables: [sourceTable('Summary', summary), sourceTable('CRM', rows)],
        statements: [],
        prose: 0,
        pictures: 0,
        issues: [],
      },
      { naming: { party: 'Nordic Cloud' }, recogniser: () => ids, told: { tables: [], words: {} } },
    ).issues.flatMap(({ at, message }) => (at.startsWith('Summary') ? [message] : []))
  expect(issuesWith('Provider | 2 / Customer | 1')).toEqual([])
  expect(issuesWith('Provider | 3 / Customer | 1')).toEqual([
    'the summary counts 3 as provider; the rows give 1, and 1 more whose id was not read',
  ])
})
