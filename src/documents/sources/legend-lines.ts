// Lines of running text that may explain the codes of a table, kept while a document is read: few, and short.
import { mayExplain } from '../../core/mapping/legend.ts'

const most = 300

export function takeLines(lines: string[], text: string): void {
  for (const line of text.split('\n')) if (lines.length < most && mayExplain(line.trim())) lines.push(line.trim())
}
