// A framework small enough to read, for the tests of the rules.
import type { Framework, Requirement } from '../framework.ts'

export const sampleFramework: Framework = {
  id: 'sample',
  title: 'Sample rule',
  edition: '1',
  asOf: '2026-01-01',
  source: 'made up for tests',
  nouns: {
    family: 'family',
    requirement: 'requirement',
    requirements: 'requirements',
    objective: 'objective',
    objectives: 'objectives',
  },
  scoring: { max: 6, min: 0, conditional: 4, withhold: 'DOC-1', authority: 'made up for tests' },
  families: [
    { id: 'AC', title: 'Access Control' },
    { id: 'DOC', title: 'Documentation' },
  ],
  requirements: [
    {
      ...entry('AC-1', 'AC', 'Termination Procedures'),
      objectives: [
        { id: 'AC-1[a]', summary: 'Access ends with employment.' },
        { id: 'AC-1[b]', summary: 'Keys and badges come back.' },
      ],
      attributes: { weight: { value: 3 }, designation: 'addressable' },
    },
    { ...entry('AC-2', 'AC', 'Access Review'), attributes: { weight: { value: 1 }, designation: 'required' } },
    { ...entry('AC-3', 'AC', 'Escort Visitors'), attributes: { weight: { value: 1 }, designation: 'addressable' } },
    {
      ...entry('DOC-1', 'DOC', 'Policies and Procedures'),
      attributes: { weight: { value: 1 }, designation: 'required' },
    },
  ],
}

function entry(id: string, family: string, title: string): Omit<Requirement, 'attributes'> {
  const summary = `What ${title} asks.`
  return { id, family, title, summary, citation: `Sample rule, ${id}`, objectives: [{ id, summary }] }
}
