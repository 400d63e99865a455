// A line end that went, or came, where it makes one thing of two, or leaves half of one.
import { brief } from '../brief.ts'

/** Why lines that changed are not taken; undefined where they are lines of their own. */
export function brokenLines(before: readonly string[], after: readonly string[]): string | undefined {
  const changed = after.filter((line) => !before.includes(line))
  const missing = before.filter((line) => !after.includes(line))
  const joined = changed.find((line) => partsIn(line, missing) > 1)
  if (joined !== undefined)
    return `lines were joined into one: "${brief(joined)}"; each is a thing of its own. Put the line ends back`
  const torn = changed.find((line) => /^\(.*\)$/.test(line))
  return torn === undefined
    ? undefined
    : `the line "${brief(torn)}" is a parenthesis alone; put it behind the line that it belongs to`
}

/** How many of the lines it holds as whole words, none within another. */
function partsIn(line: string, lines: readonly string[]): number {
  let left = ` ${line} `
  let count = 0
  for (const part of lines.toSorted((a, b) => b.length - a.length)) {
    const at = left.indexOf(` ${part} `)
    if (at < 0) continue
    count += 1
    left = `${left.slice(0, at)} \n ${left.slice(at + part.length + 2)}`
  }
  return count
}
