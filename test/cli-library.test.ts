import { expect, test } from 'vitest'
import type { Activity } from '../src/core/activity.ts'
import { loadProfiles } from '../src/library/profiles.ts'
import { demarc } from './support/command-line.ts'
import { offeringIds, template } from './library/shipped.ts'

async function json(...words: readonly string[]): Promise<Record<string, unknown>> {
  const { code, out } = await demarc('library', ...words, '--json')
  expect(code).toBe(0)
  return JSON.parse(out) as Record<string, unknown>
}

test('lists topics, offerings, situations and profiles', async () => {
  const { topics, offerings, situations, profiles } = (await json()) as Record<string, readonly { id: string }[]>
  expect(topics).toHaveLength(new Set(template.activities.map(({ topic }) => topic)).size)
  expect(offerings!.map(({ id }) => id)).toEqual(offeringIds)
  expect(situations!.map(({ id }) => id)).toContain('gcc-high')
  expect(profiles).toHaveLength(4)
})

test('shows a row with its division, without its offering, and what to beware of', async () => {
  const { out } = await demarc('library', 'leaver-access-removal')
  expect(out).toContain('Where nobody sells it')
  expect(out).toContain('Beware')
  expect(out).toContain('[within 24 hours after')
})

test.each([
  ['3.4.9[c]', 'cmmc-l2:CM.L2-3.4.9[c]'],
  ['CM.L2-3.4.9[c]', 'cmmc-l2:CM.L2-3.4.9[c]'],
  ['cmmc-l2:CM.L2-3.4.9[c]', 'cmmc-l2:CM.L2-3.4.9[c]'],
  ['164.308(a)(4)(ii)(C)', 'hipaa:164.308(a)(4)(ii)(C)'],
  ['CC6.3', 'soc2:CC6.3'],
  ['164.410(b)', 'hipaa-breach:164.410(b)'],
  ['§ 164.308(a)(4)(ii)(C)', 'hipaa:164.308(a)(4)(ii)(C)'],
  ['45 CFR 164.308(a)(4)(ii)(C)', 'hipaa:164.308(a)(4)(ii)(C)'],
  ['cc 6.3', 'soc2:CC6.3'],
  ['3.4.9 [C]', 'cmmc-l2:CM.L2-3.4.9[c]'],
])('%s finds exactly the rows that serve it', async (word, ref) => {
  const { activities } = (await json(word)) as { activities: readonly Activity[] }
  const serving = template.activities.filter(({ covers }) => JSON.stringify(covers).includes(JSON.stringify(ref)))
  expect(activities.map(({ id }) => id)).toEqual(serving.map(({ id }) => id))
  expect(serving.length).toBeGreaterThan(0)
})

test('a family finds the rows of all its requirements', async () => {
  const { activities } = (await json('3.5')) as { activities: readonly Activity[] }
  expect(activities.every(({ covers }) => JSON.stringify(covers).includes('IA.L2-3.5.'))).toBe(true)
  expect(activities.length).toBeGreaterThan(5)
})

test('a requirement finds the rows of all its objectives, and no neighbor’s', async () => {
  const { activities } = (await json('3.1.1')) as { activities: readonly Activity[] }
  const cited = activities.flatMap(({ covers }) => JSON.stringify(covers))
  expect(cited.every((covers) => covers.includes('AC.L2-3.1.1['))).toBe(true)
  expect(activities.length).toBeGreaterThan(2)
})

test.each(loadProfiles().map(({ id }) => id))('the profile %s says that it is no vendor’s', async (id) => {
  const { out } = await demarc('library', id)
  expect(out.replaceAll(/\s+/g, ' ')).toContain("generic: confirm against the vendor's current document")
  expect(out).toContain('The customer must: ')
})

test('an offering says what it does not deliver, and lists its rows', async () => {
  const { out } = await demarc('library', 'hosting')
  expect(out).toContain('Does not')
  expect(out).toMatch(/\d+ activities/)
})

test('a situation lists the rows that it divides otherwise', async () => {
  const { activities } = (await json('outside-soc')) as { activities: readonly string[] }
  expect(activities.length).toBeGreaterThan(0)
})

test('an unknown word is refused with the nearest one', async () => {
  const { code, err } = await demarc('library', 'leaver-access-removl')
  expect(code).toBe(2)
  expect(err).toContain('did you mean "leaver-access-removal"?')
})
