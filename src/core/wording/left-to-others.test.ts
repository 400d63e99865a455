import { expect, test } from 'vitest'
import { isLeftBy, isLeftUnsaid, leftUnsaid, leftWith } from './left-to-others.ts'
import { vaguePhrases } from './vague.ts'

const cloud = { to: 'the customer', by: 'Cloud Inc.' }
const asks = 'what AC-3 asks, without a word about what that is'

test.each<[string, string, boolean]>([
  ['not said', leftUnsaid(cloud, asks), true],
  ['not said, of a translated control', leftUnsaid({ ...cloud, of: ' for PE-2 (translated, not equal)' }, asks), true],
  ['not said, with a full stop that somebody wrote', `${leftUnsaid(cloud, asks)}.`, true],
  ['said', leftWith(cloud, '“Name who may visit”'), false],
  ['said in words like ours', leftWith(cloud, '“See the portal. Ask us, and write it here”'), false],
  ['somebody’s own words', 'Ask the vendor for the list, and write it here', false],
])('what a document leaves, %s', (_, does, unsaid) => {
  expect(isLeftUnsaid(does)).toBe(unsaid)
  expect(vaguePhrases(does)).toEqual(unsaid ? [does] : [])
})

test.each([
  ['its own', 'Cloud Inc.', true],
  ['another’s', 'Cloud', false],
  ['the customer’s', 'the customer', false],
])('whose document leaves it: %s', (_, name, own) => {
  expect(isLeftBy(leftWith({ ...cloud, of: ' for PE-2' }, '“Name who may visit”'), name)).toBe(own)
})
