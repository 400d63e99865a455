// A sheet's name as spreadsheet programs allow it: at most 31 characters, none of []:*?/\, and no two alike.

const most = 31

/** @param taken names already given, which this one must not repeat in any case */
export function sheetName(title: string, taken: readonly string[]): string {
  const clean = title
    .toWellFormed()
    .replaceAll(/[[\]:*?/\\\p{Cc}]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[\s'_]+|[\s']+$/g, '')
  // "History" is a name that Excel keeps for itself.
  const wanted = clean === '' || /^history$/i.test(clean) ? `Sheet ${clean}`.trim() : clean
  const used = new Set(taken.map((name) => name.toLowerCase()))
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? cut(wanted, most) : `${cut(wanted, most - ` ${number}`.length)} ${number}`
    if (!used.has(name.toLowerCase())) return name
  }
}

/** At a word where that leaves most of it, and never within a character. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text
  const whole = text.slice(0, length).replace(/[\ud800-\udbff]$/, '')
  const blank = whole.lastIndexOf(' ')
  return (blank > length / 2 ? whole.slice(0, blank) : whole).replace(/[\s'–-]+$/, '')
}
