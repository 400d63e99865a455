// Merged cells: the text of all stands in the first one, and the others only look empty. So the first is not what was written in it either.

interface Area {
  readonly name: string
  readonly columns: readonly [number, number]
  readonly rows: readonly [number, number]
}

/** The merge that a cell is part of. */
export function mergeOver(merges: readonly string[]): (letter: string, row: number) => string | undefined {
  const areas = merges.flatMap(areaOf)
  return (letter, row) => {
    if (areas.length === 0) return undefined
    const column = numberOf(letter)
    return areas.find(({ columns, rows }) => within(column, columns) && within(row, rows))?.name
  }
}

function areaOf(name: string): readonly Area[] {
  const [, left, top, right, bottom] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(name) ?? []
  if (left === undefined || right === undefined) return []
  return [{ name, columns: [numberOf(left), numberOf(right)], rows: [Number(top), Number(bottom)] }]
}

function numberOf(letters: string): number {
  let number = 0
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64
  return number
}

function within(value: number, [first, last]: readonly [number, number]): boolean {
  return value >= first && value <= last
}
