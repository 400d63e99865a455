// RACI with the letters over the columns and names in the cells: "Responsible | Accountable | Consulted | Informed".
import { ownershipIn } from './ownership-words.ts'
import type { ColumnMapping } from './mapping.ts'
import type { Naming } from './party-words.ts'
import { letterHeading } from './raci.ts'
import type { Letter } from './raci.ts'

interface NamedRole {
  readonly letter: Letter
  readonly group: string
}

/** Who is asked or told has no part in the work; who answers for it has one beside the one who does it. */
export function roleColumns(
  mapped: readonly ColumnMapping[],
  cellsOf: readonly (readonly string[])[],
  naming: Naming,
): readonly ColumnMapping[] {
  const roles = mapped.map(roleOf)
  return mapped.map((column, index) => {
    const role = roles[index]
    if (role === undefined) return column
    const others = roles.filter(
      (other) => other !== role && other?.group === role.group && other.letter !== role.letter,
    )
    if (!others.some((other) => other !== undefined && (other.letter === 'R' || role.letter === 'R'))) return column
    const named = cellsOf[index]!.some((text) => ownershipIn(text, naming) !== undefined)
    return { ...column, ...meantBy(role.letter, column, named) }
  })
}

/** "R | A | C | I" over names. */
export function namesRoles(headings: readonly { readonly texts: readonly string[] }[]): boolean {
  const letters = headings.flatMap(({ texts }) => letterHeading(texts.at(-1)!) ?? [])
  return letters.includes('R') && letters.includes('A') && new Set(letters).size === letters.length
}

/** A column of no party's own, headed by one of the letters, or by its word. */
function roleOf({ heading, is, of }: ColumnMapping): NamedRole | undefined {
  if (of !== undefined || !open.has(is)) return undefined
  const texts = heading.split(' › ')
  const letter = letterHeading(texts.at(-1)!)
  return letter === undefined ? undefined : { letter, group: texts.slice(0, -1).join(' › ') }
}

const open: ReadonlySet<ColumnMapping['is']> = new Set(['ownership', 'unknown', 'ignored'])

function meantBy(
  letter: Letter,
  { is, because }: ColumnMapping,
  named: boolean,
): Pick<ColumnMapping, 'is' | 'because'> {
  if (letter === 'C' || letter === 'I')
    return { is: 'ignored', because: 'who is asked or told has no part in the work' }
  if (is !== 'ownership' && !named) return { is, ...(because !== undefined && { because }) }
  if (letter === 'R') return { is: 'ownership', because: 'its cells name who does the work (R)' }
  return letter === 'A'
    ? { is: 'accountable', because: 'its cells name who answers for the work (A)' }
    : { is: 'supporting', because: 'its cells name who helps with the work (S)' }
}
