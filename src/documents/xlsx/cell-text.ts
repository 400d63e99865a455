// What a cell takes: at most 32,767 characters, none that XML forbids, and no text that a reader would decode as something else.

/** UTF-16 code units, as spreadsheet programs count. */
export const excelCellLimit = 32_767

const cutMark = ' … [cut here: a cell holds no more; the matrix has the whole text]'

/** The text as a reader finds it in the cell again; one that does not fit ends in a mark that says so. */
export function cellText(text: string): string {
  const wellFormed = text.toWellFormed()
  if (wellFormed.length <= excelCellLimit) return wellFormed
  return `${wellFormed.slice(0, excelCellLimit - cutMark.length).replace(/[\ud800-\udbff]$/, '')}${cutMark}`
}

const escapes = /_(?=x[\dA-Fa-f]{4}_)/g
const nonCharacters = /[\ufffe\uffff]/g

/** Spreadsheets read `_x0041_` as "A" wherever it stands (ECMA-376, ST_Xstring), so its first mark is written as an escape itself. */
export function escaped(text: string): string {
  return text
    .replaceAll(escapes, '_x005F_')
    .replaceAll(nonCharacters, (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase()}_`)
}

/** As it is given to the writer; an empty cell holds nothing. */
export function stored(text: string): string | null {
  return text === '' ? null : escaped(cellText(text))
}

/** The writer makes an error value of these, although somebody wrote them as text. */
export function errorLike(text: string): boolean {
  return /^#[A-Z/\d_]+[!?A]?$/.test(text)
}
