// Cells that hold no word of anybody's: formulas whose value the file does not keep, and errors of a spreadsheet program.
import type { SourceTable } from '../claims/source-document.ts'
import type { Issue } from '../issue.ts'
import type { RawCell } from '../proposal/raw-workbook.ts'
import { place } from './grid.ts'

type Cell = Pick<RawCell, 'text' | 'kind' | 'formula'>

/** Undefined: its text can be read. */
export function whyUnreadable({ text, kind, formula }: Cell): string | undefined {
  if (kind === 'error')
    return 'an error of the spreadsheet program stands in it and not what it should say; mend it there and import again'
  return formula && text.trim() === '' ? sayUnstored : undefined
}

const sayUnstored =
  'a formula without a stored value, and formulas are not worked out here; open and save it in a spreadsheet program, and import again'

const named = 25

/** One issue for a sheet: of the cells that nothing else was said about. */
export function unreadableIssues(tables: readonly SourceTable[], said: ReadonlySet<string>): readonly Issue[] {
  return tables.flatMap((table) => {
    const places = table.rows.flatMap(({ number, cells }) =>
      [...cells].flatMap(([column, cell]) => {
        const at = `${column}${number}`
        return whyUnreadable(cell) === undefined || said.has(place(table, at)) ? [] : [{ at, cell }]
      }),
    )
    const [first] = places
    if (first === undefined) return []
    const at = place(table, first.at)
    if (places.length === 1) return [{ at, message: whyUnreadable(first.cell)! }]
    const some = places.slice(0, named).map((each) => each.at)
    const more = places.length > named ? ` and ${places.length - named} more` : ''
    const message = `these cells hold formulas without a stored value, or errors, and were not read: ${some.join(', ')}${more}; open and save the document in a spreadsheet program, and import again`
    return [{ at, message }]
  })
}
