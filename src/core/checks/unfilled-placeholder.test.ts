import { expect, test } from 'vitest'
import type { Activity } from '../activity.ts'
import type { Matrix } from '../matrix.ts'
import { activityWith, dutyWith, leaver, matrixOf, sampleMatrix } from '../testing/sample-matrix.ts'
import { checkUnfilledPlaceholder } from './unfilled-placeholder.ts'

const unanswered = (activity: Activity): Matrix => ({ ...matrixOf(activity), parameters: {} })

test.each<[string, Matrix, string, string]>([
  ['a duty asks', unanswered(leaver), 'duties[0].does', '{request channel}'],
  [
    'the answer is blank',
    { ...matrixOf(leaver), parameters: { 'request channel': '  ' } },
    'duties[0].does',
    '{request channel}',
  ],
  [
    'the answer asks again',
    { ...matrixOf(leaver), parameters: { 'request channel': '{portal}' } },
    'duties[0].does',
    '{request channel}',
  ],
  [
    'the hand-off asks',
    unanswered({ ...leaver, duties: [], handoff: 'Call {emergency number} within 1 hour' }),
    'handoff',
    '{emergency number}',
  ],
  [
    'the timing asks',
    unanswered(activityWith(dutyWith({ timing: { every: '{scan cadence}' } }))),
    'duties[0].timing',
    '{scan cadence}',
  ],
  ['the title asks', unanswered({ ...activityWith(dutyWith({})), title: 'Back up {system}' }), 'title', '{system}'],
  [
    'a template’s blank stands',
    matrixOf(activityWith(dutyWith({ does: 'Patch [insert frequency]' }))),
    'duties[0].does',
    '[insert frequency]',
  ],
  [
    'a client’s name is missing',
    matrixOf(activityWith(dutyWith({ does: 'Send it to <Client Name>' }))),
    'duties[0].does',
    '<Client Name>',
  ],
  [
    'a line stands for a word',
    matrixOf(activityWith(dutyWith({ does: 'Call ________ at night' }))),
    'duties[0].does',
    '________',
  ],
])('an error when %s', (_, matrix, place, asked) => {
  const findings = checkUnfilledPlaceholder(matrix)
  expect(findings).toMatchObject([
    { code: 'unfilled-placeholder', severity: 'error', at: `activities.${leaver.id}.${place}` },
  ])
  expect(findings[0]!.message).toContain(asked)
})

test('repeats the question and its example', () => {
  expect(checkUnfilledPlaceholder(unanswered(leaver))[0]?.message).toContain(
    'Where do access requests go? (for example: the service-desk portal)',
  )
})

test.each<[string, Matrix]>([
  ['the sample', sampleMatrix],
  ['no question', matrixOf(activityWith(dutyWith({})))],
  ['an objective’s letter', matrixOf(activityWith(dutyWith({ does: 'Collect the evidence for 3.1.1[a] and [b]' })))],
  ['a comparison', matrixOf(activityWith(dutyWith({ does: 'Alert when free space is < 10 %' })))],
  ['empty braces', matrixOf(activityWith(dutyWith({ does: 'Keep {} as it is' })))],
  [
    'an answer that nobody asks for',
    { ...matrixOf(activityWith(dutyWith({}))), parameters: { portal: 'https://example.org' } },
  ],
])('nothing for %s', (_, matrix) => {
  expect(checkUnfilledPlaceholder(matrix)).toEqual([])
})
