import { describe, expect, test } from 'vitest'
import { sharedOscal, schemasAreThere } from '../../oscal/testing/schemas.ts'
import { readSecurityPlan } from './oscal-plan.ts'
import { away, cloud, exporting, origination, planOf, system, uuid } from './testing/plans.ts'

const provided = { uuid: uuid(10), description: 'The provider patches the hosts.' }
const left = { uuid: uuid(11), 'provided-uuid': uuid(10), description: 'Patch your guests.' }
const inherited = { 'component-uuid': cloud, uuid: uuid(71), inherited: [{ uuid: uuid(12), description: 'Guards.' }] }
const satisfied = { 'component-uuid': system, uuid: uuid(72), satisfied: [{ uuid: uuid(13), description: 'Badges.' }] }

/** One statement of one control. */
function withStatement(statement: object, more: object = {}) {
  return readSecurityPlan(
    planOf({
      uuid: uuid(80),
      'control-id': 'ac-2',
      ...more,
      statements: [{ 'statement-id': 'ac-2_smt.a', ...statement }],
    }),
  )!
}

const by = (...parts: readonly object[]) => ({ 'by-components': parts })

describe('a statement is owned as its by-components divide it', () => {
  test.each([
    ['provided alone: the provider', [exporting([provided], [])], ['provider']],
    ['provided, with something left to the customer: shared', [exporting([provided], [left])], ['shared']],
    [
      'only left to the customer: the client',
      [exporting([], [{ uuid: uuid(11), description: 'All of it.' }])],
      ['client'],
    ],
    ['inherited alone: a provider', [inherited], ['provider']],
    ['inherited, and satisfied by the owner: shared', [inherited, satisfied], ['shared', 'shared']],
    ['satisfied alone by an owner who leans on others: the client', [satisfied], ['client']],
    [
      'called inherited, with a part that the owner satisfies: shared',
      [{ ...inherited, satisfied: satisfied.satisfied, props: origination('inherited') }],
      ['shared', 'shared'],
    ],
    [
      'inherited, beside a by-component that only tells how: shared',
      [inherited, { 'component-uuid': system, uuid: uuid(73), description: 'We watch the door.' }],
      ['shared', 'shared'],
    ],
    [
      'inherited, beside what the owner plans to do: shared',
      [inherited, { ...satisfied, 'implementation-status': { state: 'planned' } }],
      ['shared', 'shared'],
    ],
    [
      'told, without a word of whose it is: unclear',
      [{ 'component-uuid': system, description: 'We do.' }],
      ['unclear'],
    ],
    [
      'FedRAMP’s service provider',
      [{ 'component-uuid': system, description: 'We do.', props: origination('sp-system', 'sp-corporate') }],
      ['provider'],
    ],
    [
      'FedRAMP’s customer',
      [{ 'component-uuid': system, description: 'You do.', props: origination('customer-configured') }],
      ['client'],
    ],
    [
      'provider and customer by their words: shared',
      [{ 'component-uuid': system, description: 'Both.', props: origination('sp-system', 'customer-provided') }],
      ['shared'],
    ],
    [
      'not applicable by its status',
      [{ 'component-uuid': system, description: 'None.', 'implementation-status': { state: 'not-applicable' } }],
      ['not-applicable'],
    ],
  ] as const)('%s', (_, parts, owners) => {
    const { statements, issues } = withStatement(by(...parts))
    expect(statements.map(({ ownership }) => ownership)).toEqual(owners)
    expect(issues).toEqual([])
  })
})

describe('what contradicts itself stays unclear, and is told by place', () => {
  const at = 'control-implementation.implemented-requirements[0] (ac-2).statements[0] (ac-2_smt.a)'
  test.each([
    ['an unknown word', { props: origination('sp-magic'), ...by(inherited) }, `${at}.props[0] (control-origination)`],
    [
      'a customer whom the origination leaves out',
      by(exporting([provided], [left], { props: origination('sp-system') })),
      at,
    ],
    [
      'a provider’s part that is planned',
      by(exporting([provided], [], { 'implementation-status': { state: 'planned' } })),
      at,
    ],
    [
      'what is inherited and in place in part',
      by({ ...inherited, 'implementation-status': { state: 'partial' } }, satisfied),
      at,
    ],
    [
      'a provider’s statement that is planned as a whole',
      { props: [...origination('sp-system'), { name: 'implementation-status', value: 'planned' }] },
      at,
    ],
    ['work where nothing applies', by(exporting([provided], [], { props: [away] })), at],
    [
      'one component, two stories',
      by(
        { 'component-uuid': system, description: 'We do.', props: origination('sp-system') },
        { 'component-uuid': system, description: 'You do.', props: origination('customer-provided') },
      ),
      at,
    ],
    [
      'one component away, the other not',
      by({ 'component-uuid': system, description: 'None.', props: [away] }, inherited),
      at,
    ],
  ] as const)('%s', (_, statement, place) => {
    const { statements, issues } = withStatement(statement)
    expect(new Set(statements.map(({ ownership }) => ownership))).toEqual(new Set(['unclear']))
    expect(issues.map((issue) => issue.at)).toEqual([place])
  })

  test('a responsibility for something that nobody provides', () => {
    const stray = { ...left, uuid: uuid(14), 'provided-uuid': uuid(404), description: 'Lock up.' }
    const { statements, issues } = withStatement(by(exporting([provided], [left, stray])))
    expect(statements).toMatchObject([
      { ownership: 'shared', customerMust: 'Patch your guests.' },
      { ownership: 'unclear', customerMust: 'Lock up.' },
    ])
    expect(issues.map((issue) => issue.at)).toEqual([`${at}.by-components[0].export.responsibilities[1]`])
  })

  test('a requirement that gives the customer a part which none of its statements has', () => {
    const { statements, issues } = withStatement(by(exporting([provided], [])), {
      props: origination('sp-system', 'customer-configured'),
    })
    expect(statements.map(({ ownership }) => ownership)).toEqual(['unclear'])
    expect(issues).toHaveLength(1)
  })

  test('a requirement that leaves out the customer whom a statement names', () => {
    const { statements, issues } = withStatement(by(exporting([provided], [left])), { props: origination('sp-system') })
    expect(statements.map(({ ownership }) => ownership)).toEqual(['unclear'])
    expect(issues).toHaveLength(1)
  })
})

test('what is said of the requirement is said of it, with the words of its silent statements', () => {
  const { statements } = withStatement(by({ 'component-uuid': system, description: 'We do.' }), {
    props: origination('sp-corporate', 'customer-configured'),
  })
  expect(statements).toEqual([
    {
      at: 'control-implementation.implemented-requirements[0] (ac-2)',
      id: 'ac-2',
      ownership: 'shared',
      text: 'ac-2_smt.a: We do.',
    },
  ])
})

test('several responsibilities of one thing provided stand in one, a line each; each thing provided by itself', () => {
  const second = { uuid: uuid(15), description: 'The provider keeps the logs.' }
  const more = { uuid: uuid(16), 'provided-uuid': uuid(10), description: 'Restart them.' }
  const { statements } = withStatement(by(exporting([provided, second], [left, more])))
  expect(statements.map(({ text, customerMust }) => [text, customerMust])).toEqual([
    ['The provider patches the hosts.', 'Patch your guests.\nRestart them.'],
    ['The provider keeps the logs.', undefined],
  ])
})

test('what is inherited names its provider and its system', () => {
  const [first, second] = withStatement(by(inherited, satisfied)).statements
  expect(first).toMatchObject({ party: 'Awesome Cloud', service: 'Awesome Cloud IaaS', text: 'Guards.' })
  expect(second).not.toHaveProperty('party')
})

test('what is inherited through a component inside the system is from nobody who is named', () => {
  const value = planOf({ 'control-id': 'ac-2', 'by-components': [{ ...inherited, 'component-uuid': uuid(3) }] })
  const plan = value['system-security-plan'] as { 'system-implementation': { components: object[] } }
  const appliance = { uuid: uuid(3), type: 'appliance', title: 'Box', props: [{ name: 'virtual', value: 'yes' }] }
  plan['system-implementation'].components.push(appliance)
  const { statements, issues } = readSecurityPlan(value)!
  expect(statements).toEqual([expect.not.objectContaining({ party: expect.anything() as unknown })])
  expect(issues).toHaveLength(1)
})

test('a customer who calls its vendor the provider keeps its own part', () => {
  const vendor = { 'component-uuid': cloud, description: 'x', props: [{ name: 'responsibility', value: 'provider' }] }
  const { statements } = withStatement(by(vendor, satisfied))
  expect(new Set(statements.map(({ ownership }) => ownership))).toEqual(new Set(['shared']))
})

test('a statement that says nothing at all gives nothing', () => {
  expect(withStatement({ remarks: 'N/A' }).statements).toEqual([])
})

test('FedRAMP’s inherited requirement finds its leveraged authorization by property; without it that is told', () => {
  const lean = { name: 'leveraged-authorization-uuid', ns: 'https://fedramp.gov/ns/oscal', value: uuid(60) }
  const named = readSecurityPlan(
    planOf({ 'control-id': 'pe-3', props: [...origination('inherited'), lean], statements: [] }),
  )!
  expect(named.statements).toMatchObject([{ id: 'pe-3', ownership: 'provider', party: 'Awesome Cloud' }])
  expect(named.issues).toEqual([])
  const nameless = readSecurityPlan(planOf({ 'control-id': 'pe-3', props: origination('inherited') }))!
  expect(nameless.statements).toMatchObject([{ ownership: 'provider' }])
  expect(nameless.issues).toMatchObject([{ at: 'control-implementation.implemented-requirements[0] (pe-3)' }])
})

test('an owner’s own control stays unclear where nothing shows what the owner is', () => {
  const value = planOf({ 'control-id': 'ac-1', props: [{ name: 'control-origination', value: 'organization' }] })
  const plan = value['system-security-plan'] as Record<string, Record<string, unknown>>
  expect(readSecurityPlan(value)!.statements).toMatchObject([{ ownership: 'client' }])
  plan['system-implementation']!['leveraged-authorizations'] = []
  const { statements, issues } = readSecurityPlan(value)!
  expect(statements).toMatchObject([{ ownership: 'unclear' }])
  expect(issues).toHaveLength(1)
})

test('lists may be kept under their names, or be one alone, as older files have them; the wrapper may be missing', () => {
  const requirement = {
    'control-id': 'ac-2',
    statements: { 'ac-2_smt.a': { 'by-components': { [system]: exporting([provided], [left]) } } },
  }
  const value = planOf(requirement)
  const plan = value['system-security-plan'] as Record<string, Record<string, unknown>>
  plan['control-implementation']!['implemented-requirements'] = requirement
  for (const shape of [value, plan]) {
    const { statements, issues } = readSecurityPlan(shape)!
    expect(statements).toMatchObject([{ id: 'ac-2_smt.a', ownership: 'shared', customerMust: 'Patch your guests.' }])
    expect(issues).toEqual([])
  }
})

test('the plan’s own facts, and a catalog that was not opened, are told', () => {
  const value = planOf({ 'control-id': 'ac-1', props: origination('sp-system') })
  const plan = value['system-security-plan'] as Record<string, Record<string, unknown>>
  plan['import-profile']!['href'] = 'https://example.org/rev4.json'
  const document = readSecurityPlan(value)!
  expect(document).toMatchObject({ format: 'oscal-ssp', title: 'A plan', version: '2.1', date: '2026-03-04' })
  expect(document.issues).toMatchObject([
    { at: 'import-profile', message: expect.stringContaining('rev4.json') as string },
  ])
})

test.each([[undefined], [null], [[]], ['text'], [{}], [{ catalog: {} }], [{ 'component-definition': {} }]])(
  '%j is no plan',
  (value) => {
    expect(readSecurityPlan(value)).toBeUndefined()
  },
)

test.skipIf(!schemasAreThere)('the sample plans of both sides say the same of their statement', () => {
  for (const file of ['msp-ssp.json', 'client-ssp.json']) {
    const { statements } = readSecurityPlan(sharedOscal(file))!
    expect(new Set(statements.map(({ id, ownership }) => `${id} ${ownership}`))).toEqual(new Set(['ac-2_smt.f shared']))
  }
})
