import { describe, expect, test } from 'vitest'
import { coverage } from './coverage.ts'
import type { Matrix } from './matrix.ts'
import { Refusal } from './refusal.ts'
import { takeDuty } from './take-duty.ts'
import type { Taking } from './take-duty.ts'
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

describe('refuses', () => {
  test.each<readonly [string, string, Taking, string]>([
    ['an activity that is not there', 'visitor-escrt', { party: 'msp' }, 'visitor-escort'],
    ['a party that is not there', visitorEscort.id, { party: 'mps' }, 'msp'],
    ['an accountable party that is not there', visitorEscort.id, { party: 'msp', accountable: 'x' }, 'no party'],
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
