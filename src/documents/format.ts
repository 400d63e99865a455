// A document format writes a matrix, or a view of it; nothing outside asks which one it is.
import type { Matrix } from '../core/matrix.ts'
import type { View } from '../core/views/view.ts'

export interface DocumentFormat {
  readonly name: string
  readonly extension: `.${string}`
  /** what a view in this format cannot carry, for the user */
  readonly loses: string
  /** the whole document, where the format can hold it; used unless a view is asked for */
  readonly writeMatrix?: (matrix: Matrix) => Uint8Array
  readonly writeView: (view: View) => Uint8Array
}
