// A rendition is how one revision is put on paper or into a file: whose look, which page, which dates, signed or not.
import type { Branding } from './branding.ts'
import type { SignOff } from './sign-off.ts'
import type { CalendarDate } from '../text.ts'
import type { Projection } from '../views/view.ts'

export interface Locale {
  /** BCP 47; it governs dates and page size, the words stay English */
  readonly tag: string
  readonly page: 'us-letter' | 'a4'
  readonly sayDate: (date: CalendarDate) => string
}

export interface Rendition {
  /** SHA-256 of the revision's canonical bytes, 64 lower-case hexadecimal digits */
  readonly digest: string
  /** the revision's canonical bytes (RFC 8785), to attach where a format can */
  readonly bytes: Uint8Array
  readonly signOff?: SignOff | undefined
  /** the revision's own day; the only date that a file may carry as its own */
  readonly date: CalendarDate
  readonly locale: Locale
  readonly branding: Branding
  /** of PDF; PDF/A-3a where it is not said */
  readonly standard?: 'a-3a' | 'ua-1' | undefined
  /** somebody's blank form to fill in */
  readonly template?: Uint8Array | undefined
}

/** What a document is made from. */
export interface Subject extends Projection {
  readonly rendition: Rendition
}
