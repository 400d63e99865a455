// The page: its size, its margins and the room that text has on it, in points.
import type { Locale } from '../../core/rendition/rendition.ts'

export type Orientation = 'portrait' | 'landscape'

export interface Page {
  readonly width: number
  readonly height: number
  readonly margin: { readonly x: number; readonly top: number; readonly bottom: number }
  /** across the text */
  readonly room: number
}

const sheets = {
  'us-letter': [612, 792],
  a4: [595.28, 841.89],
} as const satisfies Readonly<Record<Locale['page'], readonly [number, number]>>

const margins = {
  portrait: { x: 68, top: 74, bottom: 66 },
  landscape: { x: 48, top: 66, bottom: 58 },
} as const satisfies Readonly<Record<Orientation, Page['margin']>>

export function pageOf(sheet: Locale['page'], orientation: Orientation): Page {
  const [short, long] = sheets[sheet]
  const [width, height] = orientation === 'portrait' ? [short, long] : [long, short]
  const margin = margins[orientation]
  return { width, height, margin, room: width - 2 * margin.x }
}
