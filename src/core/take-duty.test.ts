import { describe, expect, test } from 'vitest'
import { coverage } from './coverage.ts'
import type { Matrix } from './matrix.ts'
import { Refusal } from './refusal.ts'
import { takeDuty } from './take-duty.ts'
import type { Taking } from './take-duty.ts'
import { leftUnsaid, leftWith } from './wording/left-to-others.ts'
import { sampleContext, sampleMatrix, visitorEscort } from './testing/sample-matrix.ts'

const open = { ...visitorEscort.duties[0]!, party: 'unassigned' }
const matrix: Matrix = {
  ...sampleMatrix,
  activities: sampleMatrix.activities.map((one) => (one.id === visitorEscort.id ? { ...one, duties: [open] } : one)),
}

function duties(taking: Taking) {
  return takeDuty(matrix, visitorEscort.id, taking).activities.find(({ id }) => id === visitorEscort.id)!.duties
}

test('an open duty becomes the party’s, as it stands, and closes its objectives', () => {
  const taken = takeDuty(matrix, visitorEscort.id, { party: 'client' })
  expect(taken).toEqual(sampleMatrix)
  const openIn = (one: Matrix) => coverage(one, sampleContext).objectives.filter(({ status }) => status === 'open')
  expect(openIn(matrix)).not.toEqual([])
  expect(openIn(taken)).toEqual([])
})

test('what the party does not take is open for the next', () => {
  const [own, rest] = duties({
    party: 'msp',
    does: 'Keep the log',
    leaves: 'Walk with each visitor',
    evidence: ['log'],
  })
  expect(own).toMatchObject({ party: 'msp', does: 'Keep the log', evidence: [...open.evidence!, { what: 'log' }] })
  expect(rest).toEqual({ party: 'unassigned', kind: 'does', does: 'Walk with each visitor' })
})

test('the other activities stay what they are', () => {
  const taken = takeDuty(matrix, visitorEscort.id, { party: 'msp', accountable: 'client', handoff: 'At the door' })
  expect(taken.activities.filter(({ id }) => id !== visitorEscort.id)).toEqual(
    matrix.activities.filter(({ id }) => id !== visitorEscort.id),
  )
  expect(taken.activities.find(({ id }) => id === visitorEscort.id)).toMatchObject({
    accountable: 'client',
    handoff: 'At the door',
  })
})

const left = { party: 'unassigned', kind: 'does', source: 'Cloud CRM, at CRM!C5' } as const
const unsaid = leftUnsaid({ to: 'the customer', by: 'Cloud Inc.' }, 'the document says that it is shared')
const said = leftWith({ to: 'the customer', by: 'Cloud Inc.', of: ' for PE-2' }, '“Name who may visit”')

/** The sample with the cloud, which sells one offering, and one row that has this open duty. */
function leaving(does: string): Matrix {
  return {
    ...sampleMatrix,
    parties: [...sampleMatrix.parties, { id: 'cloud', kind: 'provider', legalName: 'Cloud Inc.' }],
    offerings: [...sampleMatrix.offerings, { id: 'hosting', by: 'cloud' }],
    activities: sampleMatrix.activities.map((one) =>
      one.id === visitorEscort.id ? { ...one, duties: [{ ...left, does }], reviewed } : one,
    ),
  }
}

const reviewed = { by: 'Dana Reyes: read with the vendor', date: '2026-05-01' }

test('what a document leaves without saying what it is is taken in words of its own only', () => {
  for (const does of [undefined, unsaid])
    expect(() => takeDuty(leaving(unsaid), visitorEscort.id, { party: 'client', ...(does && { does }) })).toThrow(
      '--does',
    )
  const bound = leaving(unsaid)
  const evidence = ['visitor log']
  const taken = takeDuty(bound, visitorEscort.id, { party: 'client', does: 'Walk with each visitor', evidence })
  expect(coverage(taken, sampleContext).objectives.filter(({ status }) => status === 'open')).toEqual([])
})

test('a matrix in which somebody has such a duty is not settled', () => {
  const bound = leaving(unsaid)
  const activities = bound.activities.map((one) => ({
    ...one,
    duties: one.duties.map((duty) => ({ ...duty, party: 'client', evidence: [{ what: 'visitor log' }] })),
  }))
  const escort = coverage({ ...bound, activities }, sampleContext).objectives.find(
    ({ target }) => target.ref === 'sample:AC-3',
  )
  expect(escort).toMatchObject({ status: 'open', reasons: ['vague'] })
})

test('what a party’s own document leaves to others is not that party’s, unless somebody says why', () => {
  const bound = leaving(said)
  expect(() => takeDuty(bound, visitorEscort.id, { party: 'cloud' })).toThrow('Cloud Inc.’s own document leaves this')
  const record = { by: 'Lee Park', reason: 'agreed in the order form', date: '2026-06-01' }
  const taken = takeDuty(bound, visitorEscort.id, { party: 'cloud', offering: 'hosting', record })
  expect(taken.activities.find(({ id }) => id === visitorEscort.id)).toMatchObject({
    duties: [{ party: 'cloud', offering: 'hosting' }],
    reviewed: {
      by: 'Dana Reyes: read with the vendor (2026-05-01); taken for cloud by Lee Park: agreed in the order form',
      date: '2026-06-01',
    },
  })
  expect(
    takeDuty(bound, visitorEscort.id, { party: 'msp' }).activities.find(({ id }) => id === visitorEscort.id),
  ).toMatchObject({
    duties: [{ party: 'msp' }],
    reviewed,
  })
})

test('an offering that the party does not deliver is refused', () => {
  expect(() => takeDuty(leaving(said), visitorEscort.id, { party: 'msp', offering: 'hosting' })).toThrow(
    'msp delivers no offering "hosting"',
  )
})

describe('refuses', () => {
  test.each<readonly [string, string, Taking, string]>([
    ['an activity that is not there', 'visitor-escrt', { party: 'msp' }, 'visitor-escort'],
    ['a party that is not there', visitorEscort.id, { party: 'mps' }, 'msp'],
    ['an accountable party that is not there', visitorEscort.id, { party: 'msp', accountable: 'x' }, 'no party'],
    [
      'to leave the very words that are taken',
      visitorEscort.id,
      { party: 'msp', does: 'Walk with visitors', leaves: 'Walk with visitors.' },
      '--leaves says what is taken',
    ],
    ['a duty beyond the last', visitorEscort.id, { party: 'msp', duty: 2 }, 'no duty 2'],
    ['an activity whose duties are all taken', 'access-review', { party: 'msp' }, 'somebody has every duty'],
  ])('%s', (_, id, taking, message) => {
    expect(() => takeDuty(matrix, id, taking)).toThrow(message)
  })

  test('to choose among several open duties, and lists them', () => {
    const two = { ...matrix, activities: [{ ...visitorEscort, duties: [open, { ...open, does: 'Close the gate' }] }] }
    const refusal = refusalOf(() => takeDuty(two, visitorEscort.id, { party: 'msp' }))
    expect(refusal.issues.map(({ at }) => at)).toEqual(['--duty 1', '--duty 2'])
    const taken = takeDuty(two, visitorEscort.id, { party: 'msp', duty: 2 })
    expect(taken.activities[0]!.duties.map(({ party }) => party)).toEqual(['unassigned', 'msp'])
  })
})

function refusalOf(deed: () => unknown): Refusal {
  try {
    deed()
  } catch (error) {
    if (error instanceof Refusal) return error
  }
  throw new Error('nothing was refused')
}
