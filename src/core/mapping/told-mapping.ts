// A mapping that a person confirmed or corrected, laid over what was understood of a table of the same layout.
import type { ColumnMapping, Mapping, TableMapping } from './mapping.ts'

/** By layout, else by the table's name and the column's heading; a told column holds even where its heading moved. */
export function toldMapping(understood: TableMapping, told: Mapping): TableMapping {
  const same = told.tables.find(({ layout }) => layout === understood.layout)
  if (same === undefined) return understood
  const byColumn = new Map(same.columns.map((column) => [column.column, column]))
  return {
    ...understood,
    columns: understood.columns.map((column) => overlaid(column, byColumn.get(column.column))),
  }
}

function overlaid(understood: ColumnMapping, told: ColumnMapping | undefined): ColumnMapping {
  if (told === undefined || told.heading !== understood.heading) return understood
  const { column, heading, examples } = understood
  const { because: _, examples: __, ...meaning } = told
  return { ...meaning, column, heading, because: 'as the mapping says', ...(examples && { examples }) }
}
