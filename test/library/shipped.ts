// The shipped library, read once for all its tests.
import { readJson } from '../../src/library/frameworks.ts'
import { loadTopics } from '../../src/library/template.ts'
import { shippedLibrary } from '../../tools/library/library.ts'

export { frameworks, objectives } from '../../tools/library/library.ts'

export const library = shippedLibrary()
export const { template } = library
export const topics = loadTopics()
export const offeringIds = template.offerings.map(({ id }) => id)
export const starterCoverage = readJson('starter-coverage.json') as Readonly<Record<string, readonly string[]>>
