import { expect, test } from 'vitest'
import { deniesPart } from './denial-words.ts'

test.each([
  'Petrel does not do this.',
  'We don’t provide it',
  'MSP no longer provides this',
  'To be moved to Client',
  'Not currently offered',
  'This is not part of the service',
  'Le prestataire n’intervient pas.',
  'Non compris dans le contrat.',
  'Nicht im Leistungsumfang.',
  'Der Dienstleister wird nicht tätig.',
  'Obliegt dem Kunden.',
  'El proveedor no interviene.',
  'Corresponde al cliente.',
])('%s denies a part', (text) => expect(deniesPart(text)).toBe(true))

test.each([
  'Petrel does this.',
  'Removes accounts that are no longer needed',
  'Blocks devices that do not meet the baseline',
  'Does backups and has them tested',
  'Richtet Konten ein und sperrt sie nach 30 Tagen',
  'Gestiona las cuentas del cliente',
  'Gère les comptes des clients',
  'Patches servers each month, tells the client which were patched, and reports those that were not included and why',
])('%s is a part', (text) => expect(deniesPart(text)).toBe(false))
