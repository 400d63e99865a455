// The supported ceiling over the real CMMC Level 2: 110 when all is settled, -203 when nothing is, and the special cases of 32 CFR 170.24.
import { expect, test } from 'vitest'
import type { Activity } from '../src/core/activity.ts'
import { coverage } from '../src/core/coverage.ts'
import type { Decision } from '../src/core/decision.ts'
import { ceilings, departure, pointsByParty } from '../src/core/exposure.ts'
import { targetsInScope } from '../src/core/in-scope.ts'
import type { Matrix } from '../src/core/matrix.ts'
import { loadFramework } from '../src/library/frameworks.ts'

const cmmc = loadFramework('cmmc-l2')
const context = { frameworks: new Map([[cmmc.id, cmmc]]) }

const engagement: Omit<Matrix, 'activities'> = {
  format: 'demarc/matrix@1',
  id: 'machine-shop',
  title: 'Machine shop',
  frameworks: [{ id: 'cmmc-l2', assessed: 'client' }],
  scopes: [{ id: 'all', title: 'Everything in scope' }],
  parties: [
    { id: 'msp', kind: 'msp', legalName: 'Sample IT LLC' },
    { id: 'client', kind: 'client', legalName: 'Machine Shop Inc.' },
  ],
  offerings: [],
  agreement: {},
  parameters: {},
  review: {},
  decisions: [],
}

const targets = targetsInScope({ frameworks: engagement.frameworks }, context)

/** One sound activity a requirement; the MSP has those of these families. */
function matrixOf(left: readonly string[] = [], families: readonly string[] = []): Matrix {
  const activities = cmmc.requirements
    .filter(({ id }) => !left.includes(id))
    .map((requirement): Activity => {
      const party = families.includes(requirement.family) ? 'msp' : 'client'
      return {
        id: requirement.id.toLowerCase().replaceAll('.', '-'),
        title: `Record the settings of ${requirement.id}`,
        topic: requirement.family,
        covers: requirement.objectives.map(({ id }) => `cmmc-l2:${id}`),
        accountable: party,
        duties: [
          { party, does: 'Record the settings', timing: { every: '12 months' }, evidence: [{ what: 'signed record' }] },
        ],
      }
    })
  return { ...engagement, activities }
}

function ceiling(matrix: Matrix) {
  return ceilings(matrix, context).get('cmmc-l2')!
}

const partial = (ref: string): Decision => ({
  ref: `cmmc-l2:${ref}`,
  kind: 'partial-case',
  by: 'Dana Reyes',
  reason: 'Decided with the assessor on what is met today',
  date: '2026-02-01',
})

test('the framework is the real one', () => {
  expect([cmmc.requirements.length, targets.length]).toEqual([110, 320])
})

test.each<readonly [string, Matrix, number, boolean]>([
  ['everything is settled', matrixOf(), 110, false],
  ['nothing is', { ...engagement, activities: [] }, -203, true],
  ['multifactor authentication is open', matrixOf(['IA.L2-3.5.3']), 105, false],
  [
    'it is met for remote and privileged users only',
    { ...matrixOf(), decisions: [partial('IA.L2-3.5.3')] },
    107,
    false,
  ],
  [
    'it is open, but decided to be met for remote and privileged users',
    { ...matrixOf(['IA.L2-3.5.3']), decisions: [partial('IA.L2-3.5.3')] },
    107,
    false,
  ],
  ['cryptography is open', matrixOf(['SC.L2-3.13.11']), 105, false],
  ['cryptography is there, but not validated', { ...matrixOf(), decisions: [partial('SC.L2-3.13.11')] }, 107, false],
  [
    'both partial cases hold',
    { ...matrixOf(), decisions: [partial('IA.L2-3.5.3'), partial('SC.L2-3.13.11')] },
    104,
    false,
  ],
  [
    'a partial case is claimed where there is none',
    { ...matrixOf(['AC.L2-3.1.1']), decisions: [partial('AC.L2-3.1.1')] },
    105,
    false,
  ],
  ['the system security plan is open: no points, but no score either', matrixOf(['CA.L2-3.12.4']), 110, true],
  [
    'nothing is settled and both partial cases are met',
    { ...engagement, activities: [], decisions: [partial('IA.L2-3.5.3'), partial('SC.L2-3.13.11')] },
    -199,
    true,
  ],
  ['one requirement of one point is open', matrixOf(['AC.L2-3.1.3']), 109, false],
])('the ceiling when %s', (_, matrix, score, withheld) => {
  const found = ceiling(matrix)
  expect([found.score, found.withheld]).toEqual([score, withheld])
})

test('each requirement that is open costs its own weight, and no other’s', () => {
  for (const { id, attributes } of cmmc.requirements)
    expect(ceiling(matrixOf([id])).score).toBe(110 - (attributes.weight?.value ?? 0))
})

test('one open objective opens its requirement', () => {
  const [first, ...rest] = matrixOf().activities
  const matrix = { ...engagement, activities: [{ ...first!, covers: first!.covers.slice(1) }, ...rest] }
  expect(ceiling(matrix)).toMatchObject({ score: 105, lost: [{ requirement: { id: 'AC.L2-3.1.1' }, points: 5 }] })
})

test('the points that rest on each party are those of its requirements', () => {
  const matrix = matrixOf([], ['AC'])
  const held = pointsByParty(matrix, coverage(matrix, context), 'cmmc-l2')
  const access = cmmc.requirements
    .filter(({ family }) => family === 'AC')
    .reduce((sum, { attributes }) => sum + (attributes.weight?.value ?? 0), 0)
  expect(held).toEqual({ msp: access, client: 313 - access })
})

test('who leaves takes its points along, and orphans its objectives', () => {
  const matrix = matrixOf([], ['AC'])
  const left = departure(matrix, context, 'msp')
  expect(left.orphans).toEqual(targets.filter(({ requirement }) => requirement.family === 'AC').map(({ ref }) => ref))
  expect(ceiling(left.matrix).score).toBe(110 - pointsByParty(matrix, coverage(matrix, context), 'cmmc-l2')['msp']!)
  expect(ceiling(departure(left.matrix, context, 'client').matrix).score).toBe(-203)
})
