// A claim is what somebody else's document says about an objective; it counts for nothing until a person accepts it.
import { z } from 'zod'
import { FrameworkId } from '../identifiers.ts'
import { CalendarDate, Text } from '../text.ts'

/** Who does it, by the document's word; "unclear" where it does not say so in words that we know. */
export const ClaimOwnership = z.enum(['msp', 'client', 'provider', 'shared', 'not-applicable', 'unclear'])
export type ClaimOwnership = z.infer<typeof ClaimOwnership>

/** A requirement that a row may mean by its words alone: somebody must say whether it does. */
const Suggestion = z.strictObject({ framework: FrameworkId, requirement: Text, title: Text })

export const Claim = z.strictObject({
  /** null: the row names no requirement of a framework that we know */
  framework: FrameworkId.nullable(),
  requirement: Text.nullable(),
  /** as published; all of the requirement's where the document speaks of it whole */
  objectives: z.array(Text).readonly(),
  /** whose document it is, as the person who imports it names it */
  party: Text,
  /** which of the party's services, where a document describes several side by side */
  service: Text.optional(),
  ownership: ClaimOwnership,
  /** the document's own words; empty where it only marks a box */
  text: z.string(),
  /** the text does not say what is done: it only names the owner, holds each party's letters, or is a note beside it */
  textIs: z.enum(['owner', 'letters', 'note']).optional(),
  /** what the customer is left with, in the document's own words */
  customerMust: Text.optional(),
  /** what shows that it is done, as the row has it */
  evidence: Text.optional(),
  /** what the row calls itself */
  activity: Text.optional(),
  /** `PaaS CRM!C17` */
  at: Text,
  /** the id that the document uses, where it is another framework's: translated, never equal */
  translatedFrom: Text.optional(),
  suggestions: z.array(Suggestion).min(1).readonly().optional(),
})
export type Claim = z.infer<typeof Claim>

export const SourceFacts = z.strictObject({
  /** `xlsx`, `csv`, `markdown`, `html`, `docx`, `json`, `oscal-ssp`, `oscal-component`, `opencontrol` … */
  format: Text,
  /** how many tables were found */
  tables: z.int().min(0),
  /** the file's name */
  document: Text,
  title: Text.optional(),
  version: Text.optional(),
  date: CalendarDate.optional(),
  /** the date is the day when the file was last saved: the document gives none of itself */
  saved: z.literal(true).optional(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type SourceFacts = z.infer<typeof SourceFacts>
