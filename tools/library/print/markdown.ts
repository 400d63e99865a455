// Markdown of the printed library: headings, lists and tables whose texts stay texts.

export function table(columns: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.map((cell) => cellOf(cell)).join(' | ')} |`
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n')
}

export function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n')
}

/** Blocks with a blank line between them; an absent one leaves no trace. */
export function blocks(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n')
}

export function link(text: string, to: string): string {
  return `[${text.replaceAll(/[[\]]/g, '\\$&')}](${to})`
}

function cellOf(cell: string | number): string {
  return String(cell).replaceAll('|', '\\|').replaceAll('\n', '<br>')
}
