import { expect, test } from 'vitest'
import { recognise } from '../testing/read-tables.ts'
import { sourceTable } from '../testing/source-table.ts'
import { readDocument } from './read-document.ts'

test('a mapping of another layout, and a word that stands nowhere, are told', () => {
  const table = sourceTable('CRM', 'Control | Responsibility / 3.1.1 | Theirs')
  const words = { theirs: 'client', 'It depnds': 'shared' } as const
  const other = { table: 'PaaS CRM', layout: 'id | who', header: [1], columns: [] }
  const { issues, claims } = readDocument(
    { format: 'xlsx', tables: [table], statements: [], prose: 0, pictures: 0, issues: [] },
    { naming: { party: 'Nordic Cloud' }, recogniser: () => recognise, told: { tables: [other], words } },
  )
  expect(claims.map(({ ownership }) => ownership)).toEqual(['client'])
  const told = issues.flatMap(({ at, message }) => (at === 'the mapping' ? [message] : []))
  expect(told).toEqual([expect.stringContaining('“PaaS CRM”'), expect.stringContaining('“It depnds”')])
})
