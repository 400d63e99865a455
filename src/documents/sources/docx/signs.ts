// Signs of symbol fonts in a Word document's body: shown where they are known, told where they are not.
import { note } from '../issue-list.ts'
import { isSymbolFont, symbolText } from './symbols.ts'
import { addSign } from './word-body.ts'
import type { WordBody } from './word-body.ts'

/** Empty, and told, where it is not known. */
export function signOf(body: WordBody, font: string, char: string): string {
  const text = symbolText(font, char)
  if (text !== undefined) return text
  note(body.unknownSigns, `the sign ${char.slice(0, 8)} of ${font.slice(0, 40)}`)
  addSign(body)
  return ''
}

/** Words in a font of signs show signs: "þ" in Wingdings is a ticked box. */
export function signsOfFont(body: WordBody, text: string): string {
  const font = body.run?.font ?? ''
  if (!isSymbolFont(font)) return text
  return Array.from(text, (char) =>
    char.trim() === '' ? char : signOf(body, font, char.codePointAt(0)!.toString(16)),
  ).join('')
}
