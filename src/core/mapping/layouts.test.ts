import { expect, test } from 'vitest'
import { read, recognise, said } from '../testing/read-tables.ts'
import { sourceTable } from '../testing/source-table.ts'
import { readDocument } from './read-document.ts'

test.each<readonly [string, string, readonly string[]]>([
  [
    'one column of words',
    'Control ID | Title | Responsibility / 3.1.1 | Limit access | Customer / 3.1.2 | Functions | Shared / 3.1.3 | Flow | Provider / 3.1.4 | Duties | Inherited / 3.1.5 | Least | N\\A / 3.1.6 | Non | TBD',
    ['3.1.1 client', '3.1.2 shared', '3.1.3 provider', '3.1.4 provider', '3.1.5 not-applicable', '3.1.6 unclear'],
  ],
  [
    'the provider’s own name',
    'Requirement | Responsible Party / 3.1.1 | Nordic Cloud / 3.1.2 | Nordic Cloud & Customer / 3.1.3 | Nordic Cloud, Inc. / 3.1.4 | Somebody else',
    ['3.1.1 provider', '3.1.2 shared', '3.1.3 provider', '3.1.4 unclear'],
  ],
  [
    'FedRAMP’s yes, partial, no',
    'Control ID | Can Be Inherited from CSP | Specific Inheritance and Customer Agency/CSP Responsibilities / 3.1.1 | Yes | / 3.1.2 | Partial | Customer must set it / 3.1.3 | No | All of it / 3.1.4 | Sometimes | x',
    ['3.1.1 provider', '3.1.2 shared', '3.1.3 client', '3.1.4 unclear'],
  ],
  [
    'what a report counts on its providers for',
    'Subservice organization | CSOC | Requirement / Host One | Guards stand at the door. | 3.1.1 / Host One | Media is shredded. | 3.1.2',
    ['3.1.1 unclear', '3.1.2 unclear'],
  ],
  [
    'marks under parties',
    'Practice | Client | MSP | CSP / 3.1.1 | X | | / 3.1.2 | x | x | / 3.1.3 | | ✓ | / 3.1.4 | | | ● / 3.1.5 | X | X | X / 3.1.6 | ? | | X',
    ['3.1.1 client', '3.1.2 shared', '3.1.3 msp', '3.1.4 provider', '3.1.5 shared', '3.1.6 unclear'],
  ],
  [
    'boxes for whose it is',
    'ID | Provider | Customer | Shared | N/A / 3.1.1 | X | | | / 3.1.2 | | X | | / 3.1.3 | | | X | / 3.1.4 | | | | X / 3.1.5 | X | X | | / 3.1.6 | X | | | X',
    ['3.1.1 provider', '3.1.2 client', '3.1.3 shared', '3.1.4 not-applicable', '3.1.5 shared', '3.1.6 unclear'],
  ],
  [
    'two columns of running text',
    'Control | CSP Responsibility | Customer Responsibility / 3.1.1 | Runs the directory | None / 3.1.2 | | Names its users / 3.1.3 | Runs it | Configures roles / 3.1.4 | None | None',
    ['3.1.1 provider', '3.1.2 client', '3.1.3 shared', '3.1.4 unclear'],
  ],
  [
    'RACI letters',
    'Activity | Customer | Nordic Cloud / Patch hosts | I | RA / Patch guests | R/A | C / Approve | A | R / Together | R | R,A / Inform | I | C',
    ['Patch hosts provider', 'Patch guests client', 'Approve shared', 'Together shared', 'Inform unclear'],
  ],
  [
    'RACI in French with a name that no table knows',
    "Activité | Rôle Client | Rôle Autre Hébergeur SAS / Assurer les mises à jour | I | RA / Définir l'architecture | RA | CI",
    ['Assurer les mises à jour provider', "Définir l'architecture client"],
  ],
  [
    'RACI in German',
    'Aufgabe | Kunde | Dienstleister / Server betreiben | I | A, R / Benutzer melden | R, A | I',
    ['Server betreiben provider', 'Benutzer melden client'],
  ],
  [
    'RACI in Spanish, three parties',
    'Actividad | Cliente | Proveedor de servicios gestionados | Proveedor de nube / Copias | I | R, A | C / Centro de datos | I | I | R, A',
    ['Copias msp', 'Centro de datos provider'],
  ],
  [
    'words in French',
    'Exigence | Intitulé | Responsabilité / 3.1.1 | Accès | Client / 3.1.2 | Rôles | Partagée / 3.1.3 | Flux | Fournisseur / 3.1.4 | Locaux | Sans objet',
    ['3.1.1 client', '3.1.2 shared', '3.1.3 provider', '3.1.4 not-applicable'],
  ],
  [
    'words in German',
    'Anforderung | Zuständigkeit / 3.1.1 | Kunde / 3.1.2 | Gemeinsam / 3.1.3 | Anbieter / 3.1.4 | entfällt',
    ['3.1.1 client', '3.1.2 shared', '3.1.3 provider', '3.1.4 not-applicable'],
  ],
  [
    'words in Spanish, in another order',
    'Responsable | Descripción | Requisito / Cliente | a | 3.1.1 / Compartida | b | 3.1.2 / Proveedor | c | 3.1.3 / No aplica | d | 3.1.4',
    ['3.1.1 client', '3.1.2 shared', '3.1.3 provider', '3.1.4 not-applicable'],
  ],
  [
    'the customer’s side alone, by degree',
    'Control | Customer Responsibility | Provider Responsibility / 3.1.1 | None | Full / 3.1.2 | Partial | Partial / 3.1.3 | Full | None',
    ['3.1.1 provider', '3.1.2 shared', '3.1.3 client'],
  ],
  [
    'controls that a report counts on',
    'Criteria | Complementary User Entity Controls / 3.1.1 | User entities review access / 3.1.2 | N\\A',
    ['3.1.1 shared'],
  ],
  [
    'a phrase that holds a party’s word and more',
    'Control | Responsibility / 3.1.1 | Not customer responsibility / 3.1.2 | Customer, unless the CSP hosts it / 3.1.3 | Provider or customer / 3.1.4 | Customer (1)',
    ['3.1.1 unclear', '3.1.2 unclear', '3.1.3 unclear', '3.1.4 client'],
  ],
  [
    'a row that holds words of headings under an id of no counterpart',
    'Control | Responsibility / 3.1.1 | CSP / AC-1 | Customer / 3.1.2 | CSP / 3.1.3 | Shared',
    ['3.1.1 provider', '3.1.2 provider', '3.1.3 shared'],
  ],
  [
    'a denial in the customer’s column',
    'Control | Provider Responsibility | Customer Responsibility / 3.1.1 | Patches the hosts | No OSC responsibility. / 3.1.2 | Patches the hosts | None - fully inherited / 3.1.3 | Patches the hosts | See contract / 3.1.4 | Patches the hosts | Reboot the guests',
    ['3.1.1 provider', '3.1.2 provider', '3.1.3 unclear', '3.1.4 shared'],
  ],
  [
    'a column of levels beside the customer’s part',
    'Control | Moderate | Customer Responsibilities / 3.1.1 | X | Manage users / 3.1.2 | X | None',
    ['3.1.1 client', '3.1.2 unclear'],
  ],
  ['a provider’s column alone', 'Control | Provider Responsibility / 3.1.1 | Runs the directory', ['3.1.1 unclear']],
  [
    'objectives by letter under an id that stands once',
    'Practice ID | Assessment Objective | Responsible Party / 3.1.1 | a | MSP / | b | Client / | c | Shared',
    ['3.1.1[a] msp', '3.1.1[b] client', '3.1.1[c] shared'],
  ],
  [
    'a table twice beside itself',
    'Control | Responsibility | | Control | Responsibility / 3.1.1 | CSP | | 3.3.1 | Customer / 3.1.2 | Customer | | 3.3.2 | CSP',
    ['3.1.1 provider', '3.1.2 client', '3.3.1 client', '3.3.2 provider'],
  ],
  [
    'a business associate’s part',
    'CFR Section | Covered Entity Responsibilities | Business Associate Responsibilities / 3.1.1 | Grants access | Sets it up',
    ['3.1.1 shared'],
  ],
  ['sums below', 'Control | Client | MSP / 3.1.1 | X | / 3.1.2 | | X / Total | 1 | 1', ['3.1.1 client', '3.1.2 msp']],
  [
    'one party in the parentheses of another',
    'Control | Responsibility / 3.1.1 | CSP (Customer) / 3.1.2 | CSP → Customer / 3.1.3 | CSP and Customer',
    ['3.1.1 unclear', '3.1.2 unclear', '3.1.3 shared'],
  ],
  [
    'letters that a legend explains',
    'P = Provider / C = Customer / S = Shared / Control | Responsibility / 3.1.1 | P / 3.1.2 | C / 3.1.3 | S / 3.1.4 | Z',
    ['3.1.1 provider', '3.1.2 client', '3.1.3 shared', '3.1.4 unclear'],
  ],
  [
    'letters that nobody explains',
    'Control | Responsibility / 3.1.1 | P / 3.1.2 | C / 3.1.3 | S',
    ['3.1.1 unclear', '3.1.2 unclear', '3.1.3 unclear'],
  ],
  [
    'dividers between the rows, one of them under the header',
    'Control | Title | Owner / AC / 3.1.1 | Access | Customer / Audit (AU) / 3.3.1 | Logs | Provider / 3.3 | Audit',
    ['3.1.1 client', '3.3.1 provider'],
  ],
  [
    'a column of other words beside the ids',
    'CFR | Standard | MSP | Practice / 3.1.1 | Access authorization | R | I / 3.1.2 | Integrity | A | R / 3.1.3 | Other | R,A | C',
    ['3.1.1 msp', '3.1.2 unclear', '3.1.3 msp'],
  ],
  [
    'N\\A beside a letter',
    'Control | MSP | Client / 3.1.1 | R | N\\A / 3.1.2 | R\\A | n\\a / 3.1.3 | I | N\\A / 3.1.4 | N\\A | R',
    ['3.1.1 msp', '3.1.2 msp', '3.1.3 unclear', '3.1.4 client'],
  ],
  [
    'RACI by columns of names',
    'Control | Responsible | Accountable | Consulted | Informed / 3.1.1 | Nordic Cloud | Nordic Cloud | Customer | / 3.1.2 | Nordic Cloud | Customer | | Customer / 3.1.3 | Customer | Customer | Nordic Cloud | / 3.1.4 | | Customer | | / 3.1.5 | Somebody | Customer | | / 3.1.6 | AWS | Azure | |',
    ['3.1.1 provider', '3.1.2 shared', '3.1.3 client', '3.1.4 unclear', '3.1.5 unclear', '3.1.6 shared'],
  ],
  [
    'title rows, a heading between, a note below',
    'Responsibility matrix 2026 / Prepared for | Acme / Control | Owner / Access control / 3.1.1 | Customer / Audit / 3.3.1 | Provider / Note: see the contract',
    ['3.1.1 client', '3.3.1 provider'],
  ],
  [
    'two tables on a sheet',
    'Control | Owner / 3.1.1 | Customer / Practice | Who / 3.3.1 | CSP',
    ['3.1.1 client', '3.3.1 provider'],
  ],
  ['a number where an id stood', 'Control | Owner / #3.1 | Customer / 3.1.2 | Customer', ['3.1.2 client']],
])('reads %s', (_, text, expected) => {
  expect(said(read([sourceTable('CRM', text)]))).toEqual(expected)
})

test('two services side by side under a merged heading', () => {
  const table = sourceTable(
    'CRM',
    'Control | Cloud | | Backup | / | Responsibility | Customer must | Responsibility | Customer must / 3.1.1 | Provider | | Shared | Choose keys',
    ['A1:A2', 'B1:C1', 'D1:E1'],
  )
  expect(read([table]).claims).toMatchObject([
    { service: 'Cloud', ownership: 'provider', at: 'CRM!B3' },
    { service: 'Backup', ownership: 'shared', at: 'CRM!D3', customerMust: 'Choose keys' },
  ])
})

test('an id merged over several rows holds for each', () => {
  const table = sourceTable('CRM', 'Control | Task | Owner / 3.1.1 | a | Customer / | b | Provider', ['A2:A3'])
  expect(said(read([table]))).toEqual(['3.1.1 client', '3.1.1 provider'])
})

test('a text merged across the columns of two parties is nobody’s', () => {
  const table = sourceTable(
    'CRM',
    'Control | Provider | Customer / 3.1.1 | See the contract | / 3.1.2 | X | / 3.1.3 | | X / 3.1.4 | X | / 3.1.5 | | X',
    ['B2:C2'],
  )
  const { claims, issues } = read([table])
  expect(claims.map(({ ownership }) => ownership)).toEqual(['unclear', 'provider', 'client', 'provider', 'client'])
  expect(issues).toContainEqual(expect.objectContaining({ at: 'CRM!B2' }))
})

test('a row that says provider and leaves the customer something keeps both, and says so', () => {
  const table = sourceTable('CRM', 'Control | Owner | Customer responsibility / 3.1.1 | Provider | Turn it on')
  const { claims, issues } = read([table])
  expect(claims).toMatchObject([{ ownership: 'provider', customerMust: 'Turn it on' }])
  expect(issues).toContainEqual(expect.objectContaining({ at: 'CRM!C2' }))
})

test('a row whose cells disagree is unclear', () => {
  const table = sourceTable('CRM', 'Control | Owner | Inheritance / 3.1.1 | Provider | No')
  const { claims, issues } = read([table])
  expect(claims).toMatchObject([{ ownership: 'unclear' }])
  expect(issues[0]?.message).toContain('contradicts itself')
})

test('text under a heading that nobody understood, and that names the other party, leaves the row unclear', () => {
  const rows =
    'Practice | Responsibility | Remaining with client / 3.1.1 | Provider | Approve each account / 3.1.2 | Provider |'
  const found = read([sourceTable('CRM', rows)])
  expect(said(found)).toEqual(['3.1.1 unclear', '3.1.2 provider'])
  expect(found.issues.some(({ at }) => at.endsWith('!C2'))).toBe(true)
})

test('a part of somebody unknown leaves the row unclear', () => {
  const table = sourceTable(
    'CRM',
    'Control | Customer responsibility | Initech responsibility | Hooli responsibility / 3.1.1 | Does it | | / 3.1.2 | Does it | | Does it too',
  )
  expect(said(read([table]))).toEqual(['3.1.1 client', '3.1.2 unclear'])
})

test('a merged heading over several columns stands over each, and what is below divides it', () => {
  const table = {
    ...sourceTable(
      'CIS',
      'Control ID | Status | | Origination | | / | In Place | Planned | Provided by Customer | Shared | Inherited / 3.1.1 | X | | X | | / 3.1.2 | | X | | X | / 3.1.3 | X | | | | X',
    ),
    merges: ['B1:C1', 'D1:F1'],
  }
  expect(said(read([table]))).toEqual(['3.1.1 client', '3.1.2 shared', '3.1.3 provider'])
  const raci = {
    ...sourceTable('RACI', 'Task | Provider | | Customer | / | R | A | R | A / Copies | x | x | | / Users | | | x | x'),
    merges: ['A1:A2', 'B1:C1', 'D1:E1'],
  }
  expect(said(read([raci]))).toEqual(['Copies provider', 'Users client'])
})

test('in the MSP’s own document the provider is the MSP, unless it names an MSP besides', () => {
  const naming = { naming: { party: 'Harborline', side: 'msp' as const }, recogniser: () => recognise }
  const of = (text: string) =>
    said(
      readDocument(
        { format: 'xlsx', tables: [sourceTable('A', text)], statements: [], prose: 0, pictures: 0, issues: [] },
        { ...naming, told: { tables: [], words: {} } },
      ),
    )
  expect(of('Control | Responsable / 3.1.1 | Prestataire / 3.1.2 | Client')).toEqual(['3.1.1 msp', '3.1.2 client'])
  expect(of('Control | Owner / 3.1.1 | Provider / 3.1.2 | MSP')).toEqual(['3.1.1 provider', '3.1.2 msp'])
  expect(of('Control | MSP responsibility | Provider responsibility | Client / 3.1.1 | X | | / 3.1.2 | | X |')).toEqual(
    ['3.1.1 msp', '3.1.2 provider'],
  )
  expect(of('Control | Owner / 3.1.1 | Provider / 3.1.2 | MSP / 3.1.3 | CSP')).toEqual([
    '3.1.1 unclear',
    '3.1.2 msp',
    '3.1.3 provider',
  ])
  const letters = 'Control | %s | Client / 3.1.1 | R,A | C / 3.1.2 | I | R'
  expect(of(letters.replace('%s', 'Harborline'))).toEqual(['3.1.1 msp', '3.1.2 client'])
  expect(of(letters.replace('%s', 'Nobody Knows'))).toEqual(['3.1.1 unclear', '3.1.2 client'])
})
