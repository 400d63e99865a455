// The text of a Markdown cell or heading: marks of emphasis, links and code give their words, `<br>` a line end.
import { standingText, struckOut } from '../../struck-text.ts'
import type { Token } from './markdown-parser.ts'
import { textOf } from '../html/cell-text.ts'
import { newPage, unreadSign } from '../html/page.ts'
import { readPage } from '../html/read-page.ts'

export interface InlineText {
  readonly text: string
  readonly pictures: number
  /** something in it has no words */
  readonly sign: boolean
  readonly struck: boolean
}

interface Gathered {
  /** as HTML where a tag stands in the text, else as it is */
  readonly pieces: { readonly text: string; readonly literal: boolean }[]
  pictures: number
  sign: boolean
  struckDepth: number
  struck: boolean
}

export function inlineText(tokens: readonly Token[]): InlineText {
  const gathered: Gathered = { pieces: [], pictures: 0, sign: false, struckDepth: 0, struck: false }
  for (const token of tokens) take(gathered, token)
  const tags = gathered.pieces.some(({ text, literal }) => !literal && /<[a-z/!]/i.test(text))
  const { pictures, sign, struck } = gathered
  if (!tags)
    return { text: struck ? (standingText(plain(gathered)) ?? unreadSign) : plain(gathered), pictures, sign, struck }
  const page = inCell(gathered)
  return {
    text: page.text,
    pictures: pictures + page.pictures,
    sign: sign || page.sign,
    struck: struck || page.struck,
  }
}

function take(gathered: Gathered, token: Token): void {
  if (token.type === 's_open') gathered.struckDepth += 1
  if (token.type === 's_close') gathered.struckDepth -= 1
  const text = sayToken(gathered, token)
  if (text === '') return
  if (gathered.struckDepth > 0) {
    gathered.struck = true
    gathered.pieces.push({ text: struckOut(text), literal: true })
  } else gathered.pieces.push({ text, literal: token.type !== 'text' })
}

function sayToken(gathered: Gathered, token: Token): string {
  if (token.type === 'softbreak' || token.type === 'hardbreak') return '\n'
  if (token.type !== 'image') return token.content
  gathered.pictures += 1
  if (token.content.trim() === '') gathered.sign = true
  return token.content
}

function plain({ pieces }: Gathered): string {
  return textOf({ pieces: pieces.map(({ text }) => text.replaceAll('\u00a0', ' ')) })
}

/** Read as the one cell of a page, what Markdown itself made of it kept from being taken for tags. */
function inCell(gathered: Gathered): InlineText {
  const html = gathered.pieces
    .map(({ text, literal }) => (literal ? escaped(text) : text.replaceAll('&', '&amp;')))
    .join('')
  const page = newPage()
  readPage(`<table><tr><td>${html}</td></tr></table>`, page)
  const text = page.tables[0]?.rows[0]?.cells.get('A')?.text ?? ''
  return {
    text: gathered.struck ? (standingText(text) ?? unreadSign) : text,
    pictures: page.pictures,
    sign: page.signs.places.length > 0,
    struck: page.struck.places.length > 0,
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>')
}
