// A row whose cells name who does the work, who answers for it and who helps: as letters of RACI under parties say it.
import type { ColumnMapping } from './mapping.ts'
import { saysNothing } from './marks.ts'
import type { Holder } from './party-words.ts'
import { ownedBy, together } from './row-cells.ts'
import type { Cell, Reading, Saying } from './row-cells.ts'

interface Role extends Saying {
  readonly heading: string
}

/** What the cells of who does it say, with those who answer for it or help. */
export function withRoles(cells: readonly Cell[], doing: readonly Saying[], reading: Reading): readonly Saying[] {
  const others = cells
    .filter(({ column, cell }) => beside.has(column.is) && !saysNothing(cell.text))
    .map(({ column, cell }): Role => ({
      ...ownedBy(cell.text, reading),
      at: cell.at,
      words: cell.text.trim(),
      heading: column.heading.split(' › ').at(-1)!,
    }))
  const [other] = others
  if (other === undefined) return doing
  // Somebody answers for it, or helps, and nobody is named who does it.
  if (doing.length === 0) return [{ ownership: 'unclear', at: other.at }]
  return doing.map((one) => others.reduce<Saying>(joined, one))
}

const beside: ReadonlySet<ColumnMapping['is']> = new Set(['accountable', 'supporting'])

function joined(one: Saying, other: Role): Saying {
  const unclear = [one, other].find(({ ownership }) => ownership === 'unclear')
  if (unclear !== undefined) return unclearAs(unclear)
  const words = `${one.words ?? ''}; ${other.heading}: ${other.words ?? ''}`
  if (one.ownership === other.ownership && sameHolder(one, other)) return one
  if (one.ownership === 'not-applicable' || other.ownership === 'not-applicable')
    return { ownership: 'unclear', at: one.at, words }
  const owned =
    one.ownership === 'shared' || other.ownership === 'shared'
      ? { ownership: 'shared' as const }
      : together([heldBy(one), heldBy(other)])
  return { ...owned, at: one.at, words }
}

function unclearAs({ at, words }: Saying): Saying {
  return { ownership: 'unclear', at, ...(words !== undefined && { words }) }
}

function sameHolder(one: Saying, other: Saying): boolean {
  return one.ownership === 'shared' || together([heldBy(one), heldBy(other)]).ownership !== 'shared'
}

function heldBy({ holder, ownership }: Saying): Holder {
  return holder ?? { side: ownership as Holder['side'] }
}
