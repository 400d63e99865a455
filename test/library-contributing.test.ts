// The row that CONTRIBUTING teaches with passes the gates that it teaches.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readTopic } from '../src/library/template.ts'
import { gates } from '../tools/library/gates.ts'
import { libraryOf } from '../tools/library/library.ts'
import { template } from './library/shipped.ts'

const guide = readFileSync(new URL('../CONTRIBUTING.md', import.meta.url), 'utf8')
const [, taught = ''] = /```yaml\n( {2}- id: [\s\S]*?)```/.exec(guide) ?? []
const { activities } = readTopic('facilities.yaml', `topic: facilities\ntitle: Facilities\nactivities:\n${taught}`)
const [row] = activities.map((activity) => ({ ...activity, topic: 'facilities' }))

/** The example declares its part anew; in the library as shipped it takes an existing one. */
const parts = {
  ...template.parts,
  'hipaa:164.310(a)(2)(iii)': [
    ...(template.parts['hipaa:164.310(a)(2)(iii)'] ?? []),
    "the client's premises, visitor badges",
  ],
}

describe('the row in CONTRIBUTING.md', () => {
  const library = libraryOf({ ...template, parts, activities: [...template.activities, row!] })

  test('is there', () => expect(row?.id).toBe('visitor-badges-returned'))
  test.each(gates.map((gate) => [gate.id, gate] as const))('passes %s', (_, { look }) => {
    expect(look(library).faults).toEqual([])
  })
})
