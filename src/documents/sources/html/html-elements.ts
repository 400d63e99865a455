// What elements of a page mean for its text, as tables.

/** Begin and end a line. */
export const blocks: ReadonlySet<string> = new Set(
  'address article aside blockquote center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol p pre section summary table tr ul'.split(
    ' ',
  ),
)

/** Nothing in them is shown as text. */
export const unseen: ReadonlySet<string> = new Set(
  'script style template noscript object xml o:p math audio video canvas iframe noframes datalist textarea'.split(' '),
)

/** Raised endings of words, which are no footnote marks. */
const wordEndings: ReadonlySet<string> = new Set('st nd rd th e er re ère ème eme nde tm ® ™ ℠ © sm'.split(' '))

/** A raised mark as text that cannot be taken for a part of what it stands behind: `3.1.1[^2]`. */
export function sayRaised(text: string): string {
  const mark = text.trim()
  if (mark === '' || wordEndings.has(mark.toLowerCase()) || /^\[.*\]$/s.test(mark)) return text
  return `[^${mark}]`
}

export function isHidden(attributes: Readonly<Record<string, string>>): boolean {
  if (Object.hasOwn(attributes, 'hidden')) return attributes['hidden'] !== 'until-found'
  return /(^|;)\s*(display\s*:\s*none|visibility\s*:\s*(hidden|collapse)|mso-hide\s*:\s*all)/i.test(
    attributes['style'] ?? '',
  )
}

export function headingLevel(name: string): number | undefined {
  return /^h[1-6]$/.test(name) ? Number(name[1]) : undefined
}
