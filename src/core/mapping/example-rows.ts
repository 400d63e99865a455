// What a document shows as an example: a table under such a line, a row that begins so.
import type { Grid } from './grid.ts'
import type { Region } from './header.ts'
import type { ColumnMapping } from './mapping.ts'

const exampleWord = /^\W*(?:for )?(?:examples?|samples?|exemples?|beispiele?|ejemplos?)\b/i

/** "Example row:" alone in a row right above the header. */
export function showsExample({ rows }: Grid, { header }: Region): boolean {
  const first = header[0] ?? 0
  return rows
    .slice(Math.max(0, first - 3), first)
    .some(({ cells }) => cells.size === 1 && [...cells.values()].some(({ text }) => exampleWord.test(text)))
}

const abbreviated = String.raw`e\.\s?g\b|eg\.|z\.\s?b\.|p\.\s?ex\b|p\.\s?ej\b|par exemple|por ejemplo|zum beispiel`
const spelled = String.raw`(?:for )?(?:an )?(?:example|sample|exemple|beispiel|ejemplo)s?(?: (?:row|line|entry))?`
const idBehind = String.raw`\d|[A-Z]{2}[.-]`
/** "e.g. 3.1.1", "Example: patching", "Sample 3.1.1", "Example" alone; "Sample collection" is work. */
const begins = new RegExp(String.raw`^\W*(?:${abbreviated}|${spelled}\W*(?:$|[:)\]–—-]|\s(?=${idBehind})))`, 'iu')
const ends = new RegExp(String.raw`[([]\s*(?:${abbreviated}|${spelled})\W*$`, 'iu')
const alone = new RegExp(String.raw`^\W*${spelled}\W*$`, 'iu')
const subjects: ReadonlySet<string> = new Set(['requirement', 'objective', 'activity'])

/** "Sample" there is a word about the work. */
const tellsMore: ReadonlySet<string> = new Set(['evidence', 'notes'])

/** The cell that says of its row that it is an example. */
export function exampleIn(grid: Grid, columns: readonly ColumnMapping[], row: number): string | undefined {
  for (const column of grid.columns) {
    const cell = grid.cell(row, column)
    if (cell === undefined || cell.from !== undefined) continue
    const about = columns.some((each) => each.column === column && subjects.has(each.is))
    const told = columns.some((each) => each.column === column && tellsMore.has(each.is))
    if ((!told && alone.test(cell.text)) || (about && (begins.test(cell.text) || ends.test(cell.text)))) return cell.at
  }
  return undefined
}
