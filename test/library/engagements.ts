// Engagements under all four frameworks, to compose the library for.
import { matrixFormat } from '../../src/core/matrix.ts'
import type { Engagement } from '../../src/core/matrix.ts'
import { frameworks, template } from './shipped.ts'

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

/** The same, with an answer to every question that the library asks: its default, or its example. */
export function answered(engagement: Engagement): Engagement {
  const questions = template.activities.flatMap(({ placeholders }) => Object.entries(placeholders ?? {}))
  const answers = questions.map(
    ([name, { default: usual, example }]) => [name, usual ?? example ?? 'answered'] as const,
  )
  return { ...engagement, parameters: Object.fromEntries(answers) }
}
