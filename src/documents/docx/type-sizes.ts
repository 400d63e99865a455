// The sizes of type in a Word document, for its styles and for reckoning on which page a section begins.

export interface TypeSize {
  /** half points */
  readonly size: number
  /** twips over and under a paragraph */
  readonly before: number
  readonly after: number
  /** 240 is single */
  readonly line: number
}

const type = (size: number, [before, after]: readonly [number, number], line: number): TypeSize => ({
  size,
  before,
  after,
  line,
})

export const typeSizes = {
  text: type(21, [0, 120], 259),
  clause: type(21, [0, 160], 276),
  note: type(19, [60, 180], 259),
  item: type(21, [0, 80], 259),
  kicker: type(19, [1700, 160], 240),
  title: type(64, [0, 120], 216),
  subtitle: type(30, [0, 480], 252),
  between: type(24, [0, 60], 252),
  notice: type(20, [480, 0], 264),
  heading1: type(34, [400, 140], 240),
  heading2: type(26, [320, 120], 240),
  contents: type(34, [0, 240], 240),
  contents1: type(21, [120, 40], 240),
  contents2: type(21, [0, 40], 240),
  caption: type(21, [260, 100], 240),
  head: type(18, [0, 0], 240),
  group: type(18, [20, 20], 240),
  cell: type(19, [0, 40], 247),
  dense: type(17, [0, 40], 240),
  afterTable: type(8, [0, 120], 240),
  signLabel: type(17, [0, 0], 240),
  signLine: type(21, [200, 40], 240),
  header: type(17, [0, 0], 240),
  draft: type(18, [0, 20], 240),
  footer: type(15, [0, 0], 240),
} as const satisfies Readonly<Record<string, TypeSize>>

/** Padding of a table's cells, in twips. */
export const cellPadding = { top: 60, bottom: 40, left: 90, right: 90 } as const

/** More columns than this are set in the smaller type. */
export function isDense(columns: readonly unknown[]): boolean {
  return columns.length > 6
}
