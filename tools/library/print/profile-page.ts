// A provider profile's page: claims to confirm, and what they leave to the customer.
import { sayReference } from '../../../src/core/views/say-duty.ts'
import type { Profile } from '../../../src/library/profiles.ts'
import { blocks, list, table } from './markdown.ts'

export function profilePage({ title, mark, holds, documents, warnings, claims, ...profile }: Profile): string {
  return blocks(
    `# ${title}`,
    '[All of the library](../library.md)',
    `**${mark}.** Every line is a claim. It settles nothing until somebody has read it in the vendor's own document and accepted it.`,
    `Class: ${profile.class}. Holds: ${holds.join(', ')}.`,
    '## Papers to ask for',
    list(documents),
    '## Warnings',
    list(warnings),
    '## Claims',
    table(
      ['Objectives', 'Whose', 'The provider', 'The customer must', 'To confirm'],
      claims.map(({ refs, ownership, only, does = '', customerMust, confirm }) => [
        refs.map((ref) => sayReference(ref)).join(', '),
        only === undefined ? ownership : `${ownership}, only ${only}`,
        does,
        customerMust.join('\n'),
        confirm,
      ]),
    ),
  )
}
