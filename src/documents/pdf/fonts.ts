// The fonts that are shipped: one family for Latin, Greek and Cyrillic, and five that stand in for what it does not draw.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { readTypeface, renamed } from './typeface.ts'
import type { Typeface } from './typeface.ts'

export const fontSets = ['latin', 'arabic', 'hebrew', 'japanese', 'chinese', 'korean'] as const
export type FontSet = (typeof fontSets)[number]

interface Font {
  /** a name that fonts of no machine have, never longer than the published one */
  readonly family: string
  readonly entry: () => string
  readonly regular: string
  readonly others: readonly string[]
}

const packages = createRequire(import.meta.url)

const fonts = {
  latin: {
    family: 'Demarc L',
    entry: () => packages.resolve('@embedpdf/fonts-latin'),
    regular: 'NotoSans-Regular.ttf',
    others: ['NotoSans-SemiBold.ttf', 'NotoSans-Bold.ttf'],
  },
  arabic: {
    family: 'Demarc A',
    entry: () => packages.resolve('@embedpdf/fonts-arabic'),
    regular: 'NotoNaskhArabic-Regular.ttf',
    others: ['NotoNaskhArabic-Bold.ttf'],
  },
  hebrew: {
    family: 'Demarc H',
    entry: () => packages.resolve('@embedpdf/fonts-hebrew'),
    regular: 'NotoSansHebrew-Regular.ttf',
    others: ['NotoSansHebrew-Bold.ttf'],
  },
  japanese: {
    family: 'Demarc J',
    entry: () => packages.resolve('@embedpdf/fonts-jp'),
    regular: 'NotoSansJP-Regular.otf',
    others: ['NotoSansJP-Bold.otf'],
  },
  chinese: {
    family: 'Demarc C',
    entry: () => packages.resolve('@embedpdf/fonts-sc'),
    regular: 'NotoSansHans-Regular.otf',
    others: ['NotoSansHans-Bold.otf'],
  },
  korean: {
    family: 'Demarc K',
    entry: () => packages.resolve('@embedpdf/fonts-kr'),
    regular: 'NotoSansKR-Regular.otf',
    others: ['NotoSansKR-Bold.otf'],
  },
} as const satisfies Readonly<Record<FontSet, Font>>

const typefaces = new Map<FontSet, Typeface>()

export function familyOf(set: FontSet): string {
  return fonts[set].family
}

/** Of its regular weight; the bold draws the same characters. */
export function typefaceOf(set: FontSet): Typeface {
  const known = typefaces.get(set)
  if (known !== undefined) return known
  const typeface = readTypeface(readFont(set, fonts[set].regular))
  typefaces.set(set, typeface)
  return typeface
}

export function fontFiles(set: FontSet): readonly Buffer[] {
  return [fonts[set].regular, ...fonts[set].others].map((name) => renamed(readFont(set, name), fonts[set].family))
}

function readFont(set: FontSet, name: string): Buffer {
  return readFileSync(join(dirname(fonts[set].entry()), '..', 'fonts', name))
}
