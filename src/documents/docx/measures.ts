// The measures of a printed page, in twips (1/1440 inch), as Word counts.
import type { Locale } from '../../core/rendition/rendition.ts'

export type Orientation = 'portrait' | 'landscape'

interface Sheet {
  readonly width: number
  readonly height: number
}

const sheets = {
  'us-letter': { width: 12240, height: 15840 },
  a4: { width: 11906, height: 16838 },
} as const satisfies Readonly<Record<Locale['page'], Sheet>>

const sides = { portrait: 1300, landscape: 1000 } as const satisfies Readonly<Record<Orientation, number>>

/** Over and under the text, and where header and footer stand in it. */
export const margins = { top: 1360, bottom: 1160, header: 600, footer: 520 } as const

export interface Page {
  readonly orientation: Orientation
  /** of the sheet as it is held upright */
  readonly sheet: Sheet
  readonly side: number
  /** between the margins */
  readonly textWidth: number
}

export function pageOf(size: Locale['page'], orientation: Orientation): Page {
  const sheet = sheets[size]
  const side = sides[orientation]
  const across = orientation === 'portrait' ? sheet.width : sheet.height
  return { orientation, sheet, side, textWidth: across - 2 * side }
}

/** Twips for text from top to bottom. */
export function roomOn({ orientation, sheet }: Page): number {
  return (orientation === 'portrait' ? sheet.height : sheet.width) - margins.top - margins.bottom
}
