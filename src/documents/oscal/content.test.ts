// What each OSCAL document carries, proven by words planted in every place of a matrix.
import { describe, expect, test } from 'vitest'
import type { Activity } from '../../core/activity.ts'
import type { Duty } from '../../core/duty.ts'
import type { Matrix } from '../../core/matrix.ts'
import { allContent } from '../../core/rendition/content.ts'
import type { Content } from '../../core/rendition/content.ts'
import { leaver, sampleMatrix } from '../../core/testing/sample-matrix.ts'
import { subjectOf } from '../../core/testing/sample-rendition.ts'
import { propertyNamespace } from './property.ts'
import { clientSspWriter, componentWriter, providerSspWriter } from './oscal.ts'

function propText(name: string, value: string): string {
  return JSON.stringify({ name, ns: propertyNamespace, value }).slice(0, -1)
}

function compact(bytes: Uint8Array): string {
  return JSON.stringify(JSON.parse(new TextDecoder().decode(bytes)))
}

const planted = new Map<Content, string[]>()

/** A word that stands nowhere else. */
function plant(kind: Content, word = `planted${[...planted.values()].flat().length}end`): string {
  planted.set(kind, [...(planted.get(kind) ?? []), word])
  return word
}

function duty(party: string, offering?: string): Duty {
  return {
    party,
    ...(offering === undefined ? {} : { offering }),
    does: plant('duties'),
    role: plant('roles'),
    interviewee: plant('interviewees'),
    timing: { within: plant('clocks'), after: plant('clocks') },
    source: plant('sources'),
    basis: {
      claim: plant('claims'),
      document: plant('bases'),
      version: plant('bases'),
      date: '2026-03-04',
      place: plant('bases'),
    },
    evidence: [
      {
        what: plant('evidence'),
        from: plant('evidence'),
        keptAt: plant('evidence places'),
        lastSeen: '2026-05-06',
        sha256: plant('evidence places', `${planted.size}`.padEnd(64, 'f')),
      },
    ],
  }
}

function alternative() {
  return {
    accountable: 'client',
    duties: [{ party: 'client', does: plant('alternatives') }],
    handoff: plant('alternatives'),
  }
}

function activity(covers: Activity['covers'], duties: readonly Duty[], accountable: string): Activity {
  return {
    ...leaver,
    id: plant('identifiers'),
    covers,
    accountable,
    duties,
    handoff: `${plant('handoffs')} {planted question}`,
    placeholders: { 'planted question': { ask: plant('questions'), example: plant('suggested answers') } },
    appliesWhen: plant('conditions'),
    withoutOffering: alternative(),
    withoutOne: { 'help-desk': alternative() },
    variants: [{ id: 'other', when: plant('alternatives'), ...alternative() }],
    notApplicable: [
      { refs: ['sample:AC-1[a]'], because: plant('exemptions'), evidence: [{ what: plant('exemptions') }] },
    ],
    trap: plant('traps'),
    origin: { template: plant('origins'), version: plant('origins') },
    reviewed: { by: plant('readings'), date: '2026-01-01' },
  }
}

const part = plant('parts')
for (const id of ['AC-1[a]', 'AC-2', 'DOC-1']) plant('citations', propText('label', id))
for (const party of ['night-soc', 'day-soc']) plant('accountable', propText('accountable', party))

const matrix: Matrix = {
  ...sampleMatrix,
  title: plant('title'),
  scopes: [{ id: 'managed', title: plant('scopes') }],
  parties: [...sampleMatrix.parties, { id: 'day-soc', kind: 'provider' as const }].map((party) => ({
    ...party,
    legalName: plant('parties'),
    class: plant('parties'),
    holds: [plant('parties')],
    because: plant('parties'),
  })),
  offerings: [
    { id: plant('offerings'), by: 'msp', scopes: ['managed'] },
    { id: plant('offerings'), by: 'night-soc', basis: { document: plant('bases') } },
  ],
  agreement: {
    title: plant('agreement'),
    reference: plant('agreement'),
    boundary: plant('agreement'),
    ssp: plant('agreement'),
    effective: plant('agreement', '2025-12-13'),
  },
  review: { every: plant('review'), last: plant('review', '2025-12-14'), next: plant('review', '2025-12-15') },
  parameters: { 'planted question': plant('answers') },
  situations: [plant('situations')],
  parts: { 'sample:AC-2': [part] },
  decisions: [
    {
      ref: 'sample:AC-1',
      kind: 'accepted-risk',
      by: plant('decisions'),
      reason: `${plant('decisions')} is why the safe stays`,
      date: plant('decisions', '2025-12-16'),
      basis: plant('decisions'),
    },
    { ref: 'sample:AC-2', kind: 'partial-case', reason: plant('decisions') },
    { ref: 'sample:DOC-1', kind: 'not-applicable', reason: plant('decisions') },
  ],
  activities: [
    activity(
      ['sample:AC-1[a]'],
      [duty('msp', 'help-desk'), duty('client'), duty('night-soc'), duty('unassigned')],
      'night-soc',
    ),
    activity([{ ref: 'sample:AC-2', part }], [duty('client')], 'day-soc'),
    activity(['sample:DOC-1'], [duty('msp')], 'msp'),
  ],
}

/** What a component definition is about. */
const ofTheMsp = {
  ...matrix,
  activities: matrix.activities.filter(({ duties }) => duties.some(({ party }) => party === 'msp')),
}

const internal: readonly Content[] = ['traps', 'evidence places', 'origins', 'readings', 'exemptions', 'alternatives']

describe.each([
  ['component definition', componentWriter],
  ['provider’s plan', providerSspWriter],
  ['client’s plan', clientSspWriter],
] as const)('the %s', (_, writer) => {
  const { carries, only, write } = writer.whole!
  const meant = only === undefined ? matrix : ofTheMsp
  const written = write(subjectOf(matrix)).then(compact)

  test.each(allContent)('says truly whether it carries %s', async (kind) => {
    const words = planted.get(kind)!
    const text = await written
    const missing = words.filter((word) => !text.includes(word))
    const asked = JSON.stringify(meant)
    if (carries.includes(kind)) expect(missing.filter((word) => asked.includes(word))).toEqual([])
    else expect(missing).not.toEqual([])
  })
})

describe.each([
  ['component definition', componentWriter],
  ['client’s plan', clientSspWriter],
] as const)('the %s, which others get', (_, writer) => {
  test.each(internal)('holds none of the %s', async (kind) => {
    const text = compact(await writer.whole!.write(subjectOf(matrix)))
    expect(planted.get(kind)!.filter((word) => text.includes(word))).toEqual([])
  })
})

test('the provider’s internal words stand outside what it exports', async () => {
  const plan = JSON.parse(new TextDecoder().decode(await providerSspWriter.whole!.write(subjectOf(matrix)))) as unknown
  const exported: string[] = []
  JSON.stringify(plan, (key, value: unknown) => {
    if (key === 'export') exported.push(JSON.stringify(value))
    return value
  })
  expect(exported.length).toBeGreaterThan(0)
  for (const kind of internal)
    expect(planted.get(kind)!.filter((word) => exported.some((text) => text.includes(word)))).toEqual([])
})
