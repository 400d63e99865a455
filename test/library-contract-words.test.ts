// What the library prints into a contract: nobody is conceded to be an agent, and a limit in law is no licence to wait for it.
import { expect, test } from 'vitest'
import { loadOfferings } from '../src/library/offerings.ts'
import { library } from './library/shipped.ts'

const printed = library.divisions.flatMap(({ at, allocation: { duties, handoff = '' } }) =>
  [...duties.map(({ does }) => does), handoff].map((text) => ({ at, text })),
)

test('no duty and no hand-off says that the MSP, a SOC or a subcontractor is an agent', () => {
  expect(printed.length).toBeGreaterThan(1000)
  // What a computer runs is an agent of another kind.
  const conceding = printed.filter(
    ({ at, text }) => !at.startsWith('logging') && /\b(?:an|another|other) agents?\b/i.test(text),
  )
  expect(conceding).toEqual([])
})

test('whoever counts what another knew says that this is a precaution', () => {
  const counting = printed.filter(({ text }) => /\bcount what\b/.test(text))
  expect(counting.length).toBeGreaterThanOrEqual(2)
  for (const { text } of counting) expect(text).toMatch(/precaution/)
})

test.each([
  ['45 CFR 164.404(b)', /without unreasonable delay/],
  ['45 CFR 164.406(b)', /without unreasonable delay/],
  ['45 CFR 164.408(b)', /at the same time as the letters.* without unreasonable delay/],
  ['45 CFR 164.410(b)', /without unreasonable delay/],
  ['DFARS 252.204-7012(c)(1)(ii)', /rapidly, which paragraph \(a\) defines as within 72 hours of discovery/],
])('a duty that rests on %s says that its figure is the end', (citation, words) => {
  const sources = library.duties.flatMap(({ duty: { source = '' } }) => (source.startsWith(citation) ? [source] : []))
  expect(sources.length).toBeGreaterThan(0)
  for (const source of sources) expect(source).toMatch(words)
})

test('a sentence for the contract points to the schedule by its defined name', () => {
  const sentences = loadOfferings().map(({ contract }) => contract)
  expect(sentences.filter((text) => text.includes('responsibility matrix'))).toEqual([])
  expect(sentences.filter((text) => text.includes('Schedule A')).length).toBeGreaterThan(5)
})
