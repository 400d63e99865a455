import { expect, test } from 'vitest'
import type { Duty } from '../../core/duty.ts'
import type { Matrix } from '../../core/matrix.ts'
import type { Subject } from '../../core/rendition/rendition.ts'
import { activityWith, dutyWith, matrixOf, sampleMatrix } from '../../core/testing/sample-matrix.ts'
import { subjectOf } from '../../core/testing/sample-rendition.ts'
import { providerSspFile, writeClientSsp } from './client-ssp.ts'
import { writeComponentDefinition } from './component-definition.ts'
import { writeProviderSsp } from './provider-ssp.ts'
import { readTree, textIn, within } from './reference-rules/oscal-tree.ts'

const basis = { document: 'Terms of Night SOC', version: '3' }
const watch = dutyWith({
  party: 'night-soc',
  offering: 'monitoring',
  role: 'analyst',
  does: 'Watch for sign-ins',
  evidence: [{ what: 'dated alert list' }],
  basis,
})
/** Settled, and the SOC's terms are cited. */
const tookOn: Matrix = {
  ...matrixOf(
    activityWith(
      dutyWith({ party: 'client', offering: undefined, role: 'office manager', does: 'Send the notice' }),
      dutyWith({ role: 'service desk', does: 'Close the accounts' }),
      watch,
    ),
  ),
  offerings: [...sampleMatrix.offerings, { id: 'monitoring', by: 'night-soc' }],
}

function treeOf(write: (subject: Subject) => Uint8Array, matrix: Matrix) {
  return readTree(JSON.parse(new TextDecoder().decode(write(subjectOf(matrix)))))!
}

function withDuty(change: Partial<Duty>): Matrix {
  const [activity] = tookOn.activities
  const duties = activity!.duties.map((duty) => (duty === watch ? { ...duty, ...change } : duty))
  return { ...tookOn, activities: [{ ...activity!, duties }] }
}

/** What the client's plan says of one party for the first objective. */
function sideOf(matrix: Matrix, title: string) {
  const tree = treeOf(writeClientSsp, matrix)
  const component = tree.of('components').find((node) => textIn(node, 'title') === title)
  const [statement] = tree.of('statements')
  return within(statement!, 'by-components').find(
    (node) => component !== undefined && textIn(node, 'component-uuid') === textIn(component, 'uuid'),
  )
}

test('the two plans lock into each other', () => {
  const provider = treeOf(writeProviderSsp, tookOn)
  const client = treeOf(writeClientSsp, tookOn)
  const uuids = (nodes: ReturnType<typeof provider.of>, field: string) =>
    new Set(nodes.map((node) => textIn(node, field)).filter((uuid) => uuid !== undefined))
  expect(uuids(client.of('inherited'), 'provided-uuid')).toEqual(uuids(provider.of('provided'), 'uuid'))
  const responsibilities = uuids(provider.of('responsibilities'), 'uuid')
  const satisfied = uuids(client.of('satisfied'), 'responsibility-uuid')
  expect(satisfied).toEqual(responsibilities)
  expect(client.of('rlinks').map((node) => textIn(node, 'href'))).toEqual([`./${providerSspFile(tookOn)}`])
})

test('a further provider is leveraged beside the MSP, without a plan that is not ours to name', () => {
  const client = treeOf(writeClientSsp, tookOn)
  expect(client.of('leveraged-authorizations').map((node) => textIn(node, 'title'))).toEqual([
    'Services of Sample IT LLC',
    'Services of Night SOC Inc.',
  ])
  const inherited = client.of('inherited').filter((node) => textIn(node, 'provided-uuid') === undefined)
  expect(new Set(inherited.map((node) => textIn(node, 'description')))).toEqual(
    new Set([
      'Remove a leaver’s access in the managed systems\n\n- analyst: Watch for sign-ins (within 24 hours after the notice)',
    ]),
  )
})

const night = 'Services of Night SOC Inc.'
const untold = 'Not inherited. Nothing in the matrix shows that Night SOC Inc. took this on.'

test.each<readonly [string, Matrix, string]>([
  ['whose promise rests on nothing', withDuty({ basis: undefined }), untold],
  [
    'whose offering nobody bought',
    { ...tookOn, offerings: sampleMatrix.offerings },
    'Not inherited. Open (untaken): nothing is claimed until it is settled.',
  ],
  ['in an open objective', withDuty({ evidence: [] }), 'Not inherited. Open (no-evidence)'],
  [
    'of a framework that another is assessed by',
    { ...tookOn, frameworks: [{ id: 'sample', edition: '1', assessed: 'msp' }] },
    'Not inherited. This is assessed at Sample IT LLC.',
  ],
])('nothing is inherited from a party %s, and its words stay', (_, matrix, because) => {
  const side = sideOf(matrix, night)!
  expect(textIn(side, 'description')).toContain(because)
  expect(textIn(side, 'description')).toContain('- analyst: Watch for sign-ins')
  expect(textIn(side, 'description')).toContain('- offering: monitoring')
  for (const field of ['inherited', 'satisfied', 'props']) expect(within(side, field)).toEqual([])
  expect(treeOf(writeClientSsp, matrix).of('leveraged-authorizations')).toHaveLength(1)
})

test('of one party’s parts only those are inherited that it took on', () => {
  const second = { ...watch, does: 'Call the office manager', basis: undefined }
  const [activity] = tookOn.activities
  const matrix = { ...tookOn, activities: [{ ...activity!, duties: [...activity!.duties, second] }] }
  const side = sideOf(matrix, night)!
  expect(within(side, 'inherited').map((node) => textIn(node, 'description'))).toEqual([
    expect.not.stringContaining('Call the office manager'),
  ])
  expect(textIn(side, 'description')).toMatch(
    /^What is inherited from Night SOC Inc\.\n\nNot inherited\. Nothing .* took this on\.\n\n[^]*Call the office manager/,
  )
})

test('who only pays has no component, and the statement tells it', () => {
  const matrix = withDuty({ kind: 'pays', does: 'The alarm line' })
  expect(sideOf(matrix, night)).toBeUndefined()
  const [statement] = treeOf(writeClientSsp, matrix).of('statements')
  expect(textIn(statement!, 'remarks')).toContain('Night SOC Inc. only pays for this:')
  expect(textIn(statement!, 'remarks')).toContain('Pays: The alarm line')
})

test('what the MSP has not sold is provided by nobody, inherited by nobody, and told to the MSP', () => {
  const matrix: Matrix = { ...tookOn, offerings: tookOn.offerings.filter(({ by }) => by !== 'msp') }
  const provider = treeOf(writeProviderSsp, matrix)
  const [own] = provider.of('by-components')
  expect(provider.of('provided')).toEqual([])
  expect(textIn(own!, 'description')).toContain('Not provided: Sample IT LLC is not contracted to deliver this:')
  expect(textIn(own!, 'description')).toContain('service desk: Close the accounts')
  expect(within(sideOf(matrix, 'Services of Sample IT LLC')!, 'inherited')).toEqual([])
  const [statement] = treeOf(writeComponentDefinition, matrix).of('statements')
  expect(textIn(statement!, 'description')).toMatch(/^Not provided: Sample IT LLC is not contracted/)
})
