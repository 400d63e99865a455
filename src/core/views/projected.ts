// The view that somebody asks for by name, of one party or one framework; refused where the matrix has no such thing.
import { coverage } from '../coverage.ts'
import type { Coverage } from '../coverage.ts'
import type { Context } from '../context.ts'
import type { FrameworkId } from '../identifiers.ts'
import type { Matrix } from '../matrix.ts'
import { Refusal } from '../refusal.ts'
import { suggest } from '../schema-issues.ts'
import { views } from './catalogue.ts'
import type { ViewName } from './catalogue.ts'
import type { View } from './view.ts'

export interface ViewWish {
  readonly view?: ViewName | undefined
  readonly party?: string | undefined
  readonly framework?: string | undefined
}

interface Shown {
  readonly matrix: Matrix
  readonly context: Context
  /** where it is made already */
  readonly proof?: Coverage
}

/** How whoever asks writes an option: `--party` on a command line, `party` over HTTP. */
export type OptionName = (option: string) => string

export function projected({ matrix, context, proof }: Shown, wish: ViewWish, say: OptionName): View {
  refuseWish(matrix, wish, say)
  const { view: name = 'srm', party } = wish
  const framework = knownFramework(wish.framework, matrix)
  return views[name]({ matrix, context, proof: proof ?? coverage(matrix, context), party, framework })
}

/** Where this matrix has no such party or framework, or the view takes none. */
export function refuseWish(matrix: Matrix, wish: ViewWish, say: OptionName): void {
  const { view: name = 'srm', party } = wish
  const parties = matrix.parties.map(({ id }) => id)
  if (party !== undefined && !parties.includes(party))
    throw new Refusal('invalid', `there is no party "${party}" in this matrix; ${suggest(party, parties)}`)
  if (party !== undefined && name !== 'duties')
    throw new Refusal('invalid', `${say('party')} goes with ${say('view')} duties`)
  knownFramework(wish.framework, matrix)
}

/** The framework that was asked for, if the matrix has it. */
export function knownFramework(id: string | undefined, matrix: Matrix): FrameworkId | undefined {
  const ids = matrix.frameworks.map((chosen) => chosen.id)
  if (id !== undefined && !ids.includes(id))
    throw new Refusal('invalid', `this matrix has no framework "${id}"; ${suggest(id, ids)}`)
  return id
}
