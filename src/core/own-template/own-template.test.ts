import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Activity } from '../activity.ts'
import { changedActivity, compareActivities } from '../compare.ts'
import type { Matrix } from '../matrix.ts'
import { arbitraryMatrix } from '../testing/arbitrary-matrix.ts'
import { sampleMatrix } from '../testing/sample-matrix.ts'
import { sampleTemplate } from '../testing/sample-template.ts'
import { departures, withTemplateRows } from './divergence.ts'
import { effectiveTemplate, unsoldIssues } from './own-template.ts'
import type { OwnTemplate, Wording } from './own-template.ts'
import { upstreamOf } from './upstream.ts'

const none: OwnTemplate = { version: 0, offerings: [], wordings: [] }
const activities = arbitraryMatrix.map((matrix) => matrix.activities).filter((list) => list.length > 0)
const pair = fc.tuple(activities, activities).map(([[a], [b]]) => [a!, { ...b!, id: a!.id }] as const)

describe('the template that an MSP composes from', () => {
  test('without anything of its own it is the library', () => {
    expect(effectiveTemplate(sampleTemplate, none)).toBe(sampleTemplate)
  })

  test('each row of the library is there once, as it is worded, unless it is left out; what is added is there too', () => {
    const kinds = fc.array(fc.constantFrom('library', 'worded', 'left-out'), {
      minLength: sampleTemplate.activities.length,
      maxLength: sampleTemplate.activities.length,
    })
    fc.assert(
      fc.property(kinds, fc.nat({ max: 3 }), (chosen, added) => {
        const wordings = sampleTemplate.activities.flatMap((activity, index): readonly Wording[] => {
          const { id } = activity
          if (chosen[index] === 'worded')
            return [{ kind: 'worded', id, activity: { ...activity, title: 'Ours' }, origin: activity }]
          return chosen[index] === 'left-out' ? [{ kind: 'left-out', id, origin: activity }] : []
        })
        const more = Array.from({ length: added }, (_, index): Wording => {
          const id = `own-${index}`
          return { kind: 'added', id, activity: { ...sampleTemplate.activities[0]!, id } }
        })
        const own = { version: 3, offerings: [], wordings: [...wordings, ...more] }
        const { activities: rows, version } = effectiveTemplate(sampleTemplate, own)
        expect(rows.map(({ id }) => id)).toEqual([
          ...sampleTemplate.activities.map(({ id }) => id).filter((_, index) => chosen[index] !== 'left-out'),
          ...more.map(({ id }) => id),
        ])
        for (const [index, { id }] of sampleTemplate.activities.entries())
          expect(rows.find((row) => row.id === id)?.title === 'Ours').toBe(chosen[index] === 'worded')
        if (own.wordings.length > 0) expect(version).toBe(`${sampleTemplate.version}+3`)
      }),
    )
  })

  test('a wording outlives the library’s row that it stands over; a row left out does not come back by going', () => {
    const [gone, out, ...rest] = sampleTemplate.activities
    const own: OwnTemplate = {
      ...none,
      wordings: [
        { kind: 'worded', id: gone!.id, activity: gone!, origin: gone! },
        { kind: 'left-out', id: out!.id, origin: out! },
      ],
    }
    const { activities: rows } = effectiveTemplate({ ...sampleTemplate, activities: rest }, own)
    expect(rows).toEqual([...rest, gone])
  })

  test('the MSP sells what its catalogue has; another party may deliver whatever the library knows', () => {
    const [sold, archived] = ['help-desk', 'monitoring'].map((id) => ({
      id,
      title: id,
      delivers: 'x',
      doesNot: 'y',
      contract: 'The MSP does x.',
    }))
    const library = { ...sampleTemplate, offerings: [archived!, sold!] }
    const own: OwnTemplate = {
      ...none,
      offerings: [
        { offering: { ...sold!, title: 'Ours' }, origin: sold!, archived: false },
        { offering: archived!, origin: archived!, archived: true },
      ],
    }
    const { offerings } = effectiveTemplate(library, own)
    expect(offerings[0]).toMatchObject({ id: sold!.id, title: 'Ours' })
    expect(offerings[1]).toBe(archived)
    expect(offerings).toHaveLength(2)
    const buys = (id: string, by: string) => unsoldIssues({ ...sampleMatrix, offerings: [{ id, by }] }, own)
    expect(buys(sold!.id, 'msp')).toEqual([])
    expect(buys(archived!.id, 'night-soc')).toEqual([])
    expect(buys(archived!.id, 'msp')).toMatchObject([{ at: 'offerings[0].id' }])
    expect(unsoldIssues({ ...sampleMatrix, offerings: [{ id: archived!.id, by: 'msp' }] }, none)).toEqual([])
  })
})

describe('newer words of the library', () => {
  const worded = (then: Activity, ours: Activity): Wording => ({
    kind: 'worded',
    id: then.id,
    activity: ours,
    origin: then,
  })

  test('changes of an activity, applied to it, give the other', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        expect(changedActivity(a, compareActivities(a, b))).toEqual(b)
      }),
    )
  })

  test('where we changed nothing merging gives the library’s; where it changed nothing there is nothing to settle', () => {
    fc.assert(
      fc.property(pair, ([then, now]) => {
        const upstream = upstreamOf(worded(then, then), now)
        if (compareActivities(then, now).length === 0) expect(upstream).toBeUndefined()
        else expect(upstream?.merged).toEqual(now)
        expect(upstreamOf(worded(then, now), then)).toBeUndefined()
      }),
    )
  })

  test('merged, ours has all that the library changed and all that we changed, or nothing is merged', () => {
    fc.assert(
      fc.property(pair, pair, ([then, now], [, other]) => {
        const ours = { ...other, id: then.id }
        const upstream = upstreamOf(worded(then, ours), now)
        if (upstream?.merged === undefined) return
        const left = compareActivities(upstream.merged, now).map(({ kind }) => kind)
        for (const { kind } of upstream.byLibrary) expect(left).not.toContain(kind)
        const lost = compareActivities(ours, upstream.merged).map(({ kind }) => kind)
        for (const { kind } of upstream.byUs)
          if (!upstream.byLibrary.some((change) => change.kind === kind)) expect(lost).not.toContain(kind)
      }),
    )
  })
})

describe('departures from the template', () => {
  const unique = (list: readonly Activity[]): readonly Activity[] => [
    ...new Map(list.map((one) => [one.id, one])).values(),
  ]
  const matrixOf = (list: readonly Activity[]): Matrix => ({ ...sampleMatrix, activities: unique(list) })

  test('with every row taken nothing departs; with none, nothing changes', () => {
    fc.assert(
      fc.property(activities, activities, (held, given) => {
        const [matrix, fresh] = [matrixOf(held), matrixOf(given)]
        const rows = departures(matrix, fresh).map(({ activity }) => activity)
        expect(departures(withTemplateRows(matrix, fresh, new Set(rows)), fresh)).toEqual([])
        expect(withTemplateRows(matrix, fresh, new Set()).activities).toEqual(matrix.activities)
      }),
    )
  })

  test('a row that is not named stays the same object, and in its order', () => {
    fc.assert(
      fc.property(activities, activities, fc.nat(), (held, given, pick) => {
        const [matrix, fresh] = [matrixOf(held), matrixOf(given)]
        const rows = departures(matrix, fresh).map(({ activity }) => activity)
        if (rows.length === 0) return
        const named = rows[pick % rows.length]!
        const others = (list: readonly Activity[]) => list.filter(({ id }) => id !== named)
        const after = others(withTemplateRows(matrix, fresh, new Set([named])).activities)
        expect(after).toHaveLength(others(matrix.activities).length)
        for (const [index, activity] of others(matrix.activities).entries()) expect(after[index]).toBe(activity)
      }),
    )
  })
})
