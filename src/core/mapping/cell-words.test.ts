import { expect, test } from 'vitest'
import { read, recognise, said } from '../testing/read-tables.ts'
import { sourceTable } from '../testing/source-table.ts'
import { readDocument } from './read-document.ts'

test.each<readonly [string, string, readonly string[]]>([
  [
    'RACI in small letters, with footnotes, in words',
    'Activity | Customer | Nordic Cloud / Patch | i | r/a / Users | ra | c / Test | Accountable | Responsible (1) / Agree | Verantwortlich | Informiert / Move | Consultado | R* / Help | Informed | Supports',
    ['Patch provider', 'Users client', 'Test shared', 'Agree client', 'Move provider', 'Help unclear'],
  ],
  [
    'hedges, lists of choices and products before parties',
    'Control | Responsibility / 3.1.1 | Provider? / 3.1.2 | ~Shared / 3.1.3 | Shared → Customer / 3.1.4 | Provider, Customer, Shared / 3.1.5 | AWS: Customer / 3.1.6 | Shared (Nordic Cloud, Customer)',
    ['3.1.1 unclear', '3.1.2 unclear', '3.1.3 unclear', '3.1.4 unclear', '3.1.5 unclear', '3.1.6 shared'],
  ],
  [
    'remarks that are no legend',
    'Control | Responsibility | Remarks / 3.1.1 | Yes | Yes - Provider / 3.1.2 | Non | Non-inherited / 3.1.3 | Q | Q = Provider',
    ['3.1.1 unclear', '3.1.2 unclear', '3.1.3 unclear'],
  ],
  [
    'nothing left of what cannot be inherited',
    'Control ID | Can Be Inherited from CSP | Specific Inheritance and Customer Agency/CSP Responsibilities / 3.1.1 | No | None. Fully inherited. / 3.1.2 | No | The customer sets it.',
    ['3.1.1 unclear', '3.1.2 client'],
  ],
  [
    'responsible and not responsible',
    'Control | Nordic Cloud | Customer / 3.1.1 | Responsible | Not Responsible / 3.1.2 | Not responsible | Responsible / 3.1.3 | Responsible\nAccountable | Informed',
    ['3.1.1 provider', '3.1.2 client', '3.1.3 provider'],
  ],
  [
    'a note that takes the mark back',
    'Control | Customer | Provider | Comments / 3.1.1 | X | | Uses our form / 3.1.2 | | X | Customer is solely responsible. / 3.1.3 | | X | Out of scope of our service / 3.1.4 | X | | The provider delivers the course',
    ['3.1.1 client', '3.1.2 unclear', '3.1.3 unclear', '3.1.4 unclear'],
  ],
  [
    'the customer’s column beside one that nobody understood',
    'Control | Widget contribution | Customer must / 3.1.1 | Satisfies | Sets it / 3.1.2 | | Trains its people',
    ['3.1.1 unclear', '3.1.2 client'],
  ],
  [
    'a form’s placeholders',
    'Control | CSP Responsibility | Customer Responsibility / 3.1.1 | <Insert provider responsibility> | Sets it / 3.1.2 | Runs it | Click or tap here to enter text.',
    ['3.1.1 client', '3.1.2 provider'],
  ],
  [
    'the provider called by its first word, AG and we',
    'Leistung | Nordic | AG / Sichern | x | / Melden | | x',
    ['Sichern provider', 'Melden client'],
  ],
  [
    'N/A beside letters, and for both',
    'Task | Customer | MSP | CSP / Racks | N/A | I | R/A / Visitors | R/A | I | N/A / Radio | N/A | N/A | N/A / Phones | I | N/A | I',
    ['Racks provider', 'Visitors client', 'Radio not-applicable', 'Phones unclear'],
  ],
  [
    'N/A beside marks, and for both',
    'Control | Nordic Cloud | Customer / 3.1.1 | ✔ | N/A / 3.1.2 | N/A | N/A / 3.1.3 | | ✔ / 3.1.4 | ✔ | ✔',
    ['3.1.1 provider', '3.1.2 not-applicable', '3.1.3 client', '3.1.4 shared'],
  ],
  [
    'N/A in both columns of text',
    'Control | CSP Responsibility | Customer Responsibility / 3.1.1 | N/A | N/A / 3.1.2 | None | N/A / 3.1.3 | N/A | Sets the rules / 3.1.4 | Runs the hosts | Not applicable to customers',
    ['3.1.1 not-applicable', '3.1.2 unclear', '3.1.3 client', '3.1.4 provider'],
  ],
  [
    'what the customer inherits',
    'Control | CSP Responsibility | Customer Responsibility / 3.1.1 | Guards the halls | Inherited / 3.1.2 | Guards the halls | Inherited from Nordic Cloud / 3.1.3 | | Inherited / 3.1.4 | Guards the halls | Inherited, see SSP / 3.1.5 | Guards the halls | Partially inherited / 3.1.6 | Guards the halls | No customer action',
    ['3.1.1 provider', '3.1.2 provider', '3.1.3 unclear', '3.1.4 unclear', '3.1.5 unclear', '3.1.6 provider'],
  ],
  [
    'inherited yes, partly and no, beside whether the customer has a part',
    'Control | Inherited? | Customer responsibility? / 3.1.1 | Y | N / 3.1.2 | P | Y / 3.1.3 | N | Y / 3.1.4 | Y | Y',
    ['3.1.1 provider', '3.1.2 shared', '3.1.3 client', '3.1.4 unclear'],
  ],
  [
    'the letter P where no yes or no stands beside it',
    'Control | Can be inherited / 3.1.1 | P / 3.1.2 | C / 3.1.3 | S',
    ['3.1.1 unclear', '3.1.2 unclear', '3.1.3 unclear'],
  ],
  [
    'who is first and who is second in line',
    'Task | Nordic Cloud | Customer / Isolate | Primary | Secondary / Ingest | Primary | — / Staff | — | Primary / Help | | Secondary',
    ['Isolate shared', 'Ingest provider', 'Staff client', 'Help unclear'],
  ],
  [
    'letters for who is first and second in line, where the document explains them',
    'P = Primary   S = Secondary   blank = no role / Task | Nordic Cloud | Customer / Isolate | P | S / Ingest | P | / Staff | | P / Help | | S',
    ['Isolate shared', 'Ingest provider', 'Staff client', 'Help unclear'],
  ],
  [
    'those letters where nobody explains them',
    'Task | Nordic Cloud | Customer / Isolate | P | S / Ingest | P | / Staff | | P',
    ['Isolate unclear', 'Ingest unclear', 'Staff unclear'],
  ],
  [
    'how much a vendor contributes, beside what the customer does',
    'Control | Nordic contribution | How Nordic helps | Customer must / 3.1.1 | Satisfies | Blocks malware | - / 3.1.2 | Supports | Logs it | Review the logs / 3.1.3 | Not addressed | - | Train people',
    ['3.1.1 provider', '3.1.2 shared', '3.1.3 client'],
  ],
  [
    'a third party beside the client and the provider',
    'Task | Service provider | Customer | Data center / Patching | R, A | I | I / Power | – | – | R/A / Tapes | R | I | A',
    ['Patching provider', 'Power provider', 'Tapes shared'],
  ],
  ['a place that no party stands beside', 'Task | Data center | Office / Patching | X | / Power | | X', []],
  [
    'a customer’s column alone that is no duty',
    'Control | Customer considerations / 3.1.1 | Consider a policy / 3.1.2 |',
    ['3.1.1 unclear'],
  ],
  [
    'a customer’s column alone that is one',
    'Control | Customer responsibilities / 3.1.1 | Name the users / 3.1.2 | / 3.1.3 | None',
    ['3.1.1 client', '3.1.3 unclear'],
  ],
  [
    'statuses are no owners',
    'Control | Status | MSP implementation status / 3.1.1 | Met | Implemented / 3.1.2 | Not met | Planned',
    [],
  ],
  [
    'who helps',
    'Leistung | Auftragnehmer | Auftraggeber / Betrieb | verantwortlich | informiert / Abnahme | Mitwirkung | verantwortlich / Hilfe | R/A | S',
    ['Betrieb provider', 'Abnahme shared', 'Hilfe shared'],
  ],
])('reads %s', (_, text, expected) => {
  expect(said(read([sourceTable('CRM', text)]))).toEqual(expected)
})

test.each([
  [
    'Control | Owner | Inheritance / 3.1.1 | Provider | No',
    'the row contradicts itself: B2 says provider, C2 says client',
  ],
  [
    'Control | Owner | Responsibility / 3.1.1 | Provider | Sometimes',
    'B2 says provider, and what C2 says was not understood: the row stays unclear',
  ],
])('says in words why the row %j is unclear', (text, message) => {
  expect(read([sourceTable('CRM', text)]).issues).toContainEqual({ at: 'CRM!B2', message })
})

const esp =
  'Practice | Inheritance | Bracken (ESP) responsibility | OSC responsibility / Access Control / 3.1.1 | Full | Bracken limits access | None / 3.1.2 | Shared | Bracken sets it up | Approves exceptions / 3.1.3 | None | | Does it alone / 3.1.4 | Full | | None'

test('how much is inherited from the ESP whose document it is, below headings across the table', () => {
  const reading = readDocument(
    { format: 'xlsx', tables: [sourceTable('CRM', esp, ['A2:D2'])], statements: [], prose: 0, pictures: 0, issues: [] },
    {
      naming: { party: 'Bracken Managed IT', side: 'msp' },
      recogniser: () => recognise,
      told: { tables: [], words: {} },
    },
  )
  expect(said(reading)).toEqual(['3.1.1 msp', '3.1.2 shared', '3.1.3 client', '3.1.4 provider'])
  expect(reading.mapping.tables[0]?.columns.map(({ is, of }) => of ?? is)).toEqual([
    'requirement',
    'inheritance',
    'msp',
    'client',
  ])
})

test('“Shared” merged across the columns of both parties says that both do it; any other word does not', () => {
  const rows = 'Practice | MSP | Client / 3.1.1 | X | / 3.1.2 | Shared | / 3.1.3 | MSP | / 3.1.4 | | X'
  expect(said(read([sourceTable('Table', rows, ['B3:C3', 'B4:C4'])]))).toEqual([
    '3.1.1 msp',
    '3.1.2 shared',
    '3.1.3 unclear',
    '3.1.4 client',
  ])
})

test('the controls that user entities operate, and whether the client performs them', () => {
  const rows =
    'CUEC # | Criteria | Control to be operated by user entity | Client performs? (Y\\N) / CUEC-1 | 3.1.1 | Keeps keys | Y / CUEC-2 | 3.1.2 | Reviews users | N'
  const { mapping, claims } = read([sourceTable('Table', rows)])
  expect(mapping.tables[0]?.columns.map(({ is }) => is)).toEqual(['ignored', 'requirement', 'counted-on', 'degree'])
  expect(claims.map(({ ownership, customerMust }) => [ownership, customerMust])).toEqual([
    ['client', 'Keeps keys'],
    ['unclear', 'Reviews users'],
  ])
})
