// The open objectives of a gap proof as programs read them: each with its reasons, and the facts that would leave it without anything to do.
import type { Coverage } from './coverage.ts'
import { exemptionsFor } from './exemption.ts'
import type { Exemption } from './exemption.ts'
import type { Gap, Reason } from './gap.ts'
import type { Reference } from './identifiers.ts'
import type { Matrix } from './matrix.ts'

export interface OpenObjective {
  readonly objective: Reference
  readonly reasons: readonly Reason[]
  readonly gaps: readonly Gap[]
  readonly exemptions?: readonly Exemption[]
}

export function openJson(proof: Coverage, { activities }: Pick<Matrix, 'activities'>): readonly OpenObjective[] {
  return proof.objectives
    .filter(({ status }) => status === 'open')
    .map(({ target, reasons, gaps }) => {
      const exemptions = exemptionsFor({ target, gaps }, activities)
      return { objective: target.ref, reasons, gaps, ...(exemptions.length > 0 && { exemptions }) }
    })
}
