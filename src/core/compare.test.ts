import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Activity } from './activity.ts'
import { apply, compare, same } from './compare.ts'
import type { Matrix } from './matrix.ts'
import { arbitraryActivity, arbitraryMatrix } from './testing/arbitrary-matrix.ts'
import { accessReview, dutyWith, leaver, matrixOf, sampleMatrix, visitorEscort } from './testing/sample-matrix.ts'

function kinds(a: Matrix, b: Matrix): readonly string[] {
  return compare(a, b).map(({ kind }) => kind)
}

function changed(change: Partial<Activity>): readonly string[] {
  return kinds(matrixOf(leaver), matrixOf({ ...leaver, ...change }))
}

const [notify, disable] = leaver.duties as readonly [Activity['duties'][number], Activity['duties'][number]]

test.each<readonly [string, Partial<Activity>, readonly string[]]>([
  ['nothing', {}, []],
  ['another answers for it', { accountable: 'msp' }, ['reallocation']],
  ['nobody answers for it', { accountable: undefined }, ['reallocation']],
  ['a duty goes to another party', { duties: [notify, { ...disable, party: 'night-soc' }] }, ['reallocation']],
  ['a party pays instead of doing', { duties: [notify, { ...disable, kind: 'pays' }] }, ['reallocation']],
  ['a duty rests on another offering', { duties: [notify, { ...disable, offering: 'monitoring' }] }, ['reallocation']],
  [
    'a duty rests on a document',
    { duties: [notify, { ...disable, basis: { document: 'Night SOC matrix' } }] },
    ['reallocation'],
  ],
  [
    'a limit is longer',
    { duties: [notify, { ...disable, timing: { within: '48 hours', after: 'the client’s notice' } }] },
    ['timing'],
  ],
  ['a duty loses its clock', { duties: [notify, { ...disable, timing: undefined }] }, ['timing']],
  ['it serves another objective', { covers: ['sample:AC-2'] }, ['citation']],
  [
    'it serves a part only',
    { covers: [{ ref: 'sample:AC-1[a]', part: 'the office' }, 'sample:AC-1[b]'] },
    ['citation'],
  ],
  ['it is limited to a scope', { scopes: ['managed'] }, ['citation']],
  ['its title', { title: 'Close a leaver’s accounts' }, ['wording']],
  ['what a duty does', { duties: [notify, { ...disable, does: 'Delete the accounts' }] }, ['wording']],
  ['its evidence', { duties: [notify, { ...disable, evidence: [] }] }, ['wording']],
  ['how the parts meet', { handoff: 'By telephone' }, ['wording']],
  ['the hand-off is struck', { handoff: undefined }, ['wording']],
  ['who reviewed it', { reviewed: { by: 'Dana Reyes', date: '2026-02-01' } }, ['wording']],
  [
    'everything at once',
    { accountable: 'msp', covers: [], title: 'x', duties: [notify, { ...disable, timing: { on: 'request' } }] },
    ['reallocation', 'timing', 'citation', 'wording'],
  ],
  [
    'a duty more',
    { duties: [notify, disable, dutyWith({ party: 'night-soc' })] },
    ['reallocation', 'timing', 'wording'],
  ],
])('what changed when %s', (_, change, expected) => {
  expect(changed(change)).toEqual(expected)
})

test.each<readonly [string, Matrix, readonly string[]]>([
  ['an activity more', matrixOf(leaver, accessReview, visitorEscort), ['added']],
  ['an activity less', matrixOf(leaver), ['removed']],
  ['one for another', matrixOf(leaver, visitorEscort), ['removed', 'added']],
  ['the same in another order', matrixOf(accessReview, leaver), ['order']],
  ['one added in front', matrixOf(visitorEscort, leaver, accessReview), ['added', 'order']],
  ['another title', { ...matrixOf(leaver, accessReview), title: 'Renewal' }, ['engagement']],
  ['an answer', { ...matrixOf(leaver, accessReview), parameters: {} }, ['engagement']],
  ['an offering less', { ...matrixOf(leaver, accessReview), offerings: [] }, ['engagement']],
])('what changed with %s', (_, after, expected) => {
  expect(kinds(matrixOf(leaver, accessReview), after)).toEqual(expected)
})

test('reallocations of any row come before the words of any other', () => {
  const after = matrixOf({ ...leaver, title: 'x' }, { ...accessReview, accountable: 'msp' })
  expect(compare(matrixOf(leaver, accessReview), after).map(({ kind, activity }) => [kind, activity])).toEqual([
    ['reallocation', 'access-review'],
    ['wording', 'leaver-access-removal'],
  ])
})

test('a change shows what was and what is', () => {
  expect(compare(matrixOf(leaver), matrixOf({ ...leaver, covers: ['sample:AC-2'] }))).toEqual([
    { kind: 'citation', activity: leaver.id, before: { covers: leaver.covers }, after: { covers: ['sample:AC-2'] } },
  ])
  expect(compare(sampleMatrix, { ...sampleMatrix, title: 'Renewal' })).toEqual([
    { kind: 'engagement', activity: null, field: 'title', before: sampleMatrix.title, after: 'Renewal' },
  ])
})

test('a matrix compared with itself has no change, however its keys are ordered', () => {
  fc.assert(
    fc.property(arbitraryMatrix, (matrix) => {
      const reversed = JSON.parse(JSON.stringify(matrix), (_, value: unknown) => reverseKeys(value)) as Matrix
      expect(compare(matrix, reversed)).toEqual([])
    }),
  )
})

function reverseKeys(value: unknown): unknown {
  const isGroup = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isGroup ? Object.fromEntries(Object.entries(value).toReversed()) : value
}

/** A later state of a matrix: rows kept, changed, dropped, added and moved; the engagement changed, its optional fields gone or new. */
const revised = fc.tuple(arbitraryMatrix, arbitraryMatrix).chain(([before, other]) => {
  const kept = fc.subarray([...before.activities], { minLength: Math.min(1, before.activities.length) })
  const after = kept.chain((activities) =>
    fc.tuple(
      ...activities.map((activity) =>
        fc.oneof(
          fc.constant(activity),
          fc.tuple(arbitraryActivity, arbitraryActivity).map(([a, b]) => merged(activity, a, b)),
        ),
      ),
    ),
  )
  return fc.record({
    before: fc.constant(before),
    after: fc.tuple(after, fc.boolean(), fc.boolean()).chain(([rows, grown, renewed]) => {
      const ids = new Set(rows.map(({ id }) => id))
      const added = grown ? other.activities.filter(({ id }) => !ids.has(id)) : []
      const all = [...rows, ...added]
      const { activities: _, ...engagement } = renewed ? other : before
      return fc
        .shuffledSubarray(all, { minLength: all.length })
        .map((activities): Matrix => ({ ...engagement, activities }))
    }),
  })
})

/** The id and some fields of one, the duties of another. */
function merged(activity: Activity, words: Activity, divided: Activity): Activity {
  return {
    ...words,
    id: activity.id,
    covers: activity.covers,
    duties: [...activity.duties.slice(0, 1), ...divided.duties],
  }
}

test('the changes applied to the one give the other, also after a passage through JSON', () => {
  fc.assert(
    fc.property(revised, ({ before, after }) => {
      const changes = compare(before, after)
      expect(apply(before, changes)).toEqual(after)
      expect(apply(before, JSON.parse(JSON.stringify(changes)) as typeof changes)).toEqual(after)
      expect(changes.length === 0).toBe(same(before, after))
    }),
    { numRuns: 500 },
  )
})

test('two matrices that have nothing in common are still one redline apart', () => {
  fc.assert(
    fc.property(arbitraryMatrix, arbitraryMatrix, (a, b) => {
      expect(apply(a, compare(a, b))).toEqual(b)
    }),
  )
})

test.each<readonly [string, unknown, unknown, boolean]>([
  ['an absent field and an undefined one', { a: 1 }, { a: 1, b: undefined }, true],
  ['a field that is undefined on either side', { a: undefined, b: 1 }, { b: 1, c: undefined }, true],
  ['null and undefined', { a: null }, {}, false],
  ['a list and a group', [], {}, false],
  ['lists in another order', [1, 2], [2, 1], false],
  ['a text and a number', '1', 1, false],
  ['a field that another inherits', JSON.parse('{"__proto__": {}}'), { a: 1 }, false],
  ['an own field and what every object has', { constructor: undefined, a: 1 }, { a: 1 }, true],
])('equal as JSON: %s', (_, a, b, equal) => {
  expect([same(a, b), same(b, a)]).toEqual([equal, equal])
})
