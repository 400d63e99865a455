import { expect, test } from 'vitest'
import { sourceTable } from '../testing/source-table.ts'
import { legendIn, mayExplain, strangeLettersIn } from './legend.ts'

const naming = { party: 'Nordic Cloud', side: 'provider' } as const
const work = sourceTable('CRM', 'ID | Who / 3.1.1 | P / 3.1.2 | C\\P / 3.1.3 | S, C')

function explained(texts: readonly string[], ...tables: readonly ReturnType<typeof sourceTable>[]) {
  expect(texts.filter((text) => !mayExplain(text))).toEqual([])
  return legendIn({ tables, texts }, naming)
}

test.each<readonly [string, readonly string[], Readonly<Record<string, string>>]>([
  ['one line', ['Legend: P = Provider, C = Customer; S = Shared.'], { P: 'provider', C: 'client', S: 'shared' }],
  ['a list', ['P: performed by us', 'C: you'], { P: 'provider', C: 'client' }],
  [
    'a sentence',
    [
      'In the column Who, P means that the Provider performs the control, C that the Customer performs it, and S that it is shared.',
    ],
    { P: 'provider', C: 'client', S: 'shared' },
  ],
  [
    'names with remarks',
    ['P = CSP (Nordic Cloud) is responsible', 'H = Hybrid – Nordic and customer each do part'],
    { P: 'provider', H: 'shared' },
  ],
  ['another party in the remark', ['P = Provider (customer approves)'], {}],
  ['a denial', ['P = not provided by us'], {}],
  ['one code in two senses', ['C = Customer', 'C = CSP'], {}],
  ['a code that is a letter of RACI too', ['C = Customer', 'C = Consulted'], {}],
  ['a dash in running text', ['Option C – customer'], {}],
])('running text explains codes: %s', (_, texts, wanted) => {
  expect(explained(texts)).toEqual(wanted)
})

test('several codes in a cell give a part to each', () => {
  expect(explained(['P = Provider, C = Customer, S = Shared'], work)).toEqual({
    P: 'provider',
    C: 'client',
    S: 'shared',
    'C/P': 'shared',
    'S, C': 'shared',
  })
})

test.each([
  ['beside rows of work, by "="', 'ID | Who | / 3.1.1 | P | P = Provider / 3.1.2 | C | C = Customer', ['P', 'C']],
  ['no remark beside rows of work', 'ID | Who | / 3.1.1 | P | P - Provider / 3.1.2 | C | Note, C = Customer', []],
  [
    'on a sheet of its own',
    'Code | Meaning / P | CSP (Nordic Cloud) is responsible / C | Tenant is responsible',
    ['P', 'C'],
  ],
])('a sheet explains codes: %s', (_, text, wanted) => {
  expect(Object.keys(explained([], sourceTable('Legend', text)))).toEqual(wanted)
})

test.each<readonly [string, readonly string[], readonly string[]]>([
  ['usual letters', ['R = Responsible, A = Accountable'], []],
  ['letters of its own', ['L = Lead, A = Assists'], ['A']],
])('%s of RACI in running text', (_, texts, wanted) => {
  expect([...strangeLettersIn({ tables: [], texts })]).toEqual(wanted)
})
