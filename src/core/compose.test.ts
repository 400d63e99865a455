import { expect, test } from 'vitest'
import type { Activity } from './activity.ts'
import { compose } from './compose.ts'
import { coverage } from './coverage.ts'
import { readDocument } from './matrix-document.ts'
import type { Engagement, Matrix } from './matrix.ts'
import { sampleEngagement, sampleTemplate } from './testing/sample-template.ts'
import { srmView } from './views/srm.ts'
import { twoFrameworks } from './testing/trust-framework.ts'

const composed = composeWith({})

function composeWith(change: Partial<Engagement>): Matrix {
  return compose({ ...sampleEngagement, ...change }, sampleTemplate, twoFrameworks)
}

function find(matrix: Matrix, id: string): Activity {
  const found = matrix.activities.find((activity) => activity.id === id)
  if (!found) throw new Error(`${id} is not among ${matrix.activities.map((activity) => activity.id).join(', ')}`)
  return found
}

function parties(matrix: Matrix, id: string): readonly string[] {
  return find(matrix, id).duties.map(({ party }) => party)
}

function without(offering: string): Engagement['offerings'] {
  return sampleEngagement.offerings.filter(({ id }) => id !== offering)
}

test('every activity that serves a chosen framework is there, by topic and id', () => {
  expect(composed.activities.map(({ topic, id }) => `${topic}/${id}`)).toEqual([
    'backup/restore-test',
    'governance/policy-approval',
    'identity/access-review',
    'identity/leaver-access-removal',
    'monitoring/night-watch',
    'physical/visitor-escort',
  ])
})

test('one that serves no chosen framework is not', () => {
  const matrix = composeWith({ frameworks: [{ id: 'trust', assessed: 'msp' }] })
  expect(matrix.activities.map(({ id }) => id)).toEqual(['night-watch'])
})

test('citations outside the chosen frameworks and categories are dropped, the others kept in their order', () => {
  expect(find(composed, 'night-watch').covers).toEqual(['trust:T1.1', 'sample:AC-3'])
  expect(
    find(
      composeWith({ frameworks: [{ id: 'trust', assessed: 'msp', categories: ['confidentiality'] }] }),
      'night-watch',
    ).covers,
  ).toEqual(['trust:T1.1', 'trust:T3.1'])
})

test('a citation that leads nowhere stays, for a check to find', () => {
  const typo = {
    ...sampleTemplate,
    activities: [{ ...sampleTemplate.activities[0]!, covers: ['sample:AC-99', 'nowhere:AC-1'] }],
  }
  expect(compose(sampleEngagement, typo, twoFrameworks).activities.map(({ covers }) => covers)).toEqual([
    ['sample:AC-99'],
  ])
})

test('the declared parts come along where they are cited, so that the matrix stands alone', () => {
  expect(composed.parts).toEqual({ 'trust:T2.1': ['restore tests', 'exercise'] })
  expect(composeWith({ frameworks: [{ id: 'sample', assessed: 'client' }] }).parts).toEqual({})
})

test('an edition is the framework’s own unless the engagement names one', () => {
  expect(composed.frameworks.map(({ id, edition }) => [id, edition])).toEqual([
    ['sample', '1'],
    ['trust', '2'],
  ])
  expect(
    composeWith({ frameworks: [{ id: 'sample', edition: '0.9', assessed: 'client' }] }).frameworks[0]?.edition,
  ).toBe('0.9')
})

test('the origin names the template and keeps a key to its words', () => {
  const { origin } = find(composed, 'visitor-escort')
  expect(origin).toMatchObject({
    template: 'sample-library',
    version: '1',
    wording: expect.stringMatching(/^[0-9a-f]{16}$/) as unknown,
  })
})

test('only the questions that are still asked are kept', () => {
  expect(Object.keys(find(composed, 'night-watch').placeholders ?? {})).toEqual(['night number'])
  expect(find(composeWith({ offerings: without('monitoring') }), 'night-watch').placeholders).toBeUndefined()
})

test('whoever delivers the offering has its duties and answers for them', () => {
  const offerings = [...without('monitoring'), { id: 'monitoring', by: 'night-soc' }]
  const watch = find(composeWith({ offerings }), 'night-watch')
  expect(watch.duties.map(({ party }) => party)).toEqual(['night-soc', 'client'])
  expect(watch.accountable).toBe('night-soc')
  expect(watch.duties[0]?.does).toBe('Examine each alert; Night SOC Inc. calls {night number}')
  expect(watch.duties[1]?.timing).toEqual({ within: '30 minutes', after: 'Night SOC Inc. calls' })
  expect(watch.handoff).toContain('Night SOC Inc.’s call opens the incident')
})

test('where the MSP keeps a duty of its own, its name stays', () => {
  const offerings = [...without('backup'), { id: 'backup', by: 'night-soc' }]
  const restore = find(composeWith({ offerings }), 'restore-test')
  expect(restore.duties.map(({ party }) => party)).toEqual(['night-soc', 'msp'])
  expect(restore.duties[0]?.does).toBe('Restore the file that the client names')
})

test('where nobody delivers, what the template says for that case takes over as a whole', () => {
  const watch = find(composeWith({ offerings: without('monitoring') }), 'night-watch')
  expect(watch).toMatchObject({
    accountable: 'client',
    duties: [{ party: 'client', does: 'Read the alerts of the night each morning' }],
  })
  expect(watch.handoff).toBeUndefined()
  expect(watch.withoutOffering).toBeUndefined()
})

test('so it does where the client delivers the offering itself', () => {
  const watch = find(
    composeWith({ offerings: [...without('monitoring'), { id: 'monitoring', by: 'client' }] }),
    'night-watch',
  )
  expect(watch).toMatchObject({
    accountable: 'client',
    duties: [{ party: 'client', does: 'Read the alerts of the night each morning' }],
  })
})

test('where the template has no case without it, the client that delivers the offering has the MSP’s duties', () => {
  expect(
    parties(composeWith({ offerings: [...without('help-desk'), { id: 'help-desk', by: 'client' }] }), 'access-review'),
  ).toEqual(['client', 'client'])
})

const basis = { document: 'Night SOC matrix', version: '3' }

test('what an outside provider’s promise rests on comes along with its duties', () => {
  const watch = find(
    composeWith({ offerings: [...without('monitoring'), { id: 'monitoring', by: 'night-soc', basis }] }),
    'night-watch',
  )
  expect(watch.duties.map((duty) => duty.basis)).toEqual([basis, undefined])
})

test('one provider that rests on two documents has an activity for each', () => {
  const offerings: Engagement['offerings'] = [
    ...without('monitoring'),
    { id: 'monitoring', by: 'night-soc', scopes: ['office'], basis },
    { id: 'monitoring', by: 'night-soc', scopes: ['plant'], basis: { document: 'Plant terms' } },
  ]
  const watches = composeWith({ offerings }).activities.filter(({ topic }) => topic === 'monitoring')
  expect(watches.map(({ scopes, duties }) => [scopes, duties[0]?.basis?.document])).toEqual([
    [['office'], 'Night SOC matrix'],
    [['plant'], 'Plant terms'],
  ])
})

test('where the template has no such case, the duty is nobody’s and the objective open', () => {
  const matrix = composeWith({ offerings: without('help-desk') })
  expect(parties(matrix, 'access-review')).toEqual(['unassigned', 'client'])
  expect(coverage(matrix, twoFrameworks).objectives.find(({ target }) => target.ref === 'sample:AC-2')).toMatchObject({
    status: 'open',
    reasons: ['untaken'],
  })
})

test('where nobody delivers, nobody answers either', () => {
  const matrix = composeWith({ offerings: without('backup') })
  expect(find(matrix, 'restore-test')).toMatchObject({
    accountable: 'unassigned',
    duties: [{ party: 'unassigned' }, { party: 'msp' }],
  })
})

test('a chosen variant replaces the division', () => {
  const restore = find(composeWith({ variants: { 'restore-test': 'hosted' } }), 'restore-test')
  expect(restore).toMatchObject({
    accountable: 'night-soc',
    duties: [{ party: 'night-soc', does: 'Restore the database' }],
  })
})

test('topics and activities stand in the order of the template, each topic under its heading', () => {
  const topics = [
    { id: 'physical', title: 'Doors', activities: [] },
    { id: 'identity', title: 'People', activities: ['leaver-access-removal', 'access-review'] },
    { id: 'nothing-here', title: 'Nothing', activities: [] },
  ]
  const matrix = compose(sampleEngagement, { ...sampleTemplate, topics }, twoFrameworks)
  expect(matrix.activities.map(({ topic, id }) => `${topic}/${id}`)).toEqual([
    'physical/visitor-escort',
    'identity/leaver-access-removal',
    'identity/access-review',
    'backup/restore-test',
    'governance/policy-approval',
    'monitoring/night-watch',
  ])
  expect(matrix.topics).toEqual([
    { id: 'physical', title: 'Doors' },
    { id: 'identity', title: 'People' },
  ])
  const { tables } = srmView({ matrix, context: twoFrameworks, proof: coverage(matrix, twoFrameworks) })
  expect(tables.map(({ title }) => title)).toEqual(['Doors', 'People', 'Backup', 'Governance', 'Monitoring'])
})

test('a variant of another activity changes nothing', () => {
  expect(composeWith({ variants: { 'night-watch': 'hosted' } }).activities).toEqual(composed.activities)
})

const coManaged: Engagement['offerings'] = [
  ...without('monitoring'),
  { id: 'monitoring', by: 'msp', scopes: ['office'] },
  { id: 'monitoring', by: 'night-soc', scopes: ['plant'] },
]

test('where different parties deliver in different scopes, each scope has its own activity', () => {
  const matrix = composeWith({ offerings: coManaged })
  const watches = matrix.activities.filter(({ topic }) => topic === 'monitoring')
  expect(watches.map(({ id, scopes, accountable }) => [id, scopes, accountable])).toEqual([
    ['night-watch--office', ['office'], 'msp'],
    ['night-watch--plant', ['plant'], 'night-soc'],
  ])
  expect(find(matrix, 'visitor-escort').scopes).toBeUndefined()
})

test('where it is delivered in one scope only, the other has the case without it', () => {
  const matrix = composeWith({ offerings: coManaged.slice(0, -1) })
  expect(parties(matrix, 'night-watch--office')).toEqual(['msp', 'client'])
  expect(parties(matrix, 'night-watch--plant')).toEqual(['client'])
})

test('scopes with the same deliverer share one activity', () => {
  const scopes = ['office', 'plant', 'ship'].map((id) => ({ id, title: `The ${id}` }))
  const offerings = [...coManaged, { id: 'monitoring', by: 'msp', scopes: ['ship'] }]
  expect(
    composeWith({ scopes, offerings })
      .activities.filter(({ topic }) => topic === 'monitoring')
      .map(({ scopes: limited }) => limited),
  ).toEqual([['office', 'ship'], ['plant']])
})

test('scopes whose names run together keep their activities apart', () => {
  const scopes = ['a', 'b-c', 'a-b', 'c'].map((id) => ({ id, title: id }))
  const offerings = [
    { id: 'monitoring', by: 'msp', scopes: ['a', 'b-c'] },
    { id: 'monitoring', by: 'night-soc', scopes: ['a-b', 'c'] },
  ]
  const ids = composeWith({ scopes, offerings }).activities.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

test('what is composed is a valid document, with the engagement as it was given', () => {
  const plain: unknown = JSON.parse(JSON.stringify(composeWith({ offerings: coManaged })))
  expect(readDocument(plain, twoFrameworks)).toMatchObject({
    ok: true,
    value: { kind: 'matrix', matrix: { title: sampleEngagement.title, parameters: sampleEngagement.parameters } },
  })
})
