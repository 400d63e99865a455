import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryText } from '../testing/arbitrary-matrix.ts'
import { wordDiff } from './word-diff.ts'

/** [-deleted-]{+inserted+} */
function shown(before: string, after: string): string {
  return wordDiff(before, after)
    .map(({ text, mark }) => ({ kept: text, deleted: `[-${text}-]`, inserted: `{+${text}+}` })[mark])
    .join('')
}

test.each<readonly [string, string, string, string]>([
  ['nothing', 'Disable the accounts', 'Disable the accounts', 'Disable the accounts'],
  ['one word', 'within 24 hours', 'within 48 hours', 'within [-24-]{+48+} hours'],
  ['a word more', 'the accounts', 'the admin accounts', 'the{+ admin+} accounts'],
  ['a word less', 'the admin accounts', 'the accounts', 'the[- admin-] accounts'],
  ['the first word goes', 'Promptly disable it', 'Disable it', '[-Promptly disable-]{+Disable+} it'],
  ['an end', 'Disable them', 'Disable them and say so', 'Disable them{+ and say so+}'],
  ['an end after a stop', 'Do it. Sign it.', 'Do it. Sign it. File it.', 'Do it. Sign it.{+ File it.+}'],
  ['punctuation', 'the list, signed', 'the list; signed', 'the list[-,-]{+;+} signed'],
  ['a hyphened word', 'a 24-hour desk', 'a 48-hour desk', 'a [-24-hour-]{+48-hour+} desk'],
  ['an apostrophe', 'the client’s notice', 'the client notice', 'the [-client’s-]{+client+} notice'],
  ['a published id', 'see AC.L2-3.1.1[a].', 'see AC.L2-3.1.1[b].', 'see [-AC.L2-3.1.1[a]-]{+AC.L2-3.1.1[b]+}.'],
  ['a sum', 'pay $5,000.00', 'pay $6,000.00', 'pay $[-5,000.00-]{+6,000.00+}'],
  ['an island', 'Tell the desk who left', 'Ask the owner who left', '[-Tell the desk-]{+Ask the owner+} who left'],
  ['pure additions', 'a list of users', 'a full list of all users', 'a{+ full+} list of{+ all+} users'],
  ['what repeats', 'x w', 'x y z w', 'x{+ y z+} w'],
  ['a doubled word', 'send send it', 'send it', 'send[- send-] it'],
  ['all of it', 'Pays the invoice', 'Nobody knows', '[-Pays the invoice-]{+Nobody knows+}'],
  ['from nothing', '', 'Signed list', '{+Signed list+}'],
  ['to nothing', 'Signed list', '', '[-Signed list-]'],
  ['blanks alone', 'a  b', 'a b', 'a[-  -]{+ +}b'],
  ['a script without blanks', '東京の本社', '大阪の本社', '[-東京-]{+大阪+}の本社'],
])('%s', (_, before, after, expected) => {
  expect(shown(before, after)).toBe(expected)
})

const sentence = fc
  .array(
    fc.oneof(
      fc.constantFrom('the', 'desk', 'signs', 'list', 'of', 'a', ',', '. ', '\n', 'AC.L2-3.1.1[a]'),
      arbitraryText,
    ),
  )
  .map((words) => words.join(' '))
const pair = fc.oneof(
  fc.tuple(sentence, sentence),
  fc.tuple(sentence, sentence, sentence, sentence).map(([a, b, c, d]) => [`${a} ${b} ${c}`, `${a} ${d} ${c}`] as const),
)

test('kept and deleted are the text before, kept and inserted the text after', () => {
  fc.assert(
    fc.property(pair, ([before, after]) => {
      expect(sides(before, after)).toEqual([before, after])
    }),
    { numRuns: 500 },
  )
})

test('no mark starts or ends inside a word', () => {
  const inside = /[\p{L}\p{N}]/u
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('sign', 'signed', 'list', 'lists', '24-hour', 'a')),
      fc.array(fc.constantFrom('sign', 'signs', 'list', '48-hour', 'a')),
      (a, b) => {
        const pieces = wordDiff(a.join(' '), b.join(' '))
        for (const without of ['deleted', 'inserted'] as const) {
          const left = pieces.filter(({ mark }) => mark !== without)
          for (const [index, { text }] of left.slice(1).entries())
            expect([inside.test(left[index]!.text.at(-1)!), inside.test(text[0]!)]).not.toEqual([true, true])
        }
      },
    ),
  )
})

test('a text of many pages is compared in parts, and a small change in it stays small', () => {
  const page = Array.from({ length: 20_000 }, (_, index) => `word${index % 7000 === 5 ? 'x' : index}`)
  const after = page.with(10, 'new').toSpliced(15_000, 1).with(19_000, 'other')
  const pieces = wordDiff(page.join(' '), after.join(' '))
  expect(sides(page.join(' '), after.join(' '))).toEqual([page.join(' '), after.join(' ')])
  expect(pieces.filter(({ mark }) => mark !== 'kept').map(({ text }) => text.trim())).toEqual([
    'word10',
    'new',
    'word15000',
    'word19001',
    'other',
  ])
})

test('long texts that have only common words in common are one change', () => {
  const before = 'the desk signs a list of it '.repeat(3000)
  const after = 'a clerk of the desk files it '.repeat(3000)
  expect(sides(before, after)).toEqual([before, after])
})

function sides(before: string, after: string): readonly string[] {
  const pieces = wordDiff(before, after)
  const without = (gone: 'deleted' | 'inserted'): string =>
    pieces
      .filter(({ mark }) => mark !== gone)
      .map(({ text }) => text)
      .join('')
  return [without('inserted'), without('deleted')]
}
