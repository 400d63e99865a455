import { expect, test } from 'vitest'
import { read, said } from '../testing/read-tables.ts'
import { sourceTable } from '../testing/source-table.ts'

test.each<readonly [string, string, readonly string[]]>([
  [
    'RACI in small letters, with footnotes, in words',
    'Activity | Customer | Nordic Cloud / Patch | i | r/a / Users | ra | c / Test | Accountable | Responsible (1) / Agree | Verantwortlich | Informiert / Move | Consultado | R* / Help | Informed | Supports',
    ['Patch provider', 'Users client', 'Test shared', 'Agree client', 'Move provider', 'Help unclear'],
  ],
  [
    'hedges, lists of choices and products before parties',
    'Control | Responsibility / 3.1.1 | Provider? / 3.1.2 | ~Shared / 3.1.3 | Shared → Customer / 3.1.4 | Provider, Customer, Shared / 3.1.5 | AWS: Customer / 3.1.6 | Shared (Nordic Cloud, Customer)',
    ['3.1.1 unclear', '3.1.2 unclear', '3.1.3 unclear', '3.1.4 unclear', '3.1.5 unclear', '3.1.6 shared'],
  ],
  [
    'remarks that are no legend',
    'Control | Responsibility | Remarks / 3.1.1 | Yes | Yes - Provider / 3.1.2 | Non | Non-inherited / 3.1.3 | Q | Q = Provider',
    ['3.1.1 unclear', '3.1.2 unclear', '3.1.3 unclear'],
  ],
  [
    'nothing left of what cannot be inherited',
    'Control ID | Can Be Inherited from CSP | Specific Inheritance and Customer Agency/CSP Responsibilities / 3.1.1 | No | None. Fully inherited. / 3.1.2 | No | The customer sets it.',
    ['3.1.1 unclear', '3.1.2 client'],
  ],
  [
    'responsible and not responsible',
    'Control | Nordic Cloud | Customer / 3.1.1 | Responsible | Not Responsible / 3.1.2 | Not responsible | Responsible',
    ['3.1.1 provider', '3.1.2 client'],
  ],
  [
    'a note that takes the mark back',
    'Control | Customer | Provider | Comments / 3.1.1 | X | | Uses our form / 3.1.2 | | X | Customer is solely responsible. / 3.1.3 | | X | Out of scope of our service / 3.1.4 | X | | The provider delivers the course',
    ['3.1.1 client', '3.1.2 unclear', '3.1.3 unclear', '3.1.4 unclear'],
  ],
  [
    'the customer’s column beside one that nobody understood',
    'Control | Widget contribution | Customer must / 3.1.1 | Satisfies | Sets it / 3.1.2 | | Trains its people',
    ['3.1.1 unclear', '3.1.2 client'],
  ],
  [
    'a form’s placeholders',
    'Control | CSP Responsibility | Customer Responsibility / 3.1.1 | <Insert provider responsibility> | Sets it / 3.1.2 | Runs it | Click or tap here to enter text.',
    ['3.1.1 client', '3.1.2 provider'],
  ],
  [
    'the provider called by its first word, AG and we',
    'Leistung | Nordic | AG / Sichern | x | / Melden | | x',
    ['Sichern provider', 'Melden client'],
  ],
])('reads %s', (_, text, expected) => {
  expect(said(read([sourceTable('CRM', text)]))).toEqual(expected)
})
