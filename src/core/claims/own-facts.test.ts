import { expect, test } from 'vitest'
import { sourceTable } from '../testing/source-table.ts'
import { ownFacts } from './own-facts.ts'
import { writtenDay } from './written-day.ts'

const fromSheet = (text: string) => ownFacts({ tables: [sourceTable('Cover', text)] })
const fromLines = (...lines: readonly string[]) =>
  ownFacts({ tables: [], opening: lines.map((text, index) => ({ at: `line ${index + 1}`, text })) })

test.each<readonly [string, string | undefined, string | undefined]>([
  ['Nimbus CRM / Version | 3.1 / Date | 2026-03-01', '3.1', '2026-03-01'],
  ['Version | v2.0 | Date | 1 March 2026', '2.0', '2026-03-01'],
  ['Version: 3.1 / Last updated: 2026-03-01', '3.1', '2026-03-01'],
  ['Fassung | 4 / Stand | 1. März 2026', '4', '2026-03-01'],
  ['Version du | 1er mars 2026', undefined, '2026-03-01'],
  ['Versión | 2.1 / Fecha | 1 de marzo de 2026', '2.1', '2026-03-01'],
  ['Revision | 7 / Effective date | March 1, 2026', '7', '2026-03-01'],
  ['Date | 2025-01-01 / Last updated | 2026-03-01', undefined, '2026-03-01'],
  ['Prepared by | A. Person | Date | 2026-03-01', undefined, undefined],
  ['Version | Date | Author / 1.0 | 2025-01-01 | A / 2.0 | 2026-03-01 | B', undefined, undefined],
  ['Version | final / Next review date | 2027-03-01', undefined, undefined],
  ['Template version | 9', undefined, undefined],
])('a sheet that begins with %j', (text, version, date) => {
  const facts = fromSheet(text)
  expect([facts.version, facts.date]).toEqual([version, date])
  expect(facts.issues).toEqual([])
})

test.each<readonly [string, string | undefined, string | undefined]>([
  ['Version 2.2, 2026-05-10', '2.2', '2026-05-10'],
  ['Version 2.2 (2026-05-10), confidential', '2.2', '2026-05-10'],
  ['Version 3 – Last updated March 1, 2026', '3', '2026-03-01'],
  ['Rev. 4 | Issued: 2026-03-01', '4', '2026-03-01'],
  ['This replaces version 2.0 of 2025-01-01', undefined, undefined],
  ['On 2026-03-01 we moved to version 2', undefined, undefined],
])('a text that begins with %j', (text, version, date) => {
  const facts = fromLines('Blackwatch matrix', text)
  expect([facts.version, facts.date]).toEqual([version, date])
})

test('what may be two days, and two versions, are told and not read', () => {
  const { version, date, issues } = fromSheet('Version | 3.1 / Date | 03\\04\\2026 / Revision | 4')
  expect([version, date]).toEqual([undefined, undefined])
  expect(issues.map(({ about, at }) => `${about} ${at}`)).toEqual(['version Cover!B1', 'date Cover!B2'])
})

test.each<readonly [string, unknown]>([
  ['2026-03-01', { day: '2026-03-01' }],
  ['2026/3/1', { day: '2026-03-01' }],
  ['2026-03-01 00:00', { day: '2026-03-01' }],
  ['13/04/2026', { day: '2026-04-13' }],
  ['04/13/2026', { day: '2026-04-13' }],
  ['04/04/2026', { day: '2026-04-04' }],
  ['03.04.2026', { ambiguous: '03/04/2026' }],
  ['12 décembre 2025', { day: '2025-12-12' }],
  ['Sept. 5, 2026', { day: '2026-09-05' }],
  ['2026-02-30', undefined],
  ['March 2026', undefined],
  ['2026', undefined],
])('the day %j', (text, day) => {
  expect(writtenDay(text)).toEqual(day)
})
