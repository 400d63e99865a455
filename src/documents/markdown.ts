// Markdown: a heading a table, pipes escaped, line breaks kept inside cells.
import type { Writer } from './format.ts'
import type { Table, View } from '../core/views/view.ts'

export const markdownWriter: Writer = {
  view: { drops: [], write: async (view) => new TextEncoder().encode(writeMarkdown(view)) },
}

export function writeMarkdown(view: View): string {
  const parts = [
    `# ${inline(view.title)}`,
    ...view.intro.map(inline),
    ...[...view.preface, ...view.tables].flatMap((table) => [`## ${inline(table.title)}`, writeTable(table)]),
  ]
  return `${parts.join('\n\n')}\n`
}

function writeTable({ columns, rows }: Table): string {
  if (rows.length === 0) return '_Nothing._'
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n')
}

function cell(text: string): string {
  return inline(text).replaceAll('|', '\\|')
}

/** Text stays text: no HTML, no link, no emphasis comes out of what somebody typed. */
function inline(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll(/[`*_[\]~#]/g, (mark) => `\\${mark}`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/\r\n|\r|\n/g, '<br>')
}
