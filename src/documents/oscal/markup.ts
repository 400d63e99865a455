// Text in OSCAL: one line where a line is wanted, and Markdown that shows our words as they are.

/** Property values and titles: no line breaks, no blanks around. */
export function oneLine(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ')
}

/** Words as Markdown: whatever would be read as a mark is escaped. One line. */
export function prose(text: string): string {
  return oneLine(text)
    .replaceAll(/[\\`*_~^<]|\{\{|\](?=\()|!(?=\[)/g, String.raw`\$&`)
    .replace(/^(?:[#>+-](?=\s|#|$)|\d+(?=[.)](?:\s|$)))/, (mark) => (/\d/.test(mark) ? `${mark}\\` : `\\${mark}`))
}

/** With its full stop, unless it ends in one: "Example, Inc." */
export function sentence(text: string): string {
  return /[.!?…]$/.test(text.trimEnd()) ? text : `${text}.`
}

export function paragraphs(...texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n\n')
}

export function bullets(texts: readonly string[]): string {
  return texts.map((text) => `- ${text}`).join('\n')
}
