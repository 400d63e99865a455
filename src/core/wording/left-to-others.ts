// The words of a duty that a document leaves to others: to whom, by whom, and whether it says what they do.

interface Leaving {
  /** "the customer", "the MSP" */
  readonly to: string
  /** whose document it is, by name */
  readonly by: string
  /** " for SC-28 (translated, not equal)" */
  readonly of?: string
}

/** What they do, in the document's words. */
export function leftWith(leaving: Leaving, words: string): string {
  return `${head(leaving)}: ${words}`
}

/** The document does not say what they do, and why that is so: no duty yet, but a question to its owner. */
export function leftUnsaid(leaving: Leaving, why: string): string {
  return `${head(leaving)}: ${why}. Ask ${leaving.by}${ending}`
}

/** Words that `leftUnsaid` wrote; what it quotes ends with a quotation mark, and is none. */
export function isLeftUnsaid(does: string): boolean {
  const words = does.trim().replace(/\.$/, '')
  return words.startsWith(start) && words.endsWith(ending) && words.includes('. Ask ')
}

/** That party's own document leaves it to others. */
export function isLeftBy(does: string, name: string): boolean {
  return does.startsWith(start) && [':', ' for '].some((next) => does.includes(` by ${name}${next}`))
}

const start = 'Left to '
const ending = ', and write it here'

function head({ to, by, of = '' }: Leaving): string {
  return `${start}${to} by ${by}${of}`
}
