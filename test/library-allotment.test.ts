// One objective, one row: every objective of the four frameworks is taken once, whole or in declared parts.
import { describe, expect, test } from 'vitest'
import type { Template } from '../src/core/template.ts'
import { allot } from '../tools/library/allotment.ts'
import { objectives, template, topics } from './library/shipped.ts'

describe('the library', () => {
  test('has every objective taken once, whole or in declared parts', () => {
    expect(allot(template, objectives).faults).toEqual([])
    expect(objectives).toHaveLength(469)
  })

  test('declares the parts of an objective in one place', () => {
    const declared = topics.flatMap(({ topic, parts }) => Object.keys(parts ?? {}).map((ref) => ({ topic, ref })))
    const twice = [...Map.groupBy(declared, ({ ref }) => ref).values()].filter((places) => places.length > 1)
    expect(twice).toEqual([])
  })

  test('has parts that different activities take; else the whole would do', () => {
    const { takers } = allot(template, objectives)
    const alone = Object.entries(template.parts).filter(([ref, names]) => {
      const ids = names.flatMap((name) => takers.get(`${ref} (${name})`) ?? [])
      return new Set(ids).size < names.length
    })
    expect(alone).toEqual([])
  })

  test('gives every activity an id of its own, and something to serve', () => {
    const ids = template.activities.map(({ id }) => id)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    expect(template.activities.filter(({ covers }) => covers.length === 0)).toEqual([])
    expect(ids.length).toBeGreaterThanOrEqual(150)
    expect(ids.length).toBeLessThanOrEqual(260)
  })
})

describe('a planted fault is seen', () => {
  const known = ['soc2:CC1.1', 'soc2:CC1.2']
  const plan = (covers: readonly Template['activities'][number]['covers'][], parts: Template['parts'] = {}) =>
    allot(
      {
        parts,
        activities: covers.map((taken, index) => ({
          id: `row-${index}`,
          title: 't',
          topic: 't',
          covers: taken,
          duties: [],
        })),
      },
      known,
    ).faults
  const inParts = { 'soc2:CC1.1': ['here', 'there'] }
  const here = { ref: 'soc2:CC1.1', part: 'here' }
  const there = { ref: 'soc2:CC1.1', part: 'there' }

  test.each([
    ['nothing', [['soc2:CC1.1'], ['soc2:CC1.2']], {}, []],
    ['nothing, in parts', [[here], [there, 'soc2:CC1.2']], inParts, []],
    ['two take it', [['soc2:CC1.1'], ['soc2:CC1.1', 'soc2:CC1.2']], {}, ['soc2:CC1.1 is taken by row-0 and row-1']],
    ['nobody takes it', [['soc2:CC1.1']], {}, ['soc2:CC1.2 is taken by nobody']],
    ['it is unknown', [['soc2:CC1.1', 'soc2:CC1.2', 'soc2:CC9.9']], {}, ['soc2:CC9.9 is no objective']],
    ['a part is left', [[here, 'soc2:CC1.2']], inParts, ['the part "there" of soc2:CC1.1 is taken by nobody']],
    [
      'whole and parts',
      [[here, there, 'soc2:CC1.2'], ['soc2:CC1.1']],
      inParts,
      ['soc2:CC1.1 has parts, but row-1 takes the whole'],
    ],
    ['no such part', [[here, 'soc2:CC1.2']], {}, ['row-0 takes "here", which is no declared part of soc2:CC1.1']],
  ] as const)('%s', (_, covers, parts, faults) => expect(plan(covers, parts)).toEqual(faults))
})
