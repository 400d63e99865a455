// The library's words: observable duties, one clock and evidence each, readable by those who have them.
import { describe, expect, test } from 'vitest'
import { isNamed } from '../src/core/evidence-name.ts'
import { handOffFault } from '../src/core/wording/hand-off.ts'
import { openEndedIn, openEndedPhrases } from '../src/core/wording/open-ended.ts'
import { repeatedDuty } from '../src/core/wording/same-words.ts'
import { vaguePhrases } from '../src/core/wording/vague.ts'
import { likePairs } from './library/likeness.ts'
import { median, readingGrade, syllablesIn } from './library/reading-grade.ts'
import { divisions, duties, template } from './library/shipped.ts'

describe('each duty', () => {
  test('is observable: no vague word in it, in its clock or in its evidence', () => {
    const vague = duties.flatMap(({ at, duty }) => {
      const evidence = (duty.evidence ?? []).map(({ what }) => what)
      return [duty.does, ...Object.values(duty.timing ?? {}), ...evidence]
        .flatMap(vaguePhrases)
        .map((phrase) => `${at}: "${phrase}"`)
    })
    expect(vague).toEqual([])
  })

  test('has a clock, and no open-ended one', () => {
    expect(duties.filter(({ duty }) => duty.timing === undefined).map(({ at }) => at)).toEqual([])
    expect(duties.flatMap(({ at, duty }) => openEndedPhrases(duty).map((phrase) => `${at}: "${phrase}"`))).toEqual([])
  })

  test('has evidence that somebody could pick up', () => {
    const bare = duties.filter(({ duty }) => (duty.evidence ?? []).length === 0 || !duty.evidence!.every(isNamed))
    expect(bare.map(({ at }) => at)).toEqual([])
  })

  test('says who does it', () => {
    expect(duties.filter(({ duty }) => duty.role === undefined).map(({ at }) => at)).toEqual([])
  })
})

describe('each activity', () => {
  test('has a title that could be a ticket', () => {
    const short = template.activities.filter(
      ({ title }) => title.split(' ').length < 4 || vaguePhrases(title).length > 0,
    )
    expect(short.map(({ id, title }) => `${id}: ${title}`)).toEqual([])
  })

  test('says in its hand-off how and when the duties meet', () => {
    const faults = divisions.flatMap(({ at, allocation }) => {
      const { handoff, duties: held } = allocation
      if (handoff === undefined) return []
      return [
        handOffFault(allocation),
        repeatedDuty({ duties: held }),
        ...vaguePhrases(handoff),
        ...openEndedIn(handoff),
      ]
        .filter((fault) => fault !== undefined)
        .map((fault) => `${at}: ${fault}`)
    })
    expect(faults).toEqual([])
  })

  test('says something that no other says', () => {
    expect(likePairs(template.activities, 0.35)).toEqual([])
    const titles = template.activities.map(({ title }) => title.toLowerCase())
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([])
  })

  test('has duties in sentences of its own', () => {
    const sold = duties.filter(({ division }) => division.way === 'sold')
    const same = [...Map.groupBy(sold, ({ duty }) => duty.does.toLowerCase()).values()].filter((places) => {
      return new Set(places.map(({ division }) => division.activity.id)).size > 1
    })
    expect(same.map((places) => places.map(({ at, duty }) => `${at}: ${duty.does}`))).toEqual([])
  })
})

describe('the reading grade of what the client does', () => {
  const client = duties.filter(({ duty }) => duty.party === 'client')
  const grades = client.map(({ at, duty }) => ({ at, grade: readingGrade(duty.does) }))

  test('is 10 at most for half of it, and 12 for nine in ten', () => {
    const ordered = grades.map(({ grade }) => grade)
    expect(ordered.length).toBeGreaterThan(500)
    expect(median(ordered)).toBeLessThanOrEqual(10)
    expect(ordered.filter((grade) => grade > 12).length / ordered.length).toBeLessThan(0.1)
  })

  test('is never above 14', () => {
    expect(grades.filter(({ grade }) => grade > 14)).toEqual([])
  })
})

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
