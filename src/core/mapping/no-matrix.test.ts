import { expect, test } from 'vitest'
import { read, said } from '../testing/read-tables.ts'
import { sourceTable } from '../testing/source-table.ts'

const of = (text: string) => read([{ ...sourceTable('Sheet', text), declaredHeader: [1] }])

test.each<readonly [string, string, string]>([
  ['an inventory', 'Asset | Owner | OS / LT-001 | Client | Windows / SRV-1 | MSP | Linux', 'an inventory'],
  [
    'a list of alerts',
    'Alert | Client | Host | Action / 4711 | Client A | srv-01 | Isolated / 4712 | Client B | srv-07 | Closed',
    'a list of alerts',
  ],
  ['an invoice', 'Item | Provider | Customer | Amount / Onboarding | Nordic Cloud | Acme | $900', 'an invoice'],
  ['prices', 'Service | Client | Partner / PC | 38 € | 30 € / Server | 120 € | 99 €', 'nothing in its rows'],
  ['hours', 'Service | Provider | Customer / Support | 08:00-18:00 | 09:00-17:00', 'nothing in its rows'],
  ['cookies', 'Cookie | Provider | Expiry / _ga | Google | 2 years / sid | Us | Session', 'a list of cookies'],
  ['processors', 'Provider | Service | Location / Twilio | SMS | US / Zendesk | Tickets | US', 'nothing in its rows'],
  [
    'a project plan that names practices',
    'Task | Practice | Owner | Start | End / Enable MFA | 3.5.3 | MSP | 2026-01-02 | 2026-02-01',
    'a project plan',
  ],
  [
    'vendors beside the safeguard that they serve',
    'Vendor | BAA signed | Safeguard | Relationship owner / CloudBox | No | 3.1.1 | MSP',
    'a list of vendors',
  ],
  ['requests', 'No. | Request | Practice | To be provided by | Received / 1 | Users | 3.1.1 | MSP | Yes', 'requests'],
  [
    'people',
    'Name | Title | Reports to | Responsible for / Ines Hart | CEO | Board | Strategy / Raul Pons | Client success | Ines Hart | Clients',
    'none of its tables',
  ],
  ['levels of service', 'Task | Responsible / Outage | Level 2 / Request | Level 1', 'nothing in its rows'],
  [
    'letters of people whom nobody knows',
    'Task | Designer | Developer / Draft | R | C / Build | A | R / Launch | R | A',
    'parties that we do not know',
  ],
  ['an assessment', 'Control | Client / 3.1.1 | Met / 3.1.2 | Not met / 3.1.3 | N\\A', 'no column of it says who'],
  ['what is in place', 'Control | Installed at site / 3.1.1 | Yes / 3.1.2 | No', 'no column of it says who'],
  [
    'TBD everywhere',
    'Control | Responsible | Client responsibility / 3.1.1 | TBD | TBD / 3.1.2 | TBD |',
    'blank template',
  ],
  ['a list to choose from', 'Control | Responsible / 3.1.1 | Provider \\ Customer \\ Shared', 'blank template'],
  [
    'choices beside “choose one”, said in several ways',
    'Control | Responsible / 3.1.1 | MSP or Client or Both / 3.1.2 | Choose one',
    'blank template',
  ],
  ['an example alone', 'Control | MSP | Client / e.g. 3.1.1 | R | A', 'shows an example'],
])('declines %s', (_, text, reason) => {
  expect(of(text)).toMatchObject({ claims: [], declined: expect.stringContaining(reason) as string })
})

test.each<readonly [string, string, number]>([
  [
    'words that nobody explains under both names',
    'Task | Provider | Client / A | Lead | Assist / B | Assist | Lead',
    2,
  ],
  ['letters that nobody explains', 'Task | Who / One | V / Two | D / Three | V', 3],
  ['ids beside words that nobody knows', 'Control | Responsible / 3.1.1 | Somebody / 3.1.2 | Else', 2],
  ['one understood row', 'Task | Provider | Client / Support | 08:00-18:00 | – / Patch | Patches the hosts | –', 2],
])('does not decline %s', (_, text, rows) => {
  const { claims, declined } = of(text)
  expect(declined).toBeUndefined()
  expect(claims).toHaveLength(rows)
})

test('rows that show an example are no claims, and are listed', () => {
  const table =
    'Control | Task | Responsible / e.g. 3.1.1 | x | MSP / Example | y | Client / 3.1.2 | Sample collection | MSP / 3.1.3 | (example) | MSP / 3.1.4 | Sample: backups | Client'
  expect(said(of(table))).toEqual(['3.1.2 msp'])
  expect(
    of(table)
      .issues.filter(({ message }) => message.includes('example'))
      .map(({ at }) => at),
  ).toEqual(['Sheet!A2', 'Sheet!A3', 'Sheet!B5', 'Sheet!B6'])
})

/** Who pays, approves, attends, or is said to have no part, over cells that name parties. */
const notDoing =
  'Paid by | Not responsible | Attended by | Assessed party | Organisation | Location | Hosted at | Applies to | Recipient | Author | Approved by | Audited by | Decided by | Billed to | Risk owner | Policy owner | Former owner | Notified party | Reviewed by | To be provided by | Relationship owner | Escalation | Zahlt | Teilnehmer | Geprüft von | Gilt für | Standort | Risikoeigner | Früher | Payé par | Validé par | S’applique à | Lieu | Ancien responsable | Pagado por | Aprobado por | Se aplica a | Ubicación | Anterior responsable | Proposed split (draft for discussion) | Foo'

test.each(notDoing.split(' | '))('declines parties under “%s”', (heading) => {
  const { claims, declined } = of(`Practice | ${heading} / 3.1.1 | MSP / 3.1.2 | Client / 3.1.3 | Client`)
  expect(claims).toEqual([])
  expect(declined).toMatch(/no column of it/)
})

test('the reason names the column that needs a person’s word', () => {
  expect(of('Practice | Foo / 3.1.1 | MSP / 3.1.2 | Client').declined).toContain(
    'the column “Foo” (Sheet!B1): its cells name parties, and its heading does not say that they do it',
  )
  expect(of('Practice | Proposed split / 3.1.1 | MSP / 3.1.2 | Client').declined).toContain(
    'the column “Proposed split” (Sheet!B1): it speaks of what is proposed, planned or past',
  )
})

const doing =
  'Performed by | Carried out by | Who does what | Party in charge | Realisé par | Umgesetzt durch | Realizado por | Current owner'

test.each(doing.split(' | '))('reads parties under “%s”', (heading) => {
  expect(said(of(`Practice | ${heading} / 3.1.1 | MSP / 3.1.2 | Client`))).toEqual(['3.1.1 msp', '3.1.2 client'])
})

test.each([
  [
    'two columns',
    'Practice | Current responsible | Proposed responsible / 3.1.1 | Client | MSP / 3.1.2 | MSP | Client',
  ],
  ['one left empty', 'Practice | Responsible | Bisher / 3.1.1 | Client | MSP / 3.1.2 | MSP | '],
])('what is proposed or past is no service and no claim: %s', (_, text) => {
  const reading = of(text)
  expect(said(reading)).toEqual(['3.1.1 client', '3.1.2 msp'])
  expect(reading.claims.some(({ service }) => service !== undefined)).toBe(false)
})

test('the parties under “Proposed” are no claims', () => {
  const text =
    'Practice | Current | | Proposed | / | MSP | Client | MSP | Client / 3.1.1 | X | | | X / 3.1.2 | | X | X | '
  const table = { ...sourceTable('Sheet', text, ['B1:C1', 'D1:E1']), declaredHeader: [1, 2] }
  expect(read([table]).claims.map(({ requirement, ownership, service }) => [requirement, ownership, service])).toEqual([
    ['3.1.1', 'msp', undefined],
    ['3.1.2', 'client', undefined],
  ])
})

test.each([
  ['author and recipient', 'Practice | Author | Recipient / 3.1.1 | MSP | Client / 3.1.2 | Client | MSP'],
  ['reports', 'Practice | Reported by | Resolved by / 3.1.1 | MSP | Client / 3.1.2 | Client | MSP'],
  ['two contracts', 'Practice | Old contract | New contract / 3.1.1 | MSP | Client / 3.1.2 | Client | MSP'],
  ['states', 'Practice | As is | To be / 3.1.1 | MSP | Client / 3.1.2 | Client | MSP'],
])('two columns of parties are no services: %s', (_, text) => {
  expect(of(text)).toMatchObject({ claims: [], declined: expect.stringContaining('no column of it') as string })
})
