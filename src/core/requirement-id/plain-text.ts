// A cell's text as one types it: other spaces and dashes made plain, marks that nobody sees taken away.

export interface PlainText {
  /** what a reader sees; every character stands where it stands in `plain` */
  readonly visible: string
  readonly plain: string
}

const typed = /^[\n\x20-\x7e]*$/
const unseen = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]|\ufe0e|\ufe0f/g
const lineEnd = /\r\n?|[\u0085\u2028\u2029]/g
const space = /[\t\v\f\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g
const dash = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g
const quote = /[\u2018\u2019\u201c\u201d]/g

export function plainText(text: string): PlainText {
  if (typed.test(text)) return { visible: text, plain: text }
  const visible = text.replace(unseen, '').replace(lineEnd, '\n')
  return { visible, plain: visible.replace(space, ' ').replace(dash, '-').replace(quote, "'") }
}
