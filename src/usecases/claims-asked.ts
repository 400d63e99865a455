// What a person says when the documents of an engagement are reviewed, and when claims are accepted.
import { z } from 'zod'
import type { Said } from '../core/claims-review/said.ts'
import { ActivityId } from '../core/identifiers.ts'
import { ImportId } from '../core/record-id.ts'
import { Text, Title } from '../core/text.ts'
import { saysNotApplicable, saysOnlyMark } from '../core/wording/says-nothing.ts'

export const ReviewAsked = z.strictObject({
  imports: z
    .array(ImportId)
    .min(1)
    .max(100)
    .optional()
    .meta({ description: 'only these; missing: all that are not set aside' }),
  parties: z
    .array(z.strictObject({ name: Title, id: Title }))
    .default([])
    .meta({ description: 'which party a document’s name means; a new id adds a provider' }),
  newer: z
    .array(z.strictObject({ old: Title, now: Title }))
    .default([])
    .meta({ description: 'which document, by title or file name, is the newer version of which' }),
  scopes: z.array(Title).default([]).meta({ description: 'where the documents apply; "all": everywhere' }),
  accountable: Title.optional().meta({ description: 'who answers for rows for which the matrix names nobody' }),
})
export type ReviewAsked = z.infer<typeof ReviewAsked>

const Reason = Text.refine(
  (text) => !saysNotApplicable(text) && !saysOnlyMark(text),
  'this gives no reason; say why the claims are accepted',
)

export const AcceptAsked = ReviewAsked.extend({
  version: z.int().min(1).meta({ description: 'the version of the draft that the review showed' }),
  reason: Reason,
  by: Title.optional().meta({ description: 'who decided it' }),
  only: z
    .array(Title)
    .default([])
    .meta({ description: 'only claims about these requirements or objectives', example: ['AC.L2-3.1.1'] }),
  at: z
    .array(Title)
    .default([])
    .meta({ description: 'the claims at these places, also where they are contradicted', example: ['PaaS CRM!C17'] }),
  instead: z
    .array(ActivityId)
    .default([])
    .meta({ description: 'rows of accepted claims that go out: the claims of `at` take their place' }),
})
export type AcceptAsked = z.infer<typeof AcceptAsked>

export function saidOf({ parties, newer, scopes, accountable }: ReviewAsked): Said {
  return { parties, newer, scopes, ...(accountable !== undefined && { accountable }) }
}
