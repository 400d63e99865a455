// What of a page's cells and of its style sheets fills with a color, and what stands in a cell as a drawn sign without words.

type Attributes = Readonly<Record<string, string>>

const papers = new Set(
  ' none transparent inherit initial unset revert currentcolor auto window white #fff #ffff #ffffff #ffffffff rgb(255,255,255) rgba(255,255,255,1) rgba(0,0,0,0)'.split(
    ' ',
  ),
)

const declaration = /(?:^|;)\s*background(?:-color)?\s*:\s*([^;]+)/gi

/** The last word of a style for the background; undefined where it is white or none. */
function backgroundIn(style: string): string | undefined {
  const value = [...style.matchAll(declaration)].at(-1)?.[1] ?? ''
  return fillOf(value.replace(/!\s*important\s*$/i, ''))
}

function fillOf(value: string): string | undefined {
  const fill = value
    .trim()
    .toLowerCase()
    .replaceAll(/\s*,\s*/g, ',')
  return papers.has(fill) ? undefined : fill.slice(0, 60)
}

/** By class: those whose rule in the page's own style sheet fills with a color. */
export type ClassColors = Map<string, string>

const lastClass = /(?:^|[\s>]|\w)\.([\w-]{1,100})$/

export function takeRules(colors: ClassColors, css: string): void {
  for (const { declarations, classNames } of rulesIn(css)) {
    const fill = backgroundIn(declarations)
    if (fill !== undefined) for (const name of classNames) colors.set(name, fill)
  }
}

export interface Rule {
  readonly declarations: string
  /** the last class of each of its selectors */
  readonly classNames: readonly string[]
}

export function rulesIn(css: string): readonly Rule[] {
  return css.split('}').flatMap((rule) => {
    const from = rule.lastIndexOf('{')
    if (from === -1) return []
    const selectors = rule.slice(rule.lastIndexOf('{', from - 1) + 1, from).split(',')
    const classNames = selectors.flatMap((selector) => lastClass.exec(selector.trim())?.[1] ?? [])
    return [{ declarations: rule.slice(from + 1), classNames }]
  })
}

/** Of a cell, as a browser would show it: its own style, else its classes, else the old attribute. */
export function cellFill(attributes: Attributes, colors: ClassColors): string | undefined {
  return (
    backgroundIn(attributes['style'] ?? '') ??
    classesOf(attributes).flatMap((name) => colors.get(name) ?? [])[0] ??
    fillOf(attributes['bgcolor'] ?? '')
  )
}

export function classesOf(attributes: Attributes): readonly string[] {
  return (attributes['class'] ?? '').split(/\s+/).filter((name) => name !== '')
}

/** Words in the names that sets of icons and style sheets give to what they draw. */
const drawn = new Set(
  'fa fas far fal fad fab fasl bi mdi icon icons ico glyphicon glyphicons octicon dashicons codicon lucide feather material symbols symbol sprite emoji emoticon check checked checkmark checkbox tick ticked cross dot bullet circle ball badge pill light traffic yes no'.split(
    ' ',
  ),
)

/** An element without text that shows something nevertheless: `<span class="icon-check">`. */
export function isDrawn(attributes: Attributes, colors: ClassColors): boolean {
  if (cellFill(attributes, colors) !== undefined) return true
  return classesOf(attributes).some((name) =>
    name
      .toLowerCase()
      .split(/[-_]+/)
      .some((word) => drawn.has(word)),
  )
}
