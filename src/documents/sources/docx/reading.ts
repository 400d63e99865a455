// What a reading of a Word document's XML knows between two events, and what each of its elements may change.
import type { XmlAttributes } from '../package/xml-events.ts'
import type { WordBody } from './word-body.ts'

export interface Reading {
  readonly body: WordBody
  depth: number
  /** the depth of what is not read: everything inside it is passed over */
  unseenFrom: number | undefined
  text: string | undefined
  /** inside `trPr`, `tcPr` or `rPr`, where `ins`, `del` and `shd` say something of the row, the cell or the run */
  inProperties: string
  control: Control | undefined
  field: { checked: boolean | undefined; entries: string[]; result: number } | undefined
}

/** A content control: a box to tick, or a prompt that nobody has answered. */
interface Control {
  box: boolean
  checked: boolean
  prompt: boolean
}

export type Handler = (reading: Reading, attributes: XmlAttributes) => void

/** A count that an attribute gives: 0 where it gives none. */
export function span(value: string | undefined): number {
  return value !== undefined && /^\d{1,6}$/.test(value) ? Number(value) : 0
}
