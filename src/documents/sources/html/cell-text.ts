// The text of a piece of a page as a browser would lay it out: blanks run together, blocks on lines of their own.

export interface TextDraft {
  readonly pieces: string[]
}

export function newText(): TextDraft {
  return { pieces: [] }
}

export function addText({ pieces }: TextDraft, text: string): void {
  pieces.push(text.replaceAll(/[\s\u00a0]+/g, ' '))
}

/** Text whose line ends count, as in `<pre>`. */
export function addLines({ pieces }: TextDraft, text: string): void {
  pieces.push(text.replaceAll(/\r\n?/g, '\n'))
}

export function breakLine({ pieces }: TextDraft): void {
  if (pieces.length > 0 && pieces.at(-1) !== '\n') pieces.push('\n')
}

/** A line end that was asked for outright: two of them leave a line empty. */
export function forceLine({ pieces }: TextDraft): void {
  pieces.push('\n')
}

export function textOf({ pieces }: TextDraft): string {
  if (pieces.length === 0) return ''
  return pieces
    .join('')
    .split('\n')
    .map((line) => line.replaceAll(/[ \t\u00a0]+/g, ' ').trim())
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}
