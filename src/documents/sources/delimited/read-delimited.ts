// A delimited text (CSV, TSV …) as one table: every cell is text, and every record keeps the number that it has in the file.
import type { Issue } from '../../../core/issue.ts'
import { issuesIn, newIssues, note } from '../issue-list.ts'
import type { PackedDocument } from '../packed-document.ts'
import { SourceFault } from '../source-fault.ts'
import type { TextFile } from '../source-file.ts'
import { newTally } from '../source-limits.ts'
import { widthIssues } from '../table-rows.ts'
import { delimiters, guessDelimiter, type Delimiter } from './delimiter.ts'
import { addCell, endRecord, newFileCells, packedCells, type FileCells } from './file-cells.ts'
import { linesIn } from './lines.ts'
import { nextCell, scanOf } from './records.ts'

export function readDelimited({ text: decoded, issues, stem, extension }: TextFile): PackedDocument {
  const { text, lineEnd } = linesIn(decoded)
  const told = /^"?sep=([,;\t|])"?\r?\n/.exec(text)
  const start = told?.[0].length ?? 0
  const delimiter =
    (told?.[1] as Delimiter | undefined) ??
    guessDelimiter(text, extension === 'tsv' || extension === 'tab' ? '\t' : ',').delimiter
  const name = stem || 'Table'
  const found = takeRecords({ text, delimiter, lineEnd, start, name })
  return {
    format: delimiter === '\t' ? 'tsv' : 'csv',
    tables: [{ name, headings: [], hiddenColumns: [], merges: [], packed: packedCells(found.cells) }],
    statements: [],
    prose: 0,
    pictures: 0,
    issues: [...issues, ...found.issues, ...widthIssues(name, found.cells)],
  }
}

interface Given {
  readonly text: string
  readonly delimiter: Delimiter
  readonly lineEnd: string
  /** where the first record begins */
  readonly start: number
  readonly name: string
}

interface Found {
  readonly cells: FileCells
  readonly issues: readonly Issue[]
}

const unclosed =
  'a quotation mark opens in this record and is never closed, so that all the rest of the file was taken for one cell; close it, or take it out'
const stray =
  'a quotation mark stands inside a quoted cell of this record and is not doubled, so its cells may be cut in the wrong place; look at them'

/** Most of them empty: of those that hold text far fewer are read. */
const cutLimit = 6_000_000

function takeRecords({ name, ...given }: Given): Found {
  const cells = newFileCells(newTally())
  const widths = new Map<number, number[]>()
  const faults = { unclosed: newIssues(unclosed), stray: newIssues(stray) }
  const scan = scanOf(given)
  let [column, cuts] = [0, 0]
  for (let ends = nextCell(scan); ; ends = nextCell(scan)) {
    addCell(cells, column, scan)
    column += 1
    cuts = counted(cuts + 1)
    if (ends === 'cell') continue
    if (scan.fault !== undefined) note(faults[scan.fault], `${name}, record ${cells.record}`)
    if (column > 1) noteWidth(widths, column, cells.record)
    endRecord(cells)
    scan.fault = undefined
    column = 0
    if (ends === 'text') break
  }
  if (cells.numbers.length === 0) throw new SourceFault('it holds no text in any cell')
  return { cells, issues: [...issuesIn(faults.unclosed, faults.stray), ...longerRecords(widths, name)] }
}

function counted(cuts: number): number {
  if (cuts > cutLimit)
    throw new SourceFault(`it holds more than ${cutLimit} cells, most of them empty; keep only the columns that matter`)
  return cuts
}

const kept = 20

function noteWidth(widths: Map<number, number[]>, width: number, number: number): void {
  const numbers = widths.get(width)
  if (numbers === undefined) widths.set(width, [1, number])
  else {
    numbers[0]! += 1
    if (numbers.length <= kept) numbers.push(number)
  }
}

/** A sign of the text that was taken for the end of a cell shifts all that follow in the record. */
function longerRecords(widths: ReadonlyMap<number, readonly number[]>, name: string): readonly Issue[] {
  const all = [...widths].toSorted(([, [a = 0]], [, [b = 0]]) => b - a)
  const [usual, [howMany = 0] = []] = all[0] ?? [0]
  const longer = all.filter(([width]) => width > usual)
  const records = longer.reduce((sum, [, [more = 0]]) => sum + more, 0)
  if (records === 0 || records * 5 > howMany) return []
  return longer
    .flatMap(([width, [, ...numbers]]) => numbers.map((number) => ({ width, number })))
    .toSorted((a, b) => a.number - b.number)
    .slice(0, kept)
    .map(({ width, number }) => ({
      at: `${name}, record ${number}`,
      message: `it has ${width} cells where the others have ${usual}: a text with ${sayDelimiter} in it may have been cut in two; look at it`,
    }))
}

const sayDelimiter = `one of ${delimiters.filter((one) => one !== '\t').join(' ')} or a tab`
