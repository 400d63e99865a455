// What a portfolio shows of an engagement: how many objectives stand how, and the score that each framework's record could support.
import { z } from 'zod'
import { coverRef } from './activity.ts'
import type { Activity } from './activity.ts'
import type { Context } from './context.ts'
import { coverage, coverageOf, servingAny } from './coverage.ts'
import type { Coverage } from './coverage.ts'
import { tally } from './coverage-summary.ts'
import { ceilings } from './exposure.ts'
import { FrameworkId } from './identifiers.ts'
import type { Reference } from './identifiers.ts'
import { targetsInScope } from './in-scope.ts'
import type { Matrix } from './matrix.ts'

/** The supported ceiling, where the framework has a score; never an SPRS score. */
export const SupportedCeilings = z.record(
  FrameworkId,
  z.strictObject({
    score: z.int(),
    /** the requirement without which no score can be submitted is open */
    withheld: z.boolean(),
  }),
)

export type SupportedCeilings = z.infer<typeof SupportedCeilings>

export const PortfolioFigures = z.strictObject({
  activities: z.int().min(0),
  settled: z.int().min(0),
  notApplicable: z.int().min(0),
  open: z.int().min(0),
  ceilings: SupportedCeilings,
})
export type PortfolioFigures = z.infer<typeof PortfolioFigures>

export function figuresOf(matrix: Matrix, context: Context): PortfolioFigures {
  return figuresIn(matrix, coverage(matrix, context), context)
}

/**
 * The figures after activities changed and nothing else did: only requirements that a changed activity serves are proven
 * again. Activities that did not change must be the same objects.
 */
export function figuresAfter(
  figures: PortfolioFigures,
  { before, after }: { readonly before: Matrix; readonly after: Matrix },
  context: Context,
): PortfolioFigures {
  const { gone, come } = changed(before.activities, after.activities)
  const about = requirementsOf([...gone, ...come], after, context)
  const served = servingAny(about, before.activities)
  const left = served.filter((activity) => !gone.has(activity))
  const [old, now] = [
    { ...before, activities: served },
    { ...after, activities: [...left, ...servingAny(about, [...come])] },
  ]
  const was = figuresIn(old, coverageOf(about, old, context), context)
  const is = figuresIn(now, coverageOf(about, now, context), context)
  return {
    activities: after.activities.length,
    settled: figures.settled + is.settled - was.settled,
    notApplicable: figures.notApplicable + is.notApplicable - was.notApplicable,
    open: figures.open + is.open - was.open,
    ceilings: Object.fromEntries(
      Object.entries(figures.ceilings).map(([id, { score, withheld }]) => {
        const [lost, found] = [was.ceilings[id], is.ceilings[id]]
        if (lost === undefined || found === undefined) return [id, { score, withheld }]
        // Withheld rests on one requirement: where that was not proven again, neither says so.
        return [
          id,
          {
            score: score + found.score - lost.score,
            withheld: lost.withheld ? found.withheld : withheld || found.withheld,
          },
        ]
      }),
    ),
  }
}

export function figuresIn(matrix: Matrix, proof: Coverage, context: Context): PortfolioFigures {
  const { settled, notApplicable, open } = tally(proof.objectives)
  return {
    activities: matrix.activities.length,
    settled,
    notApplicable,
    open,
    ceilings: Object.fromEntries(
      [...ceilings(matrix, context, proof)].map(([id, { score, withheld }]) => [id, { score, withheld }]),
    ),
  }
}

interface Changed {
  readonly gone: ReadonlySet<Activity>
  readonly come: ReadonlySet<Activity>
}

function changed(before: readonly Activity[], after: readonly Activity[]): Changed {
  const [old, now] = [new Set(before), new Set(after)]
  return {
    gone: new Set(before.filter((activity) => !now.has(activity))),
    come: new Set(after.filter((activity) => !old.has(activity))),
  }
}

/** Every objective of each requirement that they serve. */
function requirementsOf(activities: readonly Activity[], matrix: Matrix, context: Context): ReadonlySet<Reference> {
  const served = new Set(activities.flatMap(({ covers }) => covers.map(coverRef)))
  const targets = targetsInScope(matrix, context)
  const requirements = new Set(targets.filter(({ ref }) => served.has(ref)).map(({ requirement }) => requirement))
  return new Set(targets.filter(({ requirement }) => requirements.has(requirement)).map(({ ref }) => ref))
}
