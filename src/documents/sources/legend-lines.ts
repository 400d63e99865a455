// Lines of running text that may explain the codes of a table or stand under it as its notes, kept while a document is read: few, and short.
import { mayNote } from '../../core/mapping/footnotes.ts'
import { mayExplain } from '../../core/mapping/legend.ts'

const most = 300

export function takeLines(lines: string[], text: string): void {
  for (const line of text.split('\n').map((one) => one.trim()))
    if (lines.length < most && (mayExplain(line) || mayNote(line))) lines.push(line)
}
