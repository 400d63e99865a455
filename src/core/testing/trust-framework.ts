// A framework in categories that ends in a report of a service organization, for the tests of the rules.
import type { Context } from '../context.ts'
import type { Framework, Requirement } from '../framework.ts'
import type { Matrix } from '../matrix.ts'
import { sampleFramework } from './sample-framework.ts'
import { sampleMatrix } from './sample-matrix.ts'

const trustFramework: Framework = {
  id: 'trust',
  title: 'Trust criteria',
  edition: '2',
  asOf: '2026-01-01',
  source: 'made up for tests',
  nouns: {
    family: 'series',
    requirement: 'criterion',
    requirements: 'criteria',
    objective: 'criterion',
    objectives: 'criteria',
  },
  reports: true,
  categories: [
    { id: 'security', title: 'Security', always: true },
    { id: 'availability', title: 'Availability' },
    { id: 'confidentiality', title: 'Confidentiality' },
  ],
  families: [{ id: 'T', title: 'Trust' }],
  requirements: [
    criterion('T1.1', 'security'),
    criterion('T2.1', 'availability'),
    criterion('T3.1', 'confidentiality'),
  ],
}

function criterion(id: string, category: string): Requirement {
  return {
    id,
    family: 'T',
    title: `Criterion ${id}`,
    summary: `What ${id} asks.`,
    citation: id,
    objectives: [{ id, summary: `What ${id} asks.` }],
    attributes: { category },
  }
}

/** Both made-up frameworks; nothing depends on the day. */
export const twoFrameworks: Context = {
  frameworks: new Map([sampleFramework, trustFramework].map((framework) => [framework.id, framework])),
}

/** The sample's engagement under both frameworks: the report is the MSP's. */
export const twoFrameworkMatrix: Matrix = {
  ...sampleMatrix,
  frameworks: [
    ...sampleMatrix.frameworks,
    { id: 'trust', edition: '2', assessed: 'msp', categories: ['availability'] },
  ],
}
