import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Finding } from '../../core/finding.ts'
import type { Matrix } from '../../core/matrix.ts'
import { Refusal } from '../../core/refusal.ts'
import type { Subject } from '../../core/rendition/rendition.ts'
import { arbitraryMatrix } from '../../core/testing/arbitrary-matrix.ts'
import { activityWith, dutyWith, leaver, matrixOf, sampleMatrix } from '../../core/testing/sample-matrix.ts'
import { subjectOf } from '../../core/testing/sample-rendition.ts'
import { writeClientSsp } from './client-ssp.ts'
import { writeComponentDefinition } from './component-definition.ts'
import { writeProviderSsp } from './provider-ssp.ts'
import { checkOscalFiles } from './reference-rules/check-oscal.ts'
import { readTree, textIn } from './reference-rules/oscal-tree.ts'
import { schemaFaults, schemasAreThere } from './testing/schemas.ts'

const writers = [
  ['component definition', writeComponentDefinition, 'component'],
  ['provider’s plan', writeProviderSsp, 'ssp'],
  ['client’s plan', writeClientSsp, 'ssp'],
] as const

const soc: Matrix = {
  ...matrixOf(
    activityWith(
      dutyWith({ party: 'client', role: 'office manager', does: 'Send the notice' }),
      dutyWith({ role: 'service desk', does: 'Close the accounts' }),
      dutyWith({ party: 'night-soc', offering: 'monitoring', role: 'analyst', does: 'Watch for sign-ins' }),
      dutyWith({ party: 'unassigned', does: 'Tell the bank' }),
    ),
  ),
  offerings: [...sampleMatrix.offerings, { id: 'monitoring', by: 'night-soc' }],
}

function read(write: (subject: Subject) => Uint8Array, matrix: Matrix = sampleMatrix): unknown {
  return JSON.parse(new TextDecoder().decode(write(subjectOf(matrix))))
}

function treeOf(write: (subject: Subject) => Uint8Array, matrix?: Matrix) {
  return readTree(read(write, matrix))!
}

/** The client's plan is checked beside the one that it leans on. */
function findings(write: (subject: Subject) => Uint8Array, matrix: Matrix): readonly Finding[] {
  const leaning = write === writeClientSsp ? [read(writeProviderSsp, matrix)] : []
  return checkOscalFiles([read(write, matrix), ...leaning])[0]!.findings
}

describe.each(writers)('the %s', (_, write, model) => {
  test.skipIf(!schemasAreThere)('of any matrix is valid against NIST’s schema', () => {
    fc.assert(
      fc.property(arbitraryMatrix, (matrix) => {
        expect(schemaFaults(model, read(write, matrix))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  test('of any matrix has no broken reference', () => {
    fc.assert(
      fc.property(arbitraryMatrix, (matrix) => {
        expect(findings(write, matrix)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  test('is the same for the same matrix, whatever the order of its rows', () => {
    const turned = { ...sampleMatrix, activities: sampleMatrix.activities.toReversed() }
    const uuids = (matrix: Matrix) => [...treeOf(write, matrix).byUuid.keys()].toSorted()
    expect(write(subjectOf())).toEqual(write(subjectOf()))
    expect(uuids(turned)).toEqual(uuids(sampleMatrix))
  })

  test('never says that something is implemented', () => {
    const states = treeOf(write, soc)
      .of('implementation-status')
      .map((node) => textIn(node, 'state'))
    expect(new Set(states)).toEqual(new Set(model === 'component' ? [] : ['planned']))
  })

  test('carries the revision’s date, digest and signatures', () => {
    const signature = {
      name: 'Ada Sample',
      title: 'Owner',
      authority: 'binds the company',
      at: '2026-02-01T10:00:00Z',
      method: 'email-link' as const,
    }
    const digest = subjectOf().rendition.digest
    const signOff = {
      format: 'demarc/sign-off@1' as const,
      digest,
      effective: '2026-02-01',
      signatures: [
        { party: 'msp', ...signature },
        { party: 'client', ...signature },
      ],
    }
    const written = JSON.parse(
      new TextDecoder().decode(write(subjectOf(sampleMatrix, { signOff, date: '2026-02-01' }))),
    ) as unknown
    const [metadata] = readTree(written)!.of('metadata')
    expect(metadata!.value).toMatchObject({
      'last-modified': '2026-02-01T00:00:00Z',
      version: digest.slice(0, 12),
      actions: [
        { type: 'approval', remarks: 'Signed by Ada Sample, Owner (binds the company), by a link sent by e-mail.' },
        { type: 'approval' },
      ],
    })
    expect(
      checkOscalFiles(write === writeClientSsp ? [written, read(writeProviderSsp)] : [written])[0]!.findings,
    ).toEqual([])
    if (schemasAreThere) expect(schemaFaults(model, written)).toEqual([])
  })

  test('is refused where a side is missing', () => {
    const parties = sampleMatrix.parties.filter(({ id }) => id !== 'msp')
    expect(() => read(write, { ...sampleMatrix, parties })).toThrow(Refusal)
  })
})

test('what nobody has taken is a responsibility that nobody satisfies, and the check finds it', () => {
  const [provider, client] = checkOscalFiles([read(writeProviderSsp, soc), read(writeClientSsp, soc)])
  expect(provider!.findings.map(({ code }) => code)).toEqual(['responsibility-unmet', 'responsibility-unmet'])
  expect(client!.findings).toEqual([])
})

test('only a decision makes something not applicable, on both sides', () => {
  const decided: Matrix = {
    ...sampleMatrix,
    decisions: [
      {
        ref: 'sample:AC-3',
        kind: 'not-applicable',
        by: 'Renee Calder',
        date: '2026-01-10',
        reason: 'There are no visitors: the office has no public door.',
      },
    ],
  }
  for (const write of [writeProviderSsp, writeClientSsp]) {
    const tree = treeOf(write, decided)
    const away = tree.of('implementation-status').filter((node) => textIn(node, 'state') === 'not-applicable')
    expect(away).toHaveLength(1)
    expect(textIn(away[0]!.parent!.parent!, 'statement-id')).toBe('sample_AC-3_smt')
    expect(textIn(away[0]!.parent!.parent!, 'remarks')).toContain(
      'Decision: not applicable. Reason: There are no visitors: the office has no public door. Decided by Renee Calder on 2026-01-10.',
    )
  }
})

test('an open objective says so, and why', () => {
  const open = matrixOf({ ...leaver, duties: [dutyWith({ party: 'unassigned' })] })
  const [statement] = treeOf(writeClientSsp, open).of('statements')
  expect(statement!.value['props']).toMatchObject([
    { name: 'label', value: 'AC-1[a]' },
    { name: 'allocation', value: 'unassigned' },
    { name: 'allocation-status', value: 'open' },
    { name: 'open-because', value: 'untaken' },
  ])
  expect(textIn(statement!, 'remarks')).toContain('Nobody has taken this yet: Remove a leaver’s access')
})

test('work that is limited to a scope says to which', () => {
  const limited = matrixOf({ ...leaver, scopes: ['managed'] })
  const props = treeOf(writeClientSsp, limited).of('props')
  expect(props.find((node) => textIn(node, 'name') === 'only-in-scope')!.value).toMatchObject({
    value: 'managed',
    remarks: 'Systems that the MSP manages',
  })
})

test('roles whose words make the same token stay apart', () => {
  const twins = matrixOf(
    activityWith(
      dutyWith({ role: 'HR-lead' }),
      dutyWith({ role: 'hr lead', does: 'Sign the list' }),
      dutyWith({ role: '!!', does: 'Keep the list' }),
    ),
  )
  const roles = treeOf(writeProviderSsp, twins).of('roles')
  expect(roles.map((node) => textIn(node, 'title'))).toEqual([
    'Provider',
    'HR-lead (Sample IT LLC)',
    'hr lead (Sample IT LLC)',
    '!! (Sample IT LLC)',
  ])
  expect(new Set(roles.map((node) => textIn(node, 'id'))).size).toBe(4)
})
