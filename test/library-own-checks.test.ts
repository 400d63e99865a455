// The library passes Demarc's own checks: what is left is to fill in, to review, or a doubt that is only noted.
import { describe, expect, test } from 'vitest'
import { compose } from '../src/core/compose.ts'
import { findings } from '../src/core/findings.ts'
import type { Finding } from '../src/core/finding.ts'
import { loadContext } from '../src/library/knowledge.ts'
import { answered, engagementWith } from '../tools/library/engagements.ts'
import { offeringIds, template } from './library/shipped.ts'

const context = { ...loadContext(), today: '2026-11-23' }
const expected = ['unfilled-placeholder', 'not-customised']

function foundIn(offerings: readonly string[], answer: typeof answered = answered): readonly Finding[] {
  return findings(compose(answer(engagementWith(offerings), template), template, context), context)
}

const unexpected = (found: readonly Finding[]) =>
  found
    .filter(({ code, severity }) => !expected.includes(code) && severity !== 'note')
    .map(({ severity, code, at, message }) => `${severity} ${code} ${at}: ${message}`)

describe('composed, the library has nothing to mend but what each engagement fills in and reviews', () => {
  test.each([
    ['with every offering', offeringIds],
    ['with none', []],
  ])('%s', (_, offerings) => expect(unexpected(foundIn(offerings))).toEqual([]))

  test('with its questions still open', () => {
    const found = foundIn(offeringIds, (engagement) => engagement)
    expect(unexpected(found)).toEqual([])
    expect(new Set(found.filter(({ severity }) => severity !== 'note').map(({ code }) => code))).toEqual(
      new Set(expected),
    )
  })

  test('and every row waits for its review', () => {
    const waiting = foundIn(offeringIds).filter(({ code }) => code === 'not-customised')
    expect(new Set(waiting.map(({ activity }) => activity))).toEqual(new Set(template.activities.map(({ id }) => id)))
  })
})

describe('a note', () => {
  test('is a possible wrong citation, and rare', () => {
    const notes = foundIn(offeringIds).filter(({ severity, code }) => severity === 'note' && !expected.includes(code))
    expect(new Set(notes.map(({ code }) => code)).difference(new Set(['wrong-citation']))).toEqual(new Set())
    expect(notes.length).toBeLessThan(template.activities.length / 20)
  })
})

describe('with one offering', () => {
  test.each(offeringIds)('%s leaves nothing to mend', (id) => expect(unexpected(foundIn([id]))).toEqual([]))
})
