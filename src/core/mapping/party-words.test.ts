import { expect, test } from 'vitest'
import { splitHolders } from './party-words.ts'
import type { Naming } from './party-words.ts'

const acme: Naming = { party: 'Acme Cloud, Inc.', names: { 'Blue Team': 'msp' } }

test.each([
  ['a word for the role', 'the cloud service provider does', ['the', 'provider', 'does']],
  ['the longest phrase for one', 'managed security service provider and customer', ['msp', 'and', 'client']],
  ['the name without its legal form', 'acme cloud and customer', ['provider', 'and', 'client']],
  ['a legal form before the name', 'by inc acme cloud', ['by', 'provider']],
  ['a legal form within it', 'acme corp cloud', ['provider']],
  ['a name that the user told', 'blue team or blue', ['msp', 'or', 'blue']],
  ['a company', 'amazon web services', ['provider']],
  ['a business associate', 'each business associate', ['each', 'provider']],
  ['nobody', 'keeps records', ['keeps', 'records']],
])('finds %s among words', (_, words, parts) => {
  expect(splitHolders(words.split(' '), acme).map((part) => (typeof part === 'string' ? part : part.side))).toEqual(
    parts,
  )
})

test('of a document whose party is named by a legal form alone, only that form is its name', () => {
  expect(splitHolders(['limited', 'use'], { party: 'Limited' })).toEqual([{ side: 'provider' }, 'use'])
})
