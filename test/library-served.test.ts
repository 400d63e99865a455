// Every objective of the four frameworks is served: with everything bought settled, with nothing bought still somebody's.
import { describe, expect, test } from 'vitest'
import { coverRef } from '../src/core/activity.ts'
import { compose } from '../src/core/compose.ts'
import { coverage } from '../src/core/coverage.ts'
import { unassigned } from '../src/core/duty.ts'
import { ownership } from '../src/core/ownership.ts'
import { answered, engagementIn, engagementWith } from '../tools/library/engagements.ts'
import { frameworks, objectives, offeringIds, template } from './library/shipped.ts'

const context = { frameworks }
const composed = (offerings: readonly string[]) =>
  compose(answered(engagementWith(offerings), template), template, context)

function openIn(offerings: readonly string[]): readonly string[] {
  return coverage(composed(offerings), context)
    .objectives.filter(({ status }) => status !== 'settled')
    .map(
      ({ target, gaps }) =>
        `${target.ref}: ${gaps.map(({ activity, message }) => `${activity ?? ''} ${message}`).join('; ')}`,
    )
}

function unassignedIn(offerings: readonly string[]): readonly string[] {
  return composed(offerings)
    .activities.filter(({ duties }) => duties.some(({ party }) => party === unassigned))
    .map(({ id }) => id)
}

describe('with every offering bought and every question answered', () => {
  const matrix = composed(offeringIds)
  const proof = coverage(matrix, context)

  test('every objective is looked at', () => {
    expect(proof.objectives.map(({ target }) => target.ref).toSorted()).toEqual(objectives.toSorted())
    expect(matrix.activities).toHaveLength(template.activities.length)
  })

  test.each([...frameworks.keys()])('every objective of %s is settled', (id) => {
    const open = proof.objectives.filter(({ target, status }) => target.framework.id === id && status !== 'settled')
    expect(open.map(({ target, gaps }) => [target.ref, ...gaps.map(({ message }) => message)])).toEqual([])
  })

  test('a row that nobody does any more opens its objectives', () => {
    const activities = matrix.activities.map((activity) =>
      activity.id === 'incident-response-plan' ? { ...activity, duties: [] } : activity,
    )
    const open = coverage({ ...matrix, activities }, context).objectives.filter(({ status }) => status === 'open')
    expect(open.map(({ target }) => target.ref)).toContain('cmmc-l2:IR.L2-3.6.1[a]')
  })
})

describe('with nothing bought', () => {
  test('every row is there, and none is nobody’s', () => {
    expect(composed([]).activities).toHaveLength(template.activities.length)
    expect(unassignedIn([])).toEqual([])
  })

  test('every objective is settled', () => expect(openIn([])).toEqual([]))

  test('every row is the client’s but for what the MSP owes about itself', () => {
    const others = composed([]).activities.filter(({ duties }) =>
      duties.some(({ party, own }) => party !== 'client' && own !== true),
    )
    expect(others.map(({ id }) => id)).toEqual([])
    const count = Map.groupBy(composed([]).activities, ownership)
    expect(count.get('client')!.length).toBeGreaterThan(template.activities.length / 2)
  })
})

describe('with one offering bought', () => {
  test.each(offeringIds)('%s alone takes its rows, and everything is settled', (id) => {
    const taken = composed([id]).activities.filter(({ duties }) =>
      duties.some(({ party, offering }) => party === 'msp' && offering === id),
    )
    expect(taken.length).toBeGreaterThan(0)
    expect(openIn([id])).toEqual([])
    expect(unassignedIn([id])).toEqual([])
  })
})

describe('with every offering but one', () => {
  test.each(offeringIds)('without %s the rows it delivers alone go to the client, and everything is settled', (id) => {
    const others = offeringIds.filter((other) => other !== id)
    const alone = template.activities.filter(({ duties }) => {
      const named = new Set(duties.flatMap(({ offering }) => offering ?? []))
      return named.size === 1 && named.has(id)
    })
    const owned = new Map(composed(others).activities.map((activity) => [activity.id, activity]))
    expect(openIn(others)).toEqual([])
    expect(
      alone.filter((activity) => owned.get(activity.id)?.accountable !== 'client').map((activity) => activity.id),
    ).toEqual([])
  })
})

describe('with an outside SOC', () => {
  const engagement = answered(engagementWith(offeringIds.filter((id) => id !== 'siem-soc')), template)
  const matrix = compose(
    {
      ...engagement,
      parties: [...engagement.parties, { id: 'soc', kind: 'provider', legalName: 'Example SOC Inc.' }],
      offerings: [...engagement.offerings, { id: 'siem-soc', by: 'soc' }],
    },
    template,
    context,
  )

  test('the duties of the SOC are its own, and every objective is settled', () => {
    const held = matrix.activities.flatMap(({ duties }) => duties.filter(({ offering }) => offering === 'siem-soc'))
    expect(new Set(held.map(({ party }) => party))).toEqual(new Set(['soc']))
    expect(coverage(matrix, context).objectives.filter(({ status }) => status !== 'settled')).toEqual([])
  })
})

describe('in a situation', () => {
  test.each((template.situations ?? []).map((one) => [one.id, one] as const))(
    '%s every objective is settled',
    (id, situation) => {
      const matrix = compose(answered(engagementIn(situation, offeringIds), template), template, context)
      const open = coverage(matrix, context).objectives.filter(({ status }) => status !== 'settled')
      expect(open.map(({ target, gaps }) => [target.ref, ...gaps.map(({ message }) => message)])).toEqual([])
      const varied = template.activities.filter(({ variants = [] }) => variants.some((variant) => variant.id === id))
      expect(varied.length).toBeGreaterThan(0)
    },
  )
})

describe('under one framework alone', () => {
  test.each([...frameworks.keys()])('%s has its rows, cites nothing else, and is settled', (id) => {
    const engagement = answered(engagementWith(offeringIds), template)
    const chosen = engagement.frameworks.filter((framework) => framework.id === id)
    const matrix = compose({ ...engagement, frameworks: chosen }, template, context)
    expect(matrix.activities.length).toBeGreaterThan(10)
    const cited = matrix.activities.flatMap(({ covers }) => covers.map(coverRef))
    expect(cited.filter((ref) => !ref.startsWith(`${id}:`))).toEqual([])
    expect(coverage(matrix, context).objectives.filter(({ status }) => status !== 'settled')).toEqual([])
  })
})
