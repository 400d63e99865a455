// The headings above a place, the outermost first.

export interface Heading {
  readonly level: number
  readonly text: string
}

/** A heading ends the trails of its own level and of those below it. */
export function under(trail: readonly Heading[], heading: Heading): readonly Heading[] {
  if (heading.text === '') return trail
  return [...trail.filter(({ level }) => level < heading.level), heading]
}

export function textsOf(trail: readonly Heading[]): readonly string[] {
  return trail.map(({ text }) => text)
}
