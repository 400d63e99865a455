import { expect, test } from 'vitest'
import { read } from '../testing/read-tables.ts'
import { sourceTable } from '../testing/source-table.ts'

test.each<readonly [string, string, Readonly<Record<string, unknown>>]>([
  [
    'the owner’s name and its proof',
    'Task | Who | Control | Proof / Backups checked daily | Customer | 3.1.1 | Backup console',
    { text: 'Customer', textIs: 'owner', evidence: 'Backup console', activity: 'Backups checked daily' },
  ],
  [
    'a note beside the owner',
    'Task | Who | Control | Remarks / MFA on | Shared | 3.1.1 | Client chases holdouts',
    { text: 'Client chases holdouts', textIs: 'note' },
  ],
  [
    'letters, each with its party',
    'Activity | Control | Customer | Nordic Cloud / Patch hosts | 3.1.1 | I | RA',
    { text: 'Customer: I; Nordic Cloud: RA', textIs: 'letters' },
  ],
  [
    'words about the work, and no proof',
    'Control | Responsibility | CSP Responsibility | Customer Responsibility | Evidence / 3.1.1 | Provider | Runs the directory | None | none',
    { text: 'Runs the directory', textIs: undefined, evidence: undefined },
  ],
])('a row with %s', (_, table, expected) => {
  const [claim] = read([sourceTable('CRM', table)]).claims
  for (const [key, value] of Object.entries(expected)) expect(claim![key as keyof typeof claim]).toEqual(value)
})
