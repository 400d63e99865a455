// A claims file: what one document says, as claims, with where it came from and what could not be read.
import { z } from 'zod'
import { brief } from '../brief.ts'
import type { Read } from '../matrix-document.ts'
import { issuesOf } from '../schema-issues.ts'
import { ForeignText } from '../text.ts'
import { Claim, SourceFacts } from './claim.ts'

export const claimsFormat = 'demarc/claims@1'

export const ClaimsFile = z.strictObject({
  format: z.literal(claimsFormat),
  source: SourceFacts,
  /** whose document it is, as the person who imported it names it */
  party: ForeignText,
  /** how the document's columns and words were understood; nothing here depends on it */
  mapping: z.unknown().optional(),
  claims: z.array(Claim).readonly(),
  issues: z.array(z.strictObject({ at: z.string(), message: z.string() })).readonly(),
  declined: ForeignText.optional(),
})
export type ClaimsFile = z.infer<typeof ClaimsFile>

export function readClaimsFile(value: unknown): Read<ClaimsFile> {
  const format =
    typeof value === 'object' && value !== null && Object.hasOwn(value, 'format')
      ? (value as { readonly format: unknown }).format
      : undefined
  if (format !== claimsFormat) return { ok: false, issues: [{ at: 'format', message: sayFormat(format) }] }
  const parsed = ClaimsFile.safeParse(value)
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, issues: issuesOf(parsed.error, value) }
}

function sayFormat(format: unknown): string {
  if (typeof format === 'string' && /^demarc\/claims@\d+$/.test(format))
    return `these claims are of format ${brief(format)}; this Demarc reads ${claimsFormat}. Import the document again with this version`
  return `this is no claims file: its format must be ${claimsFormat}. Make one from the document with demarc import`
}
