// Covers drawn at random, to be argued against: does this row, done and evidenced, really serve that objective?
import { coverPart, coverRef } from '../../src/core/activity.ts'
import type { Activity, Cover } from '../../src/core/activity.ts'
import { splitReference } from '../../src/core/identifiers.ts'
import { frameworks } from './library.ts'
import type { Library } from './library.ts'
import { blocks } from './print/markdown.ts'
import { rowOf } from './print/topic-page.ts'

interface Drawn {
  readonly activity: Activity
  readonly cover: Cover
}

/** The same seed draws the same covers from the same library. */
export function drawCovers({ template }: Library, count: number, seed: number): readonly Drawn[] {
  const all = template.activities.flatMap((activity) => activity.covers.map((cover) => ({ activity, cover })))
  const random = generator(seed)
  return all
    .map((drawn) => ({ drawn, rank: random() }))
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, count)
    .map(({ drawn }) => drawn)
}

export function sayDrawn(drawn: readonly Drawn[]): string {
  return blocks(
    ...drawn.map(({ activity, cover }, index) => {
      const part = coverPart(cover)
      const { requirement, objective } = objectiveOf(coverRef(cover))
      return blocks(
        `# ${index + 1}. ${activity.id} for ${coverRef(cover)}${part === undefined ? ' (the whole)' : ` (only the part: ${part})`}`,
        `${requirement.title}: ${objective.summary}`,
        rowOf(activity),
      )
    }),
  )
}

function objectiveOf(ref: string) {
  const { framework, id } = splitReference(ref)
  for (const requirement of frameworks.get(framework)!.requirements) {
    const objective = requirement.objectives.find((one) => one.id === id)
    if (objective !== undefined) return { requirement, objective }
  }
  throw new Error(`${ref} is no objective`)
}

/** mulberry32: small, seeded, good enough to draw lots. */
function generator(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
