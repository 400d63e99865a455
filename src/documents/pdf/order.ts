// An order is all that the press needs to print one PDF; it crosses to a thread of its own, so it is plain values.
import type { Paper } from '../../core/paper/paper.ts'
import type { CalendarDate } from '../../core/text.ts'
import type { Branding } from '../../core/rendition/branding.ts'
import type { Locale, Rendition } from '../../core/rendition/rendition.ts'
import type { Issue } from '../../core/issue.ts'
import type { RefusalCode } from '../../core/refusal.ts'

/** A file that travels inside the PDF. */
export interface Attachment {
  readonly name: string
  readonly mediaType: string
  readonly description: string
  readonly bytes: Uint8Array
  /** what it is to the text: that from which it was made, unless said */
  readonly relationship?: 'source' | 'data'
}

export interface Order {
  readonly paper: Paper
  /** the only date in the file */
  readonly date: CalendarDate
  readonly page: Locale['page']
  readonly branding: Branding
  readonly standard: NonNullable<Rendition['standard']>
  readonly attachments: readonly Attachment[]
}

export type Reply =
  | { readonly outcome: 'printed'; readonly bytes: Uint8Array }
  | {
      readonly outcome: 'refused'
      readonly code: RefusalCode
      readonly message: string
      readonly issues: readonly Issue[]
    }
  | { readonly outcome: 'failed'; readonly message: string }
