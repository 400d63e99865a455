// Before anything is set: can every character be printed? A legal text never loses one in silence.
import { Refusal } from '../../core/refusal.ts'
import type { Issue } from '../../core/issue.ts'
import { typefaceOf } from './fonts.ts'
import type { FontSet } from './fonts.ts'
import type { PlacedText } from './texts-of-paper.ts'

const standIns = ['arabic', 'hebrew', 'japanese', 'chinese', 'korean'] as const satisfies readonly FontSet[]

/** Shapes what stands beside it and has no look of its own: joiners, marks of direction, selectors of a variant. */
const lookless = /^(?:\u00ad|\u034f|\u061c|\u2060|[\u200b-\u200f]|[\u2066-\u2069]|[\ufe00-\ufe0f])$/u
/** Controls and halves of characters; and what makes text read otherwise than it is stored (U+202A to U+202E). */
const misleading = /^[\p{Cc}\p{Cs}\u202a-\u202e]$/u
const blank = /^[\t\n\r\u2028\u2029]$/u

/** The fonts that these texts need, in the order in which they stand in; a refusal names what none of them draws. */
export function fontsFor(texts: Iterable<PlacedText>): readonly FontSet[] {
  const needed = new Set<FontSet>(['latin'])
  const homes = new Map<number, FontSet | undefined>()
  const places = new Map<string, string[]>()
  for (const { at, text } of texts) {
    const strangers = new Set<string>()
    for (const character of text) {
      const codePoint = character.codePointAt(0) ?? 0
      if (!homes.has(codePoint)) homes.set(codePoint, homeOf(character, codePoint))
      const home = homes.get(codePoint)
      if (home === undefined) strangers.add(named(character, codePoint))
      else needed.add(home)
    }
    if (strangers.size > 0) note(places, [...strangers].join(', '), at)
  }
  if (places.size > 0)
    throw new Refusal(
      'invalid',
      'the fonts that Demarc prints with (Latin, Greek, Cyrillic, Arabic, Hebrew, Japanese, Chinese and Korean) have no shape for ' +
        'these characters, and none is left out in silence: write the words without them, or export to another format',
      [...places].map(issueOf),
    )
  return [...needed]
}

function note(places: Map<string, string[]>, strangers: string, at: string): void {
  const known = places.get(strangers)
  if (known) known.push(at)
  else places.set(strangers, [at])
}

const shown = 3

/** The same characters once, with the first places where they stand. */
function issueOf([strangers, places]: readonly [string, readonly string[]]): Issue {
  const more = places.length > shown ? ` (and in ${places.length - shown} more places)` : ''
  return { at: places.slice(0, shown).join(', '), message: `cannot be printed: ${strangers}${more}` }
}

function homeOf(character: string, codePoint: number): FontSet | undefined {
  if (lookless.test(character) || blank.test(character)) return 'latin'
  if (misleading.test(character)) return undefined
  if (typefaceOf('latin').draws(codePoint)) return 'latin'
  return standIns.find((set) => typefaceOf(set).draws(codePoint))
}

function named(character: string, codePoint: number): string {
  const code = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
  return /[\p{C}\p{Z}]/u.test(character) ? code : `“${character}” (${code})`
}
