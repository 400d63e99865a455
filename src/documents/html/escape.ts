// The one way in which text comes into a page: as text, whatever it holds.

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** For content and for attributes in quotes; what HTML has no place for falls away. */
export function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[^\t\n\r\u{20}-\u{7e}\u{a0}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll(/[&<>"']/gu, (sign) => entities[sign]!)
}

/** For a string in a style sheet: neither a quote nor a tag survives in it. */
export function cssText(text: string): string {
  const safe = text.toWellFormed().replaceAll(/[^\w .,:]/gu, (sign) => `\\${sign.codePointAt(0)!.toString(16)} `)
  return `"${safe}"`
}
