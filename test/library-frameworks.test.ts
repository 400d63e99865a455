// The shipped frameworks keep to the schema, to the counts that everybody knows, and to each other.
import { describe, expect, test } from 'vitest'
import { Framework } from '../src/core/framework.ts'
import { CalendarDate } from '../src/core/text.ts'
import { readJson } from '../src/library/frameworks.ts'
import { loadProposal } from '../src/library/proposal.ts'
import { compareWithReference } from './library/reference.ts'
import { proposedReference } from './library/reference-facts.ts'
import { frameworks, objectives } from './library/shipped.ts'

const requirementsOf = (id: 'cmmc-l2' | 'hipaa' | 'hipaa-breach' | 'soc2') => frameworks.get(id)!.requirements

describe('each framework', () => {
  test.each([...frameworks.keys()])('%s keeps to the schema', (id) => {
    const parsed = Framework.safeParse(frameworks.get(id))
    expect(parsed.error?.issues ?? []).toEqual([])
    expect(parsed.data).toEqual(frameworks.get(id))
  })

  test.each([...frameworks.keys()])('%s has families that are declared and in use, and ids that are unique', (id) => {
    const { families, requirements } = frameworks.get(id)!
    expect([...new Set(requirements.map(({ family }) => family))]).toEqual(families.map((family) => family.id))
    const ids = requirements.flatMap((requirement) => requirement.objectives.map((objective) => objective.id))
    expect(new Set(ids).size).toBe(ids.length)
    expect(new Set(requirements.map((requirement) => requirement.id)).size).toBe(requirements.length)
  })
})

describe('the counts', () => {
  test.each([
    ['cmmc-l2', 110, 320],
    ['hipaa', 68, 68],
    ['hipaa-breach', 20, 20],
    ['soc2', 61, 61],
  ] as const)('%s has %i requirements and %i objectives', (id, requirements, of) => {
    expect(requirementsOf(id)).toHaveLength(requirements)
    expect(objectives.filter((ref) => ref.startsWith(`${id}:`))).toHaveLength(of)
  })

  test('HIPAA has 22 standards and 46 specifications, 24 required and 22 addressable', () => {
    const attributes = requirementsOf('hipaa').map((requirement) => requirement.attributes)
    const count = (value: string) =>
      attributes.filter(({ kind, designation }) => kind === value || designation === value).length
    expect(['standard', 'specification', 'required', 'addressable'].map(count)).toEqual([22, 46, 24, 22])
  })

  test('each HIPAA specification stands under a standard of its section', () => {
    const standards = new Map(requirementsOf('hipaa').map((requirement) => [requirement.id, requirement]))
    const astray = requirementsOf('hipaa').filter(({ family, attributes: { kind, parent } }) => {
      const above = standards.get(parent ?? '')
      return kind === 'specification'
        ? above?.attributes.kind !== 'standard' || above.family !== family
        : parent !== undefined
    })
    expect(astray).toEqual([])
  })

  test('the weights of CMMC add up to 313: 110 down to -203, with 88 for a conditional status', () => {
    const weights = requirementsOf('cmmc-l2').map(({ attributes }) => attributes.weight?.value ?? 0)
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBe(313)
    const { scoring } = frameworks.get('cmmc-l2')!
    expect([scoring?.max, scoring?.min, scoring?.conditional]).toEqual([110, -203, 88])
    expect(weights.toSorted((a, b) => a - b).at(0)).toBe(0)
    expect([...new Set(weights)].toSorted((a, b) => a - b)).toEqual([0, 1, 3, 5])
  })

  test('partial credit is known in two places, and one requirement has no points', () => {
    const weighed = requirementsOf('cmmc-l2').map(({ id, attributes }) => ({ id, weight: attributes.weight }))
    expect(weighed.filter(({ weight }) => weight?.partial).map(({ id }) => id)).toEqual([
      'IA.L2-3.5.3',
      'SC.L2-3.13.11',
    ])
    expect(weighed.filter(({ weight }) => weight?.value === null).map(({ id }) => id)).toEqual(['CA.L2-3.12.4'])
  })
})

describe('the words that tell a wrong citation', () => {
  const terms = readJson('citation-terms.json') as Readonly<Record<string, readonly string[]>>

  test('are there for every requirement and for nothing else', () => {
    const known = [...frameworks.values()].flatMap(({ id, requirements }) =>
      requirements.map((requirement) => `${id}:${requirement.id}`),
    )
    expect(Object.keys(terms).toSorted()).toEqual(known.toSorted())
  })

  test('are several for each, none empty and none twice', () => {
    const poor = Object.entries(terms).filter(([, words]) => {
      const distinct = new Set(words.map((word) => word.trim().toLowerCase()))
      return distinct.size < 3 || distinct.size !== words.length || distinct.has('')
    })
    expect(poor).toEqual([])
  })
})

describe('the proposed HIPAA rule', () => {
  const proposal = loadProposal('hipaa')!

  test('is marked as no law, and belongs to no other framework', () => {
    expect(proposal.status.label).toBe('proposed, not law')
    expect(loadProposal('soc2')).toBeUndefined()
  })

  test('says its effect on every current standard and specification', () => {
    expect(Object.keys(proposal.effects).toSorted()).toEqual(
      requirementsOf('hipaa')
        .map(({ id }) => id)
        .toSorted(),
    )
  })
})

compareWithReference('the proposed HIPAA rule equals the reference', () => {
  const proposal = loadProposal('hipaa')!
  const theirs = proposedReference()

  test('in its citation and dates', () => {
    const { federalRegister, document, published, rin, docket, commentsClosed } = proposal.status.citation
    expect({ fr: federalRegister, fr_doc: document, published, rin, docket, comments_closed: commentsClosed }).toEqual(
      Object.fromEntries(Object.entries(theirs.citation).filter(([name]) => name !== 'url')),
    )
    expect(theirs.status.as_of).toMatch(CalendarDate.parse(proposal.status.asOf))
  })

  test('in its counts', () => {
    const { current_standards: currentStandards, proposed_standards: proposedStandards } = theirs.counts
    expect(proposal.status.counts).toMatchObject({ currentStandards, proposedStandards })
  })

  test('in the ids that it would bring', () => {
    expect(
      Object.fromEntries(Object.entries(proposal.effects).map(([id, { proposedIds }]) => [id, proposedIds])),
    ).toEqual(
      Object.fromEntries(Object.entries(theirs.current_to_proposed).map(([id, { proposed_ids: ids }]) => [id, ids])),
    )
    expect(proposal.provisions.map(({ proposedIds }) => proposedIds)).toEqual(
      theirs.key_provisions.map(({ proposed_ids: ids }) => ids),
    )
  })
})
