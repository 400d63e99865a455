import { expect, test } from 'vitest'
import type { Activity } from '../activity.ts'
import { coverage } from '../coverage.ts'
import { accessReview, leaver, matrixOf, sampleContext, sampleMatrix } from '../testing/sample-matrix.ts'
import { checkTwoAccountables } from './two-accountables.ts'

const twin: Activity = { ...leaver, id: 'mover-access-change', title: 'Change a mover’s access', accountable: 'msp' }
const part = { ref: 'sample:AC-2', part: 'the MSP’s systems' }
const twoScopes = [
  { id: 'managed', title: 'Managed' },
  { id: 'unmanaged', title: 'Unmanaged' },
]

test.each<[string, readonly Activity[], string]>([
  ['one activity names two', [{ ...leaver, accountable: ['client', 'msp'] }], leaver.id],
  ['one activity names three', [{ ...leaver, accountable: ['client', 'msp', 'night-soc'] }], leaver.id],
  ['two activities serve the same objectives', [leaver, twin], twin.id],
  [
    'two serve the same part',
    [
      { ...leaver, covers: [part] },
      { ...twin, covers: [part] },
    ],
    twin.id,
  ],
  [
    'they share one scope of several',
    [
      { ...leaver, scopes: ['managed', 'unmanaged'] },
      { ...twin, scopes: ['managed'] },
    ],
    twin.id,
  ],
  ['one holds in every scope', [leaver, { ...twin, scopes: ['managed'] }], twin.id],
  ['they share one objective of two', [leaver, { ...twin, covers: ['sample:AC-1[b]'] }], twin.id],
])('an error when %s', (_, activities, place) => {
  expect(checkTwoAccountables({ ...matrixOf(...activities), scopes: twoScopes })).toMatchObject([
    { code: 'two-accountables', severity: 'error', activity: place, at: `activities.${place}.accountable` },
  ])
})

test('names both activities, both parties and the objectives', () => {
  const [finding] = checkTwoAccountables(matrixOf(leaver, twin))
  expect(finding?.message).toBe(
    '"Change a mover’s access" and "Remove a leaver’s access in the managed systems" both serve sample:AC-1[a] and sample:AC-1[b], and the MSP answers in the one, the client in the other. Let one party answer for both, or give each activity its own part.',
  )
})

test.each<[string, readonly Activity[]]>([
  ['the sample', sampleMatrix.activities],
  ['two activities have the same accountable party', [leaver, { ...twin, accountable: 'client' }]],
  [
    'they serve different parts',
    [
      { ...leaver, covers: [part] },
      { ...twin, covers: [{ ...part, part: 'the client’s systems' }] },
    ],
  ],
  [
    'one serves the whole and one a part',
    [
      { ...leaver, covers: ['sample:AC-2'] },
      { ...twin, covers: [part] },
    ],
  ],
  [
    'they act in different scopes',
    [
      { ...leaver, scopes: ['managed'] },
      { ...twin, scopes: ['unmanaged'] },
    ],
  ],
  ['they serve different objectives', [leaver, { ...accessReview, accountable: 'msp' }]],
  ['one has nobody accountable', [leaver, { ...twin, accountable: [] }]],
])('nothing when %s', (_, activities) => {
  expect(checkTwoAccountables({ ...matrixOf(...activities), scopes: twoScopes })).toEqual([])
})

test('agrees with the gap proof on whether anybody rivals', () => {
  for (const activities of [
    [leaver, twin],
    [leaver, { ...twin, accountable: 'client' }],
    [{ ...leaver, scopes: ['managed'] }, twin],
  ]) {
    const matrix = matrixOf(...activities)
    const proven = coverage(matrix, sampleContext).objectives.some(({ reasons }) => reasons.includes('two-hold-it'))
    expect(checkTwoAccountables(matrix).length > 0).toBe(proven)
  }
})
