// Small OSCAL plans as others write them.

export const uuid = (number: number): string => `11111111-2222-4333-8444-${String(number).padStart(12, '0')}`

export const system = uuid(1)
export const cloud = uuid(2)

export function origination(...values: readonly string[]): readonly object[] {
  return values.map((value) => ({ name: 'control-origination', ns: 'https://fedramp.gov/ns/oscal', value }))
}

export const away = { name: 'implementation-status', ns: 'https://fedramp.gov/ns/oscal', value: 'not-applicable' }

/** A plan that leans on one cloud, with these implemented requirements. */
export function planOf(...requirements: readonly unknown[]): Record<string, unknown> {
  return {
    'system-security-plan': {
      uuid: uuid(99),
      metadata: {
        title: 'A plan',
        'last-modified': '2026-03-04T05:06:07Z',
        version: '2.1',
        'oscal-version': '1.1.2',
        parties: [{ uuid: uuid(50), type: 'organization', name: 'Awesome Cloud' }],
      },
      'import-profile': { href: '#profile' },
      'system-characteristics': { 'system-name': 'A system' },
      'system-implementation': {
        'leveraged-authorizations': [
          { uuid: uuid(60), title: 'Awesome Cloud IaaS', 'party-uuid': uuid(50), 'date-authorized': '2025-01-01' },
        ],
        components: [
          { uuid: system, type: 'this-system', title: 'This system', description: 'All of it' },
          {
            uuid: cloud,
            type: 'system',
            title: 'IaaS',
            description: 'The cloud',
            props: [{ name: 'leveraged-authorization-uuid', value: uuid(60) }],
          },
        ],
      },
      'control-implementation': { description: 'How', 'implemented-requirements': requirements },
    },
  }
}

export function exporting(provided: readonly object[], responsibilities: readonly object[], more: object = {}): object {
  return {
    'component-uuid': system,
    uuid: uuid(70),
    description: 'Inside',
    export: { description: 'Outside', provided, responsibilities },
    ...more,
  }
}
