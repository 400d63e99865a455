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
