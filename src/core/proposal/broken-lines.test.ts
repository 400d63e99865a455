import { expect, test } from 'vitest'
import { brokenLines } from './broken-lines.ts'

const review = 'Review the log (every day)'
const report = 'Send the report (every month)'

test.each<readonly [string, readonly string[], readonly string[], string | undefined]>([
  ['nothing', [review, report], [review, report], undefined],
  ['two lines joined', [review, report], [`${review} ${report}`], 'were joined into one'],
  ['joined the other way round, with a word between', [review, report], [`${report} and ${review}`], 'were joined'],
  ['short lines joined', ['ticket', 'log'], ['ticket log'], 'were joined'],
  ['a line taken into a longer one', ['Review', review], ['Review the log daily', review], undefined],
  ['a line that holds a shorter one', ['Review the log', review], ['Review the log', `${review} and night`], undefined],
  ['a line in two', ['Lock the door and keep the key'], ['Lock the door', 'Keep the key'], undefined],
  ['a time on a line of its own', [review], ['Review the log', '(every day)'], 'a parenthesis alone'],
  ['a parenthesis that stood alone', ['(none)', review], ['(none)', report], undefined],
])('%s', (_, before, after, words) => {
  const fault = brokenLines(before, after)
  if (words === undefined) expect(fault).toBeUndefined()
  else expect(fault).toContain(words)
})
