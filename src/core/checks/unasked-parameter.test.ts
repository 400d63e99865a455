import { expect, test } from 'vitest'
import { activityWith, dutyWith, matrixOf } from '../testing/sample-matrix.ts'
import { checkUnaskedParameter } from './unasked-parameter.ts'

const asks = activityWith(dutyWith({ does: 'Open a ticket in {ticket system}' }))

test.each([
  [
    'a misspelt name',
    { 'tiket system': 'the portal' },
    ['No activity asks for "tiket system", and "ticket system" has no answer: correct the name.'],
  ],
  ['a name that nothing resembles', { colour: 'blue' }, []],
  ['the name that is asked', { 'ticket system': 'the portal' }, []],
  ['a misspelt name beside the right one', { 'ticket system': 'x', 'tiket system': 'y' }, []],
  ['what a legal clock asks', { 'MSP is an agent': 'no' }, []],
])('%s', (_, parameters, messages) => {
  const clocks = [
    {
      id: 'c',
      title: 'C',
      limit: '60 days',
      from: 'discovery',
      source: 'law',
      notice: [],
      sources: [],
      upstream: [],
      words: [],
      agency: 'MSP is an agent',
    },
  ]
  const found = checkUnaskedParameter({ ...matrixOf(asks), parameters }, { clocks })
  expect(found.map(({ message }) => message)).toEqual(messages)
})
