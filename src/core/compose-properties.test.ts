import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coverRef } from './activity.ts'
import type { Activity } from './activity.ts'
import { compose } from './compose.ts'
import { targetsInScope } from './in-scope.ts'
import { readDocument } from './matrix-document.ts'
import type { Engagement } from './matrix.ts'
import type { Template } from './template.ts'
import { arbitraryActivity, arbitraryEngagement, partNames } from './testing/arbitrary-matrix.ts'
import { sampleTemplate } from './testing/sample-template.ts'
import { twoFrameworks } from './testing/trust-framework.ts'

/** In a template an activity belongs to no scope of an engagement. */
const arbitraryTemplate: fc.Arbitrary<Template> = fc
  .uniqueArray(arbitraryActivity, { maxLength: 6, selector: ({ id }) => id })
  .map((made) => ({
    ...sampleTemplate,
    parts: { 'sample:AC-2': partNames, 'trust:T1.1': partNames },
    activities: [...sampleTemplate.activities, ...made.map(({ scopes: _scopes, ...activity }): Activity => activity)],
  }))

function shuffled<T>(items: readonly T[]): fc.Arbitrary<readonly T[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length })
}

function shuffledKeys<T>(record: Readonly<Record<string, T>>): fc.Arbitrary<Readonly<Record<string, T>>> {
  return shuffled(Object.entries(record)).map((entries) => Object.fromEntries(entries))
}

const shuffledPair = fc.tuple(arbitraryEngagement, arbitraryTemplate).chain(([engagement, template]) =>
  fc.record({
    engagement: fc.constant(engagement),
    template: fc.constant(template),
    otherEngagement: fc
      .record({
        frameworks: shuffled(engagement.frameworks).chain((chosen) =>
          fc.tuple(
            ...chosen.map((one) =>
              shuffled(one.categories ?? []).map((categories) => (one.categories ? { ...one, categories } : one)),
            ),
          ),
        ),
        offerings: shuffled(engagement.offerings),
        parties: shuffled(engagement.parties),
        scopes: shuffled(engagement.scopes),
        decisions: shuffled(engagement.decisions),
        parameters: shuffledKeys(engagement.parameters),
      })
      .map((change): Engagement => ({ ...engagement, ...change })),
    otherTemplate: shuffled(template.activities).map((activities): Template => ({ ...template, activities })),
  }),
)

test('the order in which anything is listed leaves no trace: same bytes', () => {
  fc.assert(
    fc.property(shuffledPair, ({ engagement, template, otherEngagement, otherTemplate }) => {
      const one = JSON.stringify(compose(engagement, template, twoFrameworks))
      expect(JSON.stringify(compose(engagement, template, twoFrameworks))).toBe(one)
      expect(JSON.stringify(compose(otherEngagement, otherTemplate, twoFrameworks))).toBe(one)
    }),
  )
})

test('nothing silently disappears: each activity and each citation in scope is there, in every scope, and nothing else', () => {
  fc.assert(
    fc.property(arbitraryEngagement, arbitraryTemplate, (engagement, template) => {
      const { activities } = compose(engagement, template, twoFrameworks)
      const targets = new Set(targetsInScope(engagement, twoFrameworks).map(({ ref }) => ref))
      for (const { id } of engagement.scopes) {
        const here = activities.filter(({ scopes }) => scopes === undefined || scopes.includes(id))
        const wanted = template.activities.flatMap(({ title, covers }) =>
          covers.filter((cover) => targets.has(coverRef(cover))).map((cover) => JSON.stringify([title, cover])),
        )
        expect(
          here.flatMap(({ title, covers }) => covers.map((cover) => JSON.stringify([title, cover]))).toSorted(),
        ).toEqual(wanted.toSorted())
      }
    }),
  )
})

test('what is composed from a valid engagement is a valid matrix', () => {
  fc.assert(
    fc.property(arbitraryEngagement, arbitraryTemplate, (engagement, template) => {
      const matrix: unknown = JSON.parse(JSON.stringify(compose(engagement, template, twoFrameworks)))
      expect(readDocument(matrix, twoFrameworks)).toMatchObject({ ok: true })
    }),
  )
})
