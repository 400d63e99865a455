// What an edit does to the gap proof: the figures before and after, and which objectives it opens and closes.
import type { Context } from '../context.ts'
import { coverage } from '../coverage.ts'
import type { Coverage } from '../coverage.ts'
import type { Reason } from '../gap.ts'
import type { Reference } from '../identifiers.ts'
import type { Matrix } from '../matrix.ts'
import { figuresIn } from '../portfolio-figures.ts'
import type { PortfolioFigures } from '../portfolio-figures.ts'

export interface ProofEffect {
  readonly before: PortfolioFigures
  readonly after: PortfolioFigures
  readonly opens: readonly { readonly objective: Reference; readonly reasons: readonly Reason[] }[]
  /** open before: settled, decided away, or no longer asked for */
  readonly closes: readonly Reference[]
}

export function proofEffect(before: Matrix, after: Matrix, context: Context): ProofEffect {
  const [was, is] = [coverage(before, context), coverage(after, context)]
  const [openBefore, openAfter] = [openIn(was), openIn(is)]
  return {
    before: figuresIn(before, was, context),
    after: figuresIn(after, is, context),
    opens: [...openAfter]
      .filter(([objective]) => !openBefore.has(objective))
      .map(([objective, reasons]) => ({ objective, reasons })),
    closes: [...openBefore.keys()].filter((objective) => !openAfter.has(objective)),
  }
}

function openIn({ objectives }: Coverage): ReadonlyMap<Reference, readonly Reason[]> {
  return new Map(
    objectives.filter(({ status }) => status === 'open').map(({ target, reasons }) => [target.ref, reasons]),
  )
}
