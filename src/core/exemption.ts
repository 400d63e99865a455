// Which facts, known to the rows that are open, would leave an open objective, or one part of it, without anything to do.
import { coverPart, coverRef } from './activity.ts'
import type { Activity } from './activity.ts'
import type { ObjectiveCoverage } from './coverage.ts'
import type { Evidence } from './duty.ts'

export interface Exemption {
  /** absent: the whole objective */
  readonly part?: string
  readonly because: string
  readonly evidence: readonly Evidence[]
}

/** Guidance for a decision; nothing here takes the objective out. */
export function exemptionsFor(
  { target, gaps }: Pick<ObjectiveCoverage, 'target' | 'gaps'>,
  activities: readonly Pick<Activity, 'id' | 'notApplicable'>[],
): readonly Exemption[] {
  const open = new Set(gaps.map(({ activity }) => activity))
  return activities
    .filter(({ id }) => open.has(id))
    .flatMap(({ notApplicable = [] }) =>
      notApplicable.flatMap(({ refs, because, evidence }) =>
        refs
          .filter((cover) => coverRef(cover) === target.ref)
          .map((cover) => {
            const part = coverPart(cover)
            return { ...(part !== undefined && { part }), because, evidence }
          }),
      ),
    )
}
