// Engagements under all four frameworks, to compose the library for.
import { matrixFormat } from '../../src/core/matrix.ts'
import type { Engagement } from '../../src/core/matrix.ts'
import type { Situation, Template } from '../../src/core/template.ts'
import { frameworks } from './library.ts'

/** One scope; the MSP delivers these offerings; the client is assessed. */
export function engagementWith(offerings: readonly string[]): Engagement {
  return {
    format: matrixFormat,
    id: 'whole-library',
    title: 'The whole library',
    frameworks: [...frameworks.values()].map(({ id, categories }) => ({
      id,
      assessed: 'client',
      ...(categories && { categories: categories.map((category) => category.id) }),
    })),
    scopes: [{ id: 'everything', title: 'Everything' }],
    parties: [
      { id: 'msp', kind: 'msp', legalName: 'Example Managed Services LLC' },
      { id: 'client', kind: 'client', legalName: 'Example Client Inc.' },
    ],
    offerings: offerings.map((id) => ({ id, by: 'msp' })),
    agreement: {},
    parameters: {},
    review: {},
    decisions: [],
  }
}

const basis = { document: 'Responsibility matrix of the SOC', version: '3', date: '2026-10-01' }

/** In a situation; what it needs elsewhere, a further provider delivers. */
export function engagementIn({ id, elsewhere }: Situation, offerings: readonly string[]): Engagement {
  const engagement = { ...engagementWith(offerings), situations: [id] }
  if (elsewhere === undefined) return engagement
  return {
    ...engagement,
    parties: [...engagement.parties, { id: 'soc', kind: 'provider', legalName: 'Example SOC Inc.' }],
    offerings: engagement.offerings.map((sold) => (sold.id === elsewhere ? { ...sold, by: 'soc', basis } : sold)),
  }
}

/** The same, with an answer to every question that the library asks: its default, or its example. */
export function answered(engagement: Engagement, { activities }: Pick<Template, 'activities'>): Engagement {
  const questions = activities.flatMap(({ placeholders }) => Object.entries(placeholders ?? {}))
  const answers = questions.map(
    ([name, { default: usual, example }]) => [name, usual ?? example ?? 'answered'] as const,
  )
  return { ...engagement, parameters: Object.fromEntries(answers) }
}
