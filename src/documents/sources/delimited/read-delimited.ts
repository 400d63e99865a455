// A delimited text (CSV, TSV …) as one table: every cell is text, and every record keeps the number that it has in the file.
import Papa from 'papaparse'
import type { Issue } from '../../../core/issue.ts'
import { issuesIn, newIssues, note } from '../issue-list.ts'
import type { PackedDocument } from '../packed-document.ts'
import { SourceFault } from '../source-fault.ts'
import type { TextFile } from '../source-file.ts'
import { newTally } from '../source-limits.ts'
import { widthIssues } from '../table-rows.ts'
import { delimiters, guessDelimiter, type Delimiter } from './delimiter.ts'
import { addRecord, newFileCells, packedCells, type FileCells } from './file-cells.ts'
import { linesIn } from './lines.ts'

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

/** The parser holds all cells of a record at once, and nothing stops it in the midst of one. */
const cutLimit = 6_000_000

function checkCuts(text: string, delimiter: string): void {
  let cuts = 0
  for (let at = text.indexOf(delimiter); at !== -1; at = text.indexOf(delimiter, at + 1)) cuts += 1
  if (cuts > cutLimit)
    throw new SourceFault(`it holds more than ${cutLimit} cells, most of them empty; keep only the columns that matter`)
}

function takeRecords({ text, delimiter, lineEnd, start, name }: Given): Found {
  checkCuts(text, delimiter)
  const cells = newFileCells(text, delimiter, newTally())
  const widths = new Map<number, number[]>()
  const opened = newIssues(unclosed)
  const strays = newIssues(stray)
  let number = 0
  let at = start
  new Papa.Parser({
    delimiter,
    newline: lineEnd as '\n',
    fastMode: false,
    step: ({ data, errors, meta }: Papa.ParseStepResult<string[][]>) => {
      number += 1
      const fields = data[0] ?? []
      addRecord(cells, { number, fields, start: at })
      at = start + meta.cursor
      for (const { code } of errors.slice(0, 1))
        note(code === 'MissingQuotes' ? opened : strays, `${name}, record ${number}`)
      if (fields.length > 1) noteWidth(widths, fields.length, number)
    },
  }).parse(start === 0 ? text : text.slice(start), 0, false)
  if (cells.numbers.length === 0) throw new SourceFault('it holds no text in any cell')
  return { cells, issues: [...issuesIn(opened, strays), ...longerRecords(widths, name)] }
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
