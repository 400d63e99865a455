// A list of names with what left it struck through and what came to it underlined, item by item.
import type { Line, Run } from '../paper/paper.ts'

export function listMarked(before: readonly string[], after: readonly string[]): Line {
  const [was, is] = [new Set(before), new Set(after)]
  const items: readonly Run[] = [
    ...before.filter((item) => is.has(item)).map((text) => ({ text })),
    ...before.filter((item) => !is.has(item)).map((text) => ({ text, mark: 'deleted' as const })),
    ...after.filter((item) => !was.has(item)).map((text) => ({ text, mark: 'inserted' as const })),
  ]
  return items.flatMap((run, index) => (index === 0 ? [run] : [{ text: '; ' }, run]))
}
