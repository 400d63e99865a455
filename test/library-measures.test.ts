// What the gates measure with: reading grade, likeness, and what counts as a source.
import { describe, expect, test } from 'vitest'
import { isSource } from '../tools/library/legal-citation.ts'
import { likePairs } from '../tools/library/likeness.ts'
import { readingGrade, syllablesIn } from '../tools/library/reading-grade.ts'
import { template } from './library/shipped.ts'

describe('the measures', () => {
  test.each([
    ['cat', 1],
    ['table', 2],
    ['closed', 1],
    ['notices', 3],
    ['administrator', 5],
    ['DoD', 1],
    ['MSP', 3],
    ['manager’s', 3],
  ])('"%s" has about %i syllables', (word, count) => expect(syllablesIn(word)).toBe(count))

  test('a plain sentence is easy, a lawyer’s is not', () => {
    expect(readingGrade('The cat sat on the mat.')).toBeLessThan(2)
    expect(
      readingGrade(
        'Notwithstanding applicable regulatory obligations, appropriate organizational representatives authorize implementation.',
      ),
    ).toBeGreaterThan(20)
  })

  test('two rows that say the same in another order are alike', () => {
    const [drill] = template.activities
    const [first, ...rest] = drill!.duties
    const copy = { ...drill!, id: 'copy', duties: [...rest, first!] }
    expect(likePairs([drill!, copy], 0.35)).toEqual([{ share: 1, first: drill!.id, second: 'copy' }])
  })
})

describe('a source', () => {
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
