import { expect, test } from 'vitest'
import { sampleContext, sampleMatrix } from '../testing/sample-matrix.ts'
import { checkOtherEdition } from './other-edition.ts'

const [chosen] = sampleMatrix.frameworks
const { id, edition } = [...sampleContext.frameworks.values()].find((framework) => framework.id === chosen!.id)!

test.each([
  ['the edition that is known', edition, 0],
  ['no edition', undefined, 0],
  ['another edition', `${edition}, revised`, 1],
  ['a revision that does not exist yet', 'Rev. 9', 1],
])('%s', (_, stated, findings) => {
  const found = checkOtherEdition({ ...sampleMatrix, frameworks: [{ ...chosen!, id, edition: stated }] }, sampleContext)
  expect(found).toHaveLength(findings)
  for (const { at, message } of found) {
    expect(at).toBe('frameworks[0].edition')
    expect(message).toContain(stated!)
    expect(message).toContain(edition)
  }
})
