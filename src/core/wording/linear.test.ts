import { expect, test } from 'vitest'
import { handOffFault } from './hand-off.ts'
import { openEndedIn, openEndedPhrases } from './open-ended.ts'
import { reservedActs } from './reserved.ts'
import { repeatedDuty } from './same-words.ts'
import { isSubject, leadsWithVerb } from './subject.ts'
import { namesTime } from './time-named.ts'
import { vaguePhrases } from './vague.ts'

/** Beginnings of phrases, over and over, that never end as one. */
const seeds = [
  'ensure ',
  'keep a ',
  'assist ',
  'support the ',
  'provide ',
  'when ',
  'as ',
  'a ',
  'x',
  ' ',
  '(',
  '[',
  '{time',
  '{',
  'approve the ',
  'report it ',
  'notify the ',
  'sign ',
  'accept the ',
  'decide whether it ',
  'send the ',
  'each ',
  'both and ',
  'client to ',
  'regular a-',
  'on a ',
  'twenty ',
  '1',
  'own ',
  'by ',
  "client's a ",
  '-',
  '\n',
]

test.each(seeds)('a text of %j without end is read at the pace of its length', (seed) => {
  const text = seed.repeat(Math.ceil(50_000 / seed.length))
  for (const read of [vaguePhrases, openEndedIn, reservedActs, namesTime, isSubject, leadsWithVerb]) read(text)
  const duties = [
    { party: 'msp', does: text },
    { party: 'client', does: `${text}y` },
  ]
  handOffFault({ handoff: text, duties })
  repeatedDuty({ duties })
  expect(openEndedPhrases(duties[0]!)).toEqual([])
})
