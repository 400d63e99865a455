// When two texts of a cell say the same: spreadsheet programs change blanks and line ends, and that is no edit.

// oxlint-disable-next-line no-control-regex -- XML cannot hold them, so no workbook gives them back
const unkept = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u200b\ufffe\uffff]/g

/** For comparing: every run of blanks and line ends is one blank. */
export function plain(text: string): string {
  return text.replaceAll(unkept, '').replaceAll(/\s+/g, ' ').trim()
}

export function saysTheSame(a: string, b: string): boolean {
  return a === b || plain(a) === plain(b)
}

/** As it is taken over: line feeds only, plain blanks, nothing behind a line. */
export function cleaned(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\u00a0\u2007\u202f]/g, ' ')
    .replaceAll(/[ \t]+(?=\n|$)/g, '')
    .trim()
}

/** Of a cell whose every line is a thing of its own; empty lines are none. */
export function linesIn(text: string): readonly string[] {
  return text
    .split(/[\r\n]+/)
    .map(plain)
    .filter((line) => line !== '')
}

/** For cells whose line ends mean something. */
export function hasSameLines(a: string, b: string): boolean {
  return linesIn(a).join('\n') === linesIn(b).join('\n')
}
