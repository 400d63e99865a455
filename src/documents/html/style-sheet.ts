// The style sheet of a page while the page is written: the fixed part, and what its tables and colours add.
import type { Paper } from '../../core/paper/paper.ts'
import type { Rendition } from '../../core/rendition/rendition.ts'
import type { Tone } from '../tone.ts'
import { cssText } from './escape.ts'
import { cardRules, cardWidths, fixedStyles } from './fixed-styles.ts'
import type { CardWidth } from './fixed-styles.ts'

export interface Sheet {
  /** id of a table that gets rules of its own */
  readonly nextTable: () => string
  readonly add: (rule: string) => void
  /** for screens so narrow that the rows of such a table are shown as cards */
  readonly addToCards: (width: CardWidth, rule: string) => void
  readonly toneClass: (tone: Tone) => string
  readonly text: (paper: Paper, rendition: Rendition) => string
}

export function newSheet(): Sheet {
  const rules: string[] = []
  const cards: Readonly<Record<CardWidth, string[]>> = { wide: [], slim: [] }
  const tones = new Map<string, Tone>()
  let tables = 0
  return {
    nextTable: () => {
      tables += 1
      return `t${tables}`
    },
    add: (rule) => rules.push(rule),
    addToCards: (width, rule) => cards[width].push(rule),
    toneClass: (tone) => {
      const name = `tone-${tone.fill.slice(1)}`
      tones.set(name, tone)
      return name
    },
    text: (paper, rendition) =>
      [
        themeRules(rendition),
        fixedStyles,
        ...[...tones].map(([name, { fill, ink }]) => `.${name}{--fill:${colour(fill)};--ink:${colour(ink)}}`),
        ...rules,
        ...(['wide', 'slim'] as const).map(
          (width) => `@media screen and (max-width:${cardWidths[width]}){${cardRules(width)}${cards[width].join('')}}`,
        ),
        printRules(paper, rendition),
      ].join('\n'),
  }
}

/** Nothing but a colour may come into the style sheet by way of the branding. */
function colour(value: string): string {
  if (!/^#[\da-f]{6}$/iu.test(value)) throw new Error(`${value} is not a colour of the form #rrggbb`)
  return value
}

function themeRules({ branding }: Rendition): string {
  return `:root{--primary:${colour(branding.primary)};--tint:${colour(branding.tint)}}`
}

const sizes = { 'us-letter': 'letter', a4: 'a4' } as const

/** Header, footer and page numbers stand in the page's margins, on whatever paper the reader prints. */
function printRules({ header, footer, draft }: Paper, { locale }: Rendition): string {
  const size = sizes[locale.page]
  const box = (place: string, content: string) => `@${place}{content:${content};font:8pt/1.3 var(--face);color:#555d66}`
  return (
    `@page{size:${size} portrait;margin:18mm 18mm 17mm;` +
    box('top-left', cssText(header)) +
    (draft === undefined ? '' : `@top-right{content:${cssText(draft)};font:bold 8pt/1.3 var(--face);color:#9b1c14}`) +
    box('bottom-left', cssText(footer)) +
    box('bottom-right', '"Page " counter(page) " of " counter(pages)') +
    `}@page side{size:${size} landscape}`
  )
}
