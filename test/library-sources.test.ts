// Every figure says where it comes from: a law by its citation, or "customary" where a contract may choose another.
import { describe, expect, test } from 'vitest'
import { worstCaseHours, parseDuration } from '../src/core/duration.ts'
import type { Duty } from '../src/core/duty.ts'
import { isSource } from './library/legal-citation.ts'
import { duties } from './library/shipped.ts'

function figureOf({ timing }: Duty): string | undefined {
  if (timing === undefined || 'on' in timing) return undefined
  if ('every' in timing) return timing.every
  if ('within' in timing) return timing.within
  return 'before' in timing ? timing.before : timing.keep
}

const clocked = duties.flatMap(({ at, duty }) => {
  const figure = figureOf(duty)
  const length = figure === undefined ? undefined : parseDuration(figure)
  return figure === undefined ? [] : [{ at, duty, figure, length }]
})

describe('a figure', () => {
  test('has a source', () => {
    const bare = clocked.filter(
      ({ duty, figure }) => (/\d/.test(figure) || parseDuration(figure)) && duty.source === undefined,
    )
    expect(bare.map(({ at }) => at)).toEqual([])
  })

  test('is a number and a unit, a placeholder, or the event that it comes before', () => {
    const odd = clocked.filter(({ duty, figure, length }) => {
      return length === undefined && !figure.includes('{') && !(duty.timing && 'before' in duty.timing)
    })
    expect(odd.map(({ at, figure }) => `${at}: ${figure}`)).toEqual([])
  })

  test('stays inside the law that it cites', () => {
    const limits: readonly (readonly [source: RegExp, hours: number])[] = [
      [/^45 CFR 164\.40[468]\(|^45 CFR 164\.410\(/, 60 * 24],
      [/^DFARS 252\.204-7012\(c\)/, 72],
    ]
    const late = clocked.filter(({ duty, length }) => {
      const limit = limits.find(([source]) => source.test(duty.source ?? ''))?.[1]
      return duty.timing && 'within' in duty.timing && limit !== undefined && length && worstCaseHours(length) > limit
    })
    expect(late.map(({ at, figure }) => `${at}: ${figure}`)).toEqual([])
  })
})

describe('a source', () => {
  test('is "customary" or a citation of law', () => {
    const odd = duties.filter(({ duty }) => duty.source !== undefined && !isSource(duty.source))
    expect(odd.map(({ at, duty }) => `${at}: ${duty.source}`)).toEqual([])
  })

  test.each([
    ['customary', true],
    ['45 CFR 164.316(b)(2)(i)', true],
    ['45 CFR 164.504(e)(3)(ii); the number of days is customary', true],
    ['45 CFR 164.316(b)(2)(i) for the procedures; customary for the notes', true],
    ['32 CFR 170.4, where periodically means at most one year', true],
    ['DFARS 252.204-7012(c)', true],
    ['32 CFR 170.22', true],
    ['15 U.S.C. 7704(a)(4)', true],
    ['ISOO CUI Notice 2019-03', true],
    ['customary; HIPAA asks for the procedure and sets no cycle', true],
    ['45 CFR 164.999', false],
    ['45 CFR 164.316(2)(b)', false],
    ['HIPAA', false],
    ['industry standard', false],
    ['common practice', false],
    ['DFARS 7012', false],
  ])('"%s" is one: %s', (source, is) => expect(isSource(source)).toBe(is))
})
