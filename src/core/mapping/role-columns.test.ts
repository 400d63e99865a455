import { expect, test } from 'vitest'
import { read, said } from '../testing/read-tables.ts'
import { sourceTable } from '../testing/source-table.ts'

const names =
  'Logs | Nordic Cloud | Nordic Cloud | Customer | / Review | Nordic Cloud | Customer | | / Alerts | Nordic Cloud | | | Customer / Reports | Customer | Customer | Nordic Cloud | Nordic Cloud / Tests | Nordic Cloud, Customer | Customer | | / Badges | Somebody | Customer | | / Keys | | Customer | Nordic Cloud |'
const owned = [
  'Logs provider',
  'Review shared',
  'Alerts provider',
  'Reports client',
  'Tests shared',
  'Badges unclear',
  'Keys unclear',
]

test.each([
  ['English', 'Task | Responsible | Accountable | Consulted | Informed'],
  ['English, with the letters', 'Task | Responsible (R) | A - Accountable | To be consulted | Keep informed'],
  ['French', 'Tâche | Responsable | Garant | Consulté | Informé'],
  ['French, feminine and plural', 'Tâche | Responsable | Imputable | À consulter | Informés'],
  ['German', 'Aufgabe | Verantwortlich | Rechenschaftspflichtig | Konsultiert | Zu informieren'],
  ['Spanish', 'Tarea | Responsable | Rinde cuentas | Consultado | Informado'],
  ['letters alone', 'Task | R | A | C | I'],
])('names under the words of RACI, %s', (_, header) => {
  expect(said(read([sourceTable('RACI', `${header} / ${names}`)]))).toEqual(owned)
})

test('who helps has a part in it', () => {
  const table = sourceTable(
    'RASCI',
    'Task | Responsible | Accountable | Support | Consulted / Logs | Nordic Cloud | Nordic Cloud | Customer | / Keys | Customer | Customer | | Nordic Cloud',
  )
  expect(said(read([table]))).toEqual(['Logs shared', 'Keys client'])
})

test('a row says who does it and who answers for it', () => {
  const table = sourceTable('RACI', 'Task | Responsible | Accountable / Review | Nordic Cloud | Customer')
  expect(read([table]).claims).toMatchObject([{ ownership: 'shared', text: 'Nordic Cloud; Accountable: Customer' }])
})

test.each([
  ['who is informed alone', 'Control | Informed / 3.1.1 | Customer / 3.1.2 | Nordic Cloud'],
  ['who is consulted alone', 'Control | Konsultiert / 3.1.1 | Kunde / 3.1.2 | Nordic Cloud'],
])('%s does none of it', (_, text) => {
  expect(read([sourceTable('RACI', text)]).claims).toEqual([])
})

test('the primary owner does it, and the secondary owner helps', () => {
  const rows =
    'Practice | Primary owner | Secondary owner / 3.1.1 | MSP | Client / 3.1.2 | Client | / 3.1.3 | Client | N\\A / 3.1.4 | MSP | None'
  expect(said(read([sourceTable('Table', rows)]))).toEqual([
    '3.1.1 shared',
    '3.1.2 client',
    '3.1.3 client',
    '3.1.4 msp',
  ])
})

test('a primary owner alone does not say whether another has a part', () => {
  expect(read([sourceTable('Table', 'Practice | Primary owner / 3.1.1 | MSP / 3.1.2 | Client')]).claims).toEqual([])
})
