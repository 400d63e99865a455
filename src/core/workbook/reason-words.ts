// Why an objective is open, and what to do about it, in the words of a workbook.
import type { Reason } from '../gap.ts'

interface Words {
  readonly why: string
  readonly mend: string
}

const words = {
  nobody: { why: 'nobody does it or answers for it', mend: 'Name who does it and the one party that is accountable.' },
  'part-missing': {
    why: 'a part of it is missing',
    mend: 'Give the missing part to a party, in an activity of its own.',
  },
  'two-hold-it': { why: 'two parties answer for it', mend: 'Leave one accountable party.' },
  untaken: {
    why: 'a duty that nobody has taken',
    mend: 'Let a party take the duty, or contract the offering that delivers it.',
  },
  'no-split': {
    why: 'shared, without a split',
    mend: 'Say what each party does, and how and when one hands over to the other.',
  },
  vague: { why: 'vague words', mend: 'Say something that one can observe: the act, the time, the record.' },
  unfilled: { why: 'a question without an answer', mend: 'Answer it on the sheet "Questions".' },
  disputed: { why: 'disputed by a party', mend: 'Agree the row with the party that disputes it.' },
  contradicted: { why: 'documents contradict each other', mend: 'Decide which document holds, and correct the other.' },
  'no-evidence': { why: 'no evidence named', mend: 'Name the record that shows that the duty was done.' },
} as const satisfies Record<Reason, Words>

export function sayReason(reason: Reason): string {
  return words[reason].why
}

export function sayMending(reason: Reason): string {
  return words[reason].mend
}
