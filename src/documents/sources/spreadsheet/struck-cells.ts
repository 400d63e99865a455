// Cells of a workbook that are struck through: what still stands of them is read, and where nothing does they say nothing.
import type { SourceTable } from '../../../core/claims/source-document.ts'
import type { Issue } from '../../../core/issue.ts'
import type { RawCell, RawRow } from '../../../core/proposal/raw-workbook.ts'
import { unreadSign } from '../html/page.ts'
import { issuesIn, newIssues, note, type IssueList } from '../issue-list.ts'

export interface Standing {
  readonly tables: readonly SourceTable[]
  readonly issues: readonly Issue[]
}

export function standingIn(tables: readonly SourceTable[]): Standing {
  const struck = newIssues('struck-out text stands here and was left out')
  const standing = tables.map((table) => {
    if (!table.rows.some(isStruck)) return table
    return { ...table, rows: table.rows.map((row) => (isStruck(row) ? { ...row, cells: cellsOf(row) } : row)) }
  })
  for (const { name, rows } of tables) for (const row of rows.filter(isStruck)) noteCells(struck, name, row)
  return { tables: standing, issues: issuesIn(struck) }
}

function isStruck({ cells }: RawRow): boolean {
  for (const { struck } of cells.values()) if (struck) return true
  return false
}

function noteCells(struck: IssueList, name: string, { number, cells }: RawRow): void {
  for (const [letter, cell] of cells) if (cell.struck) note(struck, `${name}!${letter}${number}`)
}

function cellsOf({ cells }: RawRow): RawRow['cells'] {
  return new Map([...cells].map(([letter, cell]) => [letter, cell.struck ? standingOf(cell) : cell]))
}

function standingOf({ standing }: RawCell): RawCell {
  return { text: standing ?? unreadSign, kind: 'text' }
}
