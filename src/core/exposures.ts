// Exposure by framework: the supported ceiling, what rests on each party, designations, complementary controls, and what is left if a party leaves.
import type { Context } from './context.ts'
import { coverage } from './coverage.ts'
import { designations } from './designations.ts'
import type { Designations } from './designations.ts'
import { ceilings, departure, pointsByParty } from './exposure.ts'
import type { Ceiling } from './exposure.ts'
import type { FrameworkId, PartyId } from './identifiers.ts'
import type { Matrix } from './matrix.ts'
import { reportsOf } from './views/complementary.ts'

export interface Exposure {
  readonly ceiling?: Ceiling | undefined
  readonly byParty: Readonly<Record<PartyId, number>>
  readonly designations?: Designations | undefined
  readonly report?: ReturnType<typeof reportsOf>[number] | undefined
  readonly without?:
    | { readonly party: PartyId; readonly score?: number | undefined; readonly orphans: readonly string[] }
    | undefined
}

export function exposures(
  matrix: Matrix,
  context: Context,
  leaver: PartyId | undefined,
): ReadonlyMap<FrameworkId, Exposure> {
  const proof = coverage(matrix, context)
  const now = ceilings(matrix, context, proof)
  const left = leaver === undefined ? undefined : departure(matrix, context, leaver)
  const then = left && ceilings(left.matrix, context)
  const reports = reportsOf(matrix, context)
  return new Map(
    matrix.frameworks.map(({ id }) => [
      id,
      {
        ceiling: now.get(id),
        byParty: pointsByParty(matrix, proof, id),
        designations: designations(matrix, proof, id),
        report: reports.find(({ framework }) => framework === id),
        without: left && {
          party: left.party,
          score: then?.get(id)?.score,
          orphans: left.orphans.filter((ref) => ref.startsWith(`${id}:`)),
        },
      },
    ]),
  )
}

export function exposureJson({ ceiling, byParty, designations: flags, report, without }: Exposure): unknown {
  return {
    ...(ceiling && {
      score: ceiling.score,
      max: ceiling.framework.scoring!.max,
      min: ceiling.framework.scoring!.min,
      conditional: ceiling.framework.scoring!.conditional,
      submittable: !ceiling.withheld,
      byParty,
      lost: ceiling.lost.map(({ requirement, points }) => ({
        requirement: requirement.id,
        points,
        poam: requirement.attributes.poam?.eligible,
      })),
    }),
    ...flags,
    ...(report && { report: report.assessed, cuec: report.users, csoc: report.subservice }),
    ...(without && { without }),
  }
}
