// A framework is a published set of requirements, each made of the objectives that one can allocate.
import { z } from 'zod'
import { FrameworkId } from './identifiers.ts'
import { CalendarDate, Text } from './text.ts'

/** The points that an unmet requirement costs (32 CFR 170.24); null where it has none and no score can be given without it. */
export const Weight = z.strictObject({
  value: z.number().int().nullable(),
  partial: z.strictObject({ value: z.number().int(), when: Text }).optional(),
})

/** The longest time that the law leaves, in calendar time. */
const LegalLimit = z.strictObject({ limit: Text, from: Text })

const Attributes = z.strictObject({
  weight: Weight.optional(),
  level1: z.strictObject({ practice: Text, clause: Text }).optional(),
  poam: z.strictObject({ eligible: z.union([z.boolean(), z.literal('conditional')]), reason: Text }).optional(),
  kind: z.enum(['standard', 'specification']).optional(),
  designation: z.enum(['required', 'addressable']).optional(),
  parent: Text.optional(),
  nist80053: z.array(Text).readonly().optional(),
  nist80053r4: z.array(Text).readonly().optional(),
  category: Text.optional(),
  holders: z
    .array(z.enum(['covered-entity', 'business-associate']))
    .readonly()
    .optional(),
  deadline: LegalLimit.optional(),
})

export const Objective = z.strictObject({ id: Text, summary: Text })

export const Requirement = z.strictObject({
  id: Text,
  family: Text,
  title: Text,
  summary: Text,
  citation: Text,
  objectives: z.array(Objective).min(1).readonly(),
  attributes: Attributes,
})

const Nouns = z.strictObject({ family: Text, requirement: Text, requirements: Text, objective: Text, objectives: Text })

/** Scores of a framework that has one; `withhold` names the requirement without which none can be submitted. */
const Scoring = z.strictObject({
  max: z.number().int(),
  min: z.number().int(),
  conditional: z.number().int(),
  withhold: Text,
  authority: Text,
})

export const Framework = z.strictObject({
  id: FrameworkId,
  title: Text,
  edition: Text,
  asOf: CalendarDate,
  source: Text,
  nouns: Nouns,
  scoring: Scoring.optional(),
  reports: z.literal(true).optional(),
  /** what a matrix is for under this framework, as a contract says it: our sentence, with the rule it rests on */
  annex: Text.optional(),
  categories: z
    .array(z.strictObject({ id: Text, title: Text, always: z.literal(true).optional() }))
    .readonly()
    .optional(),
  families: z.array(z.strictObject({ id: Text, title: Text })).readonly(),
  requirements: z.array(Requirement).readonly(),
})

export type Weight = z.infer<typeof Weight>
export type LegalLimit = z.infer<typeof LegalLimit>
export type Objective = z.infer<typeof Objective>
export type Requirement = z.infer<typeof Requirement>
export type Framework = z.infer<typeof Framework>
