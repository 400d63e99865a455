import { expect, test } from 'vitest'
import type { Decision } from './decision.ts'
import { concerns, decisionFault, decisionFor } from './decision-standing.ts'
import { targetsInScope } from './in-scope.ts'
import { sampleContext, sampleMatrix } from './testing/sample-matrix.ts'

const decision: Decision = {
  ref: 'sample:AC-3',
  kind: 'not-applicable',
  by: 'Dana Reyes',
  reason: 'No visitor enters the building',
  date: '2026-02-01',
}

test.each([
  'No visitor enters the building',
  'All workstations are virtual; no USB port exists',
  'The client has no wireless network (survey of 2026-01-12)',
  'Nothing is printed',
])('"%s" is a reason', (reason) => {
  expect(decisionFault({ ...decision, reason })).toBeUndefined()
})

test.each([
  'N/A',
  'n/a.',
  'Not applicable',
  'Out of scope',
  'It is not required',
  'TBD',
  '—',
  '...',
  'MSP responsibility',
  'not our job',
  'See SSP',
  'Not applicable (client responsibility)',
])('"%s" is none', (reason) => {
  expect(decisionFault({ ...decision, reason })).toContain(`gives "${reason}" as its reason`)
})

test.each([
  ['reason', 'gives no reason'],
  ['by', 'does not name who decided'],
  ['date', 'has no date'],
] as const)('without its %s it %s', (field, fault) => {
  const { [field]: _, ...rest } = decision
  expect(decisionFault(rest)).toBe(fault)
})

const targets = targetsInScope(sampleMatrix, sampleContext)
const target = (id: string) => targets.find(({ objective }) => objective.id === id)!

test.each([
  ['the objective', 'sample:AC-1[a]', true],
  ['the whole requirement', 'sample:AC-1', true],
  ['its other objective', 'sample:AC-1[b]', false],
  ['another framework’s of the same id', 'other:AC-1[a]', false],
  ['a longer id', 'sample:AC-1[a]x', false],
])('a decision about %s concerns AC-1[a]: %s', (_, ref, meant) => {
  expect(concerns({ ref }, target('AC-1[a]'))).toBe(meant)
})

test.each([
  ['without a scope, everywhere', {}, true],
  ['in this scope', { scope: 'managed' }, true],
  ['in another scope', { scope: 'office' }, false],
  ['of another kind', { kind: 'accepted-risk' as const }, false],
  ['without a reason', { reason: 'N/A' }, false],
])('a decision holds %s: %o', (_, change, holds) => {
  expect(
    decisionFor(target('AC-3'), [{ ...decision, ...change }], { kind: 'not-applicable', scope: 'managed' }) !==
      undefined,
  ).toBe(holds)
})

test('one that does not stand hides no other that does', () => {
  const weak = { ...decision, reason: 'N/A' }
  expect(decisionFor(target('AC-3'), [weak, decision], { kind: 'not-applicable', scope: 'managed' })).toBe(decision)
})
