// Text broken into lines at words.
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/[ \t]+/)) {
    if (line !== '' && line.length + word.length + 1 > width) {
      lines.push(line)
      line = word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  return [...lines, line]
}

/** Each paragraph wrapped, every line after the first indented. */
export function hang(first: string, text: string, width: number): string {
  const indent = ' '.repeat(first.length)
  const lines = text.split('\n').flatMap((paragraph) => wrap(paragraph, Math.max(width - first.length, 20)))
  return lines.map((line, index) => (index === 0 ? first : indent) + line).join('\n')
}
