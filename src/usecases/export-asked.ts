// What somebody wants exported: which text, in which format, as which view, in whose look.
import { z } from 'zod'
import { FrameworkId, PartyId } from '../core/identifiers.ts'
import { longest } from '../core/text.ts'
import { viewNames } from '../core/views/catalogue.ts'
import { formats } from '../documents/formats.ts'
import { redlinePrinters } from '../documents/redline-printers.ts'
import { WhichText } from './which-text.ts'

/** Of a file within a request, which has a limit of its own besides. */
const mostBase64 = 32_000_000

const look = {
  locale: z
    .string()
    .max(longest.locale)
    .optional()
    .meta({ description: 'how dates are written; en-US if you do not say', example: 'en-GB' }),
  page: z.enum(['letter', 'a4']).optional(),
  branding: z
    .record(z.string().max(longest.name), z.string().max(mostBase64))
    .optional()
    .meta({ description: 'name, address, primary and tint (#rrggbb), logo (base64 of a PNG, JPEG or SVG), logoText' }),
}

const MatrixAsked = z.strictObject({
  what: z.literal('matrix'),
  of: WhichText.default('draft'),
  format: z.enum(formats.map(({ name }) => name)),
  view: z.enum(viewNames).optional().meta({ description: 'missing: the format’s own layout of the whole' }),
  party: PartyId.optional().meta({ description: 'whose duties; goes with the view duties' }),
  framework: FrameworkId.optional().meta({ description: 'only what serves this one' }),
  standard: z
    .enum(['a-3a', 'ua-1'])
    .optional()
    .meta({ description: 'of a PDF: for the archive, or for assistive software' }),
  template: z
    .base64('send the blank form as base64')
    .max(mostBase64)
    .optional()
    .meta({ description: 'the blank form to fill in (emass)' }),
  ...look,
})
export type MatrixAsked = z.infer<typeof MatrixAsked>

const RedlineAsked = z.strictObject({
  what: z.literal('redline'),
  from: WhichText,
  to: WhichText.default('draft'),
  format: z.enum(redlinePrinters.map(({ name }) => name)),
  ...look,
})
export type RedlineAsked = z.infer<typeof RedlineAsked>

export const ExportAsked = z.discriminatedUnion('what', [MatrixAsked, RedlineAsked])
export type ExportAsked = z.infer<typeof ExportAsked>

/** For the record: what was asked without the files that came with it. */
export function withoutFiles(asked: ExportAsked): ExportAsked {
  const { branding, ...rest } = asked
  return {
    ...rest,
    ...('template' in rest && { template: undefined }),
    ...(branding && { branding: { ...branding, ...(branding['logo'] && { logo: 'given' }) } }),
  }
}
