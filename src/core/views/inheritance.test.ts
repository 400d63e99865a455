import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accountableParties } from '../activity.ts'
import type { Activity } from '../activity.ts'
import { coverage } from '../coverage.ts'
import { isPerformed } from '../duty.ts'
import type { Duty } from '../duty.ts'
import type { Matrix } from '../matrix.ts'
import { arbitraryMatrix } from '../testing/arbitrary-matrix.ts'
import { dutyWith, matrixOf, sampleContext, sampleMatrix, visitorEscort } from '../testing/sample-matrix.ts'
import { twoFrameworks } from '../testing/trust-framework.ts'
import { inheritance } from './inheritance.ts'
import { servingActivities } from './serving.ts'

const msp = dutyWith({ does: 'Watch the door by camera' })
const unsold = { ...msp, offering: undefined, does: 'Keep the recordings of the door' }
const client = dutyWith({ party: 'client', offering: undefined, does: 'Walk with each visitor' })
const soc = dutyWith({ party: 'night-soc', offering: undefined, does: 'Watch the door at night' })
const promised = { ...soc, basis: { document: 'Night SOC responsibility matrix', version: '4' } }
const nobody: Duty = { party: 'unassigned', does: 'Keep the log' }
const handoff = 'The desk calls within 1 hour and the log closes the call the same day.'

function row(accountable: string, ...duties: readonly Duty[]): Activity {
  return { ...visitorEscort, accountable, duties, handoff }
}

function of(matrix: Matrix, id = 'AC-3') {
  const proof = coverage(matrix, sampleContext)
  const objective = proof.objectives.find(({ target }) => target.objective.id === id)!
  return inheritance(objective, { matrix, context: sampleContext, proof })
}

describe('what the assessed client inherits', () => {
  test.each([
    ['a provider does all of it and answers', row('msp', msp), 'Full', ['msp']],
    [
      'providers do all of it, one on the strength of its document',
      row('msp', msp, promised),
      'Full',
      ['msp', 'night-soc'],
    ],
    ['a provider does all of it, and the client answers', row('client', msp), 'Partial', ['msp']],
    ['both act', row('msp', msp, client), 'Partial', ['msp']],
    ['the client pays', row('msp', msp, { ...client, kind: 'pays' }), 'Partial', ['msp']],
    ['the client does it', row('client', client), 'None', []],
    ['a provider only pays', row('client', client, { ...msp, kind: 'pays' }), 'None', []],
    ['nothing shows that a provider took its part', row('night-soc', soc), 'None', []],
    ['one provider’s part is shown, another’s is not', row('msp', msp, soc), 'Partial', ['msp']],
    ['the MSP’s part is nothing that it sells', row('msp', unsold), 'None', []],
    ['the MSP’s part is its own', row('msp', { ...unsold, own: true }), 'Full', ['msp']],
    ['the MSP sells one part and not the other', row('msp', msp, unsold), 'Partial', ['msp']],
    ['another provider answers without doing anything', row('night-soc', msp), 'Partial', ['msp']],
    ['another provider does a part and answers', row('night-soc', msp, promised), 'Full', ['msp', 'night-soc']],
    ['a part is nobody’s', row('msp', msp, nobody), 'None', []],
    ['the offering is not contracted', row('msp', { ...msp, offering: 'backup' }), 'None', []],
    ['no evidence is named', row('msp', { ...msp, evidence: [] }), 'None', []],
    ['nobody covers it', { ...row('msp', msp), covers: [] }, 'None', []],
  ])('when %s', (_, activity, value, providers) => {
    const found = of(matrixOf(activity))
    expect([found.value, found.providers]).toEqual([value, providers])
  })

  test('the reason names each party with what it has in it', () => {
    const { because } = of(matrixOf(row('client', msp, soc, { ...client, kind: 'pays' })))
    expect(because).toBe(
      'Sample IT LLC does a part of it; Sample Dental PC pays for a part of it and answers for it; nothing in the matrix shows that Night SOC Inc. took its part on.',
    )
    expect(of(matrixOf(row('night-soc', msp, unsold))).because).toBe(
      'Sample IT LLC does a part of it; Night SOC Inc. answers for it; no offering delivers all that Sample IT LLC is to do.',
    )
    expect(of(matrixOf(row('msp', nobody))).because).toBe('Open (untaken): nothing is claimed until it is settled.')
  })

  test('one scope that the client keeps leaves a part', () => {
    const scopes = [...sampleMatrix.scopes, { id: 'plant', title: 'The plant' }]
    const here = { ...row('msp', msp), scopes: ['managed'] }
    const there = { ...row('client', client), id: 'plant-escort', scopes: ['plant'] }
    expect(of({ ...matrixOf(here, there), scopes }).value).toBe('Partial')
    expect(of({ ...matrixOf(here), scopes }).value).toBe('None')
  })

  test('a part or scope that was decided away leaves nothing to the client', () => {
    const scopes = [...sampleMatrix.scopes, { id: 'plant', title: 'The plant' }]
    const here = { ...row('msp', msp), scopes: ['managed'] }
    const there = { ...row('client', client), id: 'plant-escort', scopes: ['plant'] }
    const decision = { ref: 'sample:AC-3', by: 'Dana Reyes', reason: 'The plant has no visitors.', date: '2026-02-01' }
    const away = [{ ...decision, kind: 'not-applicable' as const, scope: 'plant' }]
    expect(of({ ...matrixOf(here, there), scopes, decisions: away }).value).toBe('Full')
    const whole = of({ ...matrixOf(here, there), scopes, decisions: [{ ...decision, kind: 'not-applicable' }] })
    expect(whole).toEqual({
      value: 'None',
      providers: [],
      because: 'Does not apply: The plant has no visitors (decided on 2026-02-01 by Dana Reyes).',
    })
  })

  test('a part that was decided away leaves nothing to the client either', () => {
    const parts = { 'sample:AC-3': ['the office', 'the plant'] }
    const office = { ...row('msp', msp), covers: [{ ref: 'sample:AC-3', part: 'the office' }] }
    const plant = { ...row('client', client), id: 'plant', covers: [{ ref: 'sample:AC-3', part: 'the plant' }] }
    const decision = { ref: 'sample:AC-3', part: 'the plant', kind: 'not-applicable' as const, by: 'Dana Reyes' }
    const decisions = [{ ...decision, reason: 'There is no plant.', date: '2026-02-01' }]
    expect(of({ ...matrixOf(office, plant), parts }).value).toBe('Partial')
    expect(of({ ...matrixOf(office, plant), parts, decisions }).value).toBe('Full')
  })

  test('a sister organization among the clients is no provider', () => {
    const sister = { id: 'sister', kind: 'client' as const, legalName: 'Sister Dental PC' }
    const matrix = matrixOf(row('sister', { ...client, party: 'sister', basis: { document: 'letter' } }))
    expect(of({ ...matrix, parties: [...matrix.parties, sister] }).value).toBe('None')
  })

  test('an assessed MSP inherits from its own providers and never from its client', () => {
    const assessed = [{ id: 'sample', edition: '1', assessed: 'msp' }]
    const inherited = (activity: Activity) => of({ ...matrixOf(activity), frameworks: assessed }).value
    expect(inherited(row('client', client))).toBe('None')
    expect(inherited(row('night-soc', promised))).toBe('Full')
    expect(inherited(row('msp', promised, msp))).toBe('Partial')
  })
})

test('nothing is inherited that is open or unproven, and nothing in full that the assessed party has a part in', () => {
  fc.assert(
    fc.property(arbitraryMatrix, (matrix) => {
      const proof = coverage(matrix, twoFrameworks)
      const projection = { matrix, context: twoFrameworks, proof }
      for (const objective of proof.objectives) {
        const { value, providers } = inheritance(objective, projection)
        const { assessed } = matrix.frameworks.find(({ id }) => id === objective.target.framework.id)!
        const serving = servingActivities(objective, projection)
        const duties = serving.flatMap((activity) => activity.duties)
        if (objective.status !== 'settled') expect(value).toBe('None')
        if (value === 'Full') expect(duties.every(({ party }) => party !== assessed && party !== 'client')).toBe(true)
        if (value === 'Full') expect(providers).toEqual(expect.arrayContaining(serving.flatMap(accountableParties)))
        expect(providers.length === 0).toBe(value === 'None')
        for (const party of providers)
          expect(
            duties.some(
              (duty) =>
                duty.party === party &&
                isPerformed(duty) &&
                (party === 'msp' ? (duty.offering ?? duty.own) : duty.basis),
            ),
          ).toBeTruthy()
      }
    }),
    { numRuns: 200 },
  )
})
