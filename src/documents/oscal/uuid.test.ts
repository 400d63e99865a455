import { expect, test } from 'vitest'
import { subjectUuid, uuid5 } from './uuid.ts'

test('the examples of RFC 9562 and Python’s uuid module', () => {
  const dns = '6ba7b810-9dad-11d1-80b4-00c04fd430c8'
  expect(uuid5(dns, 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2')
  expect(uuid5(dns, 'python.org')).toBe('886313e1-3b8a-5372-9b90-0c9aee199e5d')
})

test('keys that read alike when joined are different subjects', () => {
  expect(subjectUuid('a', 'bc')).not.toBe(subjectUuid('ab', 'c'))
  expect(subjectUuid('a', 'bc')).toBe(subjectUuid('a', 'bc'))
})
