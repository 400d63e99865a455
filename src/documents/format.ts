// A document format writes a matrix, or a view of it; nothing outside asks which one it is.
import type { Content } from '../core/rendition/content.ts'
import type { Rendition, Subject } from '../core/rendition/rendition.ts'
import type { View } from '../core/views/view.ts'

export interface DocumentFormat {
  readonly name: string
  readonly extension: `.${string}`
  /** one line for the help */
  readonly about: string
  /** binary never goes to a terminal */
  readonly text: boolean
  /** loaded only when it is asked for: some are large */
  readonly load: () => Promise<Writer>
}

/** At least one of the two. */
export interface Writer {
  /** parts of the rendition that only some formats have a use for */
  readonly takes?: readonly ('standard' | 'template')[]
  /** nothing can be written without a template: which one */
  readonly fillsIn?: string
  /** the matrix in a layout of the format's own; used unless a view is asked for */
  readonly whole?: {
    readonly carries: readonly Content[]
    /** of one framework only, where that carries less */
    readonly ofExtract?: readonly Content[]
    /** a document that Demarc reads again, within its limits */
    readonly readAgain?: true
    /** a part of the matrix on purpose, as a reader would call it */
    readonly only?: string
    /** what the user must know of this file besides what it leaves out */
    readonly remarks?: (subject: Subject) => readonly string[]
    readonly write: (subject: Subject) => Promise<Uint8Array>
  }
  /** any view; `drops` is what the view shows and this format leaves out */
  readonly view?: {
    readonly drops: readonly Content[]
    readonly write: (view: View, rendition: Rendition) => Promise<Uint8Array>
  }
}
