// Why a claim can never be accepted as it is, and what would mend it.
import type { Claim } from '../claims/claim.ts'
import type { Requirement } from '../framework.ts'
import type { Matrix } from '../matrix.ts'
import { saysNotApplicable } from '../wording/says-nothing.ts'

export type FaultKind =
  | 'unclear'
  | 'no-requirement'
  | 'unknown-objective'
  | 'elsewhere'
  | 'not-applicable'
  | 'superseded'

export interface ClaimFault {
  readonly kind: FaultKind
  readonly message: string
}

/** Whatever it says: its document's newer version is at hand. */
export function supersededBy(name: string): ClaimFault {
  return fault('superseded', `"${name}" is the newer version of its document, as you said (--newer)`)
}

interface Beside {
  readonly requirement: Requirement | undefined
  readonly known: ReadonlySet<string>
  /** how many of its objectives the matrix is assessed on */
  readonly assessed: number
  readonly matrix: Pick<Matrix, 'frameworks'>
}

export function faultOf(claim: Claim, beside: Beside): ClaimFault | undefined {
  return placeFault(claim, beside) ?? wordFault(claim)
}

function placeFault(claim: Claim, { requirement, known, assessed, matrix }: Beside): ClaimFault | undefined {
  const { framework, requirement: named, objectives } = claim
  if (framework === null || named === null) return fault('no-requirement', `it names no requirement${suggested(claim)}`)
  if (!matrix.frameworks.some(({ id }) => id === framework))
    return fault('elsewhere', `this matrix is not about ${framework}`)
  if (!requirement)
    return fault('unknown-objective', `${framework} has no ${named}: import the document again with this version`)
  const strangers = objectives.filter((id) => !known.has(id))
  if (strangers.length > 0 || objectives.length === 0)
    return fault(
      'unknown-objective',
      `${objectives.length === 0 ? 'it names no objective' : `${strangers.join(', ')} is no objective`} of ${named}: import the document again with this version`,
    )
  if (new Set(objectives).size < objectives.length)
    return fault('unknown-objective', `it names an objective of ${named} twice: import the document again`)
  return assessed === 0
    ? fault('elsewhere', `this matrix is not assessed on ${named}: its category was not chosen`)
    : undefined
}

function wordFault({ ownership, text }: Claim): ClaimFault | undefined {
  if (ownership === 'unclear')
    return fault(
      'unclear',
      'the document does not say who does it: ask its owner, or correct the mapping and import it again',
    )
  if (ownership === 'not-applicable')
    return fault(
      'not-applicable',
      'no document takes an objective away: if the client agrees that it does not apply, record a decision (kind: not-applicable) with its reason, person and date',
    )
  if (saysNotApplicable(text) && ownership !== 'client')
    return fault(
      'unclear',
      `its words say "${text.trim()}" and its mark says "${ownership}": ask the document’s owner which holds`,
    )
  return undefined
}

function suggested({ suggestions = [] }: Claim): string {
  const [first] = suggestions
  if (!first) return ': find the one that it means, put its id in the row, and import it again'
  return `; by its words it may be ${first.requirement} (${first.title}): if so, put the id in the row and import it again`
}

function fault(kind: FaultKind, message: string): ClaimFault {
  return { kind, message }
}
