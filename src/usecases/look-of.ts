// How an exported document looks: the branding, page and dates that were asked for.
import { plainBranding } from '../core/rendition/branding.ts'
import type { Branding } from '../core/rendition/branding.ts'
import type { Locale, Rendition } from '../core/rendition/rendition.ts'
import { revisionDate } from '../core/rendition/revision-date.ts'
import type { Context } from '../core/context.ts'
import type { Matrix } from '../core/matrix.ts'
import { logoFrom } from '../documents/branding/logo.ts'
import { brandingFrom } from '../documents/branding/read-branding.ts'
import { localeOf } from '../documents/locale/locale.ts'
import { digestOf, revisionBytes } from '../documents/revision.ts'

interface Asked {
  readonly locale?: string | undefined
  readonly page?: 'letter' | 'a4' | undefined
  /** its logo in base64 */
  readonly branding?: Readonly<Record<string, string>> | undefined
}

export interface Look {
  readonly locale: Locale
  readonly branding: Branding
}

/** Throws a refusal where it cannot be had: no such locale, colors that cannot be read, a damaged logo. */
export function lookOf({ locale = 'en-US', page, branding }: Asked): Look {
  return {
    locale: localeOf(locale, page === 'letter' ? 'us-letter' : page),
    branding:
      branding === undefined
        ? plainBranding
        : brandingFrom(branding, (logo, alt) => logoFrom(Buffer.from(logo, 'base64'), alt)),
  }
}

export function renditionOf(matrix: Matrix, context: Pick<Context, 'frameworks'>, look: Look): Rendition {
  const bytes = revisionBytes(matrix)
  return { digest: digestOf(bytes), bytes, date: revisionDate(matrix, context), ...look }
}
