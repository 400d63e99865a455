// A column under a party's name, and what it holds: its letters, marks, how much it does, or its part in words.
import { mayBeRaci } from './content.ts'
import type { Content } from './content.ts'
import type { Heading, Understood } from './header.ts'
import type { ColumnMapping } from './mapping.ts'
import { isOneWordEach } from './part-text.ts'
import type { Holder } from './party-words.ts'
import { plain } from './plain-words.ts'

export interface Column extends Heading {
  readonly cells: readonly string[]
  /** as the document writes them: letters of its own are those of RACI in `cells` */
  readonly written: readonly string[]
  readonly content: Content
  /** the share of its filled cells that name a requirement */
  readonly ids: number
}

export type Meant = Omit<ColumnMapping, 'column' | 'heading'>

/** The share of its cells that make a column one of ids. */
export const mostly = 0.6

/** With its name as the heading writes it. */
export function heldBy({ side, name }: Holder, heading: string): Pick<ColumnMapping, 'of' | 'name'> {
  if (name === undefined) return { of: side }
  if (plain(heading) === plain(name)) return { of: side, name: heading.trim() }
  const at = heading.toLowerCase().indexOf(name.toLowerCase())
  return { of: side, name: at === -1 ? name : heading.slice(at, at + name.length) }
}

type PartMeaning = Extract<Understood['meaning'], { readonly is: 'part' }>

/** "Vendor support" over anything but how much it does may tell of hotlines and licenses. */
export function partColumn({ meaning, by }: Said, column: Column, all: readonly Column[]): Meant {
  if (column.ids >= mostly) return { is: 'requirement', because: 'its cells are ids of requirements' }
  const part = partBy(column, all)
  if (meaning.measured === true && !measures.has(column.content)) return { is: 'unknown' }
  return { ...part, ...heldBy(meaning.of, by), because: `“${by}”, and its cells` }
}

const measures: ReadonlySet<Content> = new Set(['degree', 'mark'])

interface Said {
  readonly meaning: PartMeaning
  readonly by: string
}

/** What a party's column holds. */
function partBy(column: Column, all: readonly Column[]): Pick<ColumnMapping, 'is'> {
  const letters = all.some(({ content }) => content === 'raci')
  if (column.content === 'raci' || (letters && mayBeRaci(column.cells))) return { is: 'raci' }
  if (column.content === 'empty') return { is: letters ? 'raci' : 'words' }
  if (column.content === 'mark') return { is: 'mark' }
  if (column.content === 'degree') return { is: 'degree' }
  return { is: column.content === 'words' && isOneWordEach(column.cells) ? 'mark' : 'words' }
}
