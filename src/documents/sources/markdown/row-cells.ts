// How many cells a line of a Markdown table holds: those beyond its header's are dropped by every program that shows it.

/** Bars behind a backslash are text. */
export function cellsInLine(line: string): readonly string[] {
  const cells: string[] = []
  let from = 0
  for (let at = line.indexOf('|'); at !== -1; at = line.indexOf('|', at + 1)) {
    if (escapedAt(line, at)) continue
    cells.push(line.slice(from, at))
    from = at + 1
  }
  cells.push(line.slice(from))
  if (cells[0]!.trim() === '') cells.shift()
  if (cells.length > 0 && cells.at(-1)!.trim() === '') cells.pop()
  return cells
}

function escapedAt(line: string, at: number): boolean {
  let slashes = 0
  while (line[at - 1 - slashes] === '\\') slashes += 1
  return slashes % 2 === 1
}
