// A workbook as values: what its sheets hold, which cells are choices, and what identifies a row when it comes back.

export interface SheetColumn {
  /** the title finds a column again wherever it was moved; a hidden sheet keeps which key was which */
  readonly key: string
  readonly title: string
  /** characters */
  readonly width: number
  readonly hidden?: true
  /** what people may change here and read back; all else is derived */
  readonly editable?: true
  /** each line of its cells is a thing of its own */
  readonly lines?: true
  /** the only words that its cells take */
  readonly choices?: readonly string[]
  readonly tone?: 'ownership' | 'status'
}

export interface SheetRow {
  /** stable across exports: `activity:ID`, `duty:ID#2`, `objective:REF#ID` */
  readonly id: string
  /** a heading over the rows that follow it */
  readonly heading?: true
  readonly cells: Readonly<Record<string, string>>
}

export interface Sheet {
  readonly name: string
  /** one line above the table: what the sheet is, what may be changed in it */
  readonly note: string
  /** key of the last column that stays in sight when one scrolls right, and is repeated where a page is too narrow */
  readonly pinned?: string
  readonly orientation: 'portrait' | 'landscape'
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly SheetRow[]
}

export interface Workbook {
  readonly title: string
  /** kept in the file's custom properties: whose workbook it is when it comes back */
  readonly properties: Readonly<Record<string, string>>
  /** label and value pairs of the first sheet, under headings */
  readonly cover: readonly { readonly heading: string; readonly facts: readonly (readonly [string, string])[] }[]
  readonly sheets: readonly Sheet[]
}
