// What takes a whole row out, or the customer's part of it, though another cell gives it to somebody.
import { expect, test } from 'vitest'
import { read } from '../testing/read-tables.ts'
import { sourceTable } from '../testing/source-table.ts'

const ownershipsIn = (text: string) =>
  read([sourceTable('CRM', text)]).claims.map(({ ownership, customerMust }) => [ownership, customerMust])

test.each<[string, string, readonly (readonly [string, string | undefined])[]]>([
  [
    'the “No” of a questionnaire, but not of what the customer owns',
    'Control | Owner | CSP CAIQ Answer / 3.1.1 | Provider | No / 3.1.2 | Customer | No / 3.1.3 | Provider | Yes',
    [
      ['unclear', undefined],
      ['client', undefined],
      ['provider', undefined],
    ],
  ],
  [
    'a row that its reader called not applicable',
    'Criteria | Complementary user entity controls | Applicable to us? / 3.1.1 | Secure keys | No / 3.1.2 | Remove leavers | Yes',
    [
      ['unclear', 'Secure keys'],
      ['shared', 'Remove leavers'],
    ],
  ],
  [
    'a provider’s text that says what the provider does, where it cannot be inherited',
    'Control ID | Can be inherited from CSP | Customer Agency and CSP Responsibilities / 3.1.1 | No | We do all of this. / 3.1.2 | No | Customer must do it.',
    [
      ['unclear', undefined],
      ['client', 'Customer must do it.'],
    ],
  ],
])('%s', (_, text, expected) => expect(ownershipsIn(text)).toEqual(expected))

test('a list that says that there are no such controls makes no claim of it', () => {
  const text =
    'Criteria | Complementary user entity controls / 3.1.1 | No complementary user entity controls are required. / 3.1.2 | Remove leavers'
  expect(read([sourceTable('CUEC', text)]).claims).toMatchObject([{ requirement: '3.1.2', ownership: 'shared' }])
})
