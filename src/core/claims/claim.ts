// A claim is what somebody else's document says about an objective; it counts for nothing until a person accepts it.
import { z } from 'zod'
import { FrameworkId } from '../identifiers.ts'
import { CalendarDate, ForeignText } from '../text.ts'

/** Who does it, by the document's word; "unclear" where it does not say so in words that we know. */
export const ClaimOwnership = z.enum(['msp', 'client', 'provider', 'shared', 'not-applicable', 'unclear'])
export type ClaimOwnership = z.infer<typeof ClaimOwnership>

/** A requirement that a row may mean by its words alone: somebody must say whether it does. */
const Suggestion = z.strictObject({ framework: FrameworkId, requirement: ForeignText, title: ForeignText })

export const Claim = z.strictObject({
  /** null: the row names no requirement of a framework that we know */
  framework: FrameworkId.nullable(),
  requirement: ForeignText.nullable(),
  /** as published; all of the requirement's where the document speaks of it whole */
  objectives: z.array(ForeignText).readonly(),
  /** whose document it is, as the person who imports it names it */
  party: ForeignText,
  /** which of the party's services, where a document describes several side by side */
  service: ForeignText.optional(),
  ownership: ClaimOwnership,
  /** the document's own words; empty where it only marks a box */
  text: z.string(),
  /** the text does not say what is done: it only names the owner, holds each party's letters, or is a note beside it */
  textIs: z.enum(['owner', 'letters', 'note']).optional(),
  /** what the customer is left with, in the document's own words */
  customerMust: ForeignText.optional(),
  /** what shows that it is done, as the row has it */
  evidence: ForeignText.optional(),
  /** what the row calls itself */
  activity: ForeignText.optional(),
  /** `PaaS CRM!C17` */
  at: ForeignText,
  /** the id that the document uses, where it is another framework's: translated, never equal */
  translatedFrom: ForeignText.optional(),
  suggestions: z.array(Suggestion).min(1).readonly().optional(),
})
export type Claim = z.infer<typeof Claim>

export const SourceFacts = z.strictObject({
  /** `xlsx`, `csv`, `markdown`, `html`, `docx`, `json`, `oscal-ssp`, `oscal-component`, `opencontrol` … */
  format: ForeignText,
  /** how many tables were found */
  tables: z.int().min(0),
  /** the file's name */
  document: ForeignText,
  title: ForeignText.optional(),
  version: ForeignText.optional(),
  date: CalendarDate.optional(),
  /** the date is the day when the file was last saved: the document gives none of itself */
  saved: z.literal(true).optional(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type SourceFacts = z.infer<typeof SourceFacts>
