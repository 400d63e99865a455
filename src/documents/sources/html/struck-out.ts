// Which elements of a page show their text struck out: by their name, their own style, or a class of the page's style sheet.
import { classesOf, rulesIn } from './page-colors.ts'

const names: ReadonlySet<string> = new Set(['del', 's', 'strike'])
const lineThrough = /(?:^|;)\s*text-decoration(?:-line)?\s*:[^;]*\bline-through\b/i

export function takeStruckRules(classes: Set<string>, css: string): void {
  for (const { declarations, classNames } of rulesIn(css))
    if (lineThrough.test(declarations)) for (const name of classNames) classes.add(name)
}

export function isStruckOut(
  name: string,
  attributes: Readonly<Record<string, string>>,
  classes: ReadonlySet<string>,
): boolean {
  return (
    names.has(name) ||
    lineThrough.test(attributes['style'] ?? '') ||
    (classes.size > 0 && classesOf(attributes).some((one) => classes.has(one)))
  )
}
