import { expect, test } from 'vitest'
import { customerSentences } from './customer-sentences.ts'

test.each<readonly [string, readonly string[]]>([
  [
    'Disks are encrypted at rest; customer must choose a customer-managed key.',
    ['customer must choose a customer-managed key.'],
  ],
  [
    'We patch the hypervisor. Customers are responsible for guest operating systems.',
    ['Customers are responsible for guest operating systems.'],
  ],
  ['Vendor operates the gateway. The tenant needs to enforce MFA.', ['The tenant needs to enforce MFA.']],
  ['Le service est chiffré. Le client doit activer la MFA.', ['Le client doit activer la MFA.']],
  [
    'Wir sichern täglich. Der Kunde muss die Wiederherstellung prüfen.',
    ['Der Kunde muss die Wiederherstellung prüfen.'],
  ],
  ['Cifrado en reposo. El cliente debe rotar las claves.', ['El cliente debe rotar las claves.']],
  ['Customers are not required to do anything.', []],
  ['Customer data is encrypted at rest.', []],
  ['Tenants are isolated from each other.', []],
  ['Guards check every visitor.', []],
  ['The provider must keep customer keys apart.', []],
])('%s', (text, sentences) => {
  expect(customerSentences(text)).toEqual(sentences)
})
