// A system security plan's frame: what a matrix can say of a system, and plainly where it says nothing.
import type { PartyId } from '../../core/identifiers.ts'
import type { Matrix } from '../../core/matrix.ts'
import { sayBasis } from './party-part.ts'
import { baseline } from './frameworks-resource.ts'
import { paragraphs, prose, sentence } from './markup.ts'
import { metadata } from './metadata.ts'
import { filled, prop } from './property.ts'
import { providerRole } from './roles.ts'
import type { Setting } from './setting.ts'
import type { Component, ImplementedRequirement, Prop, Resource } from './shapes.ts'

export interface Plan {
  /** keeps the UUIDs of the files apart */
  readonly document: string
  readonly title: string
  readonly owner: PartyId
  readonly systemName: string
  readonly description: string
  readonly leveraged?: readonly unknown[]
  readonly components: readonly Component[]
  readonly approach: string
  readonly requirements: readonly ImplementedRequirement[]
  readonly resources?: readonly Resource[]
}

export function systemSecurityPlan(plan: Plan, setting: Setting): unknown {
  const { matrix, rendition } = setting.subject
  const { href, resources } = baseline(setting)
  const body = {
    'import-profile': {
      href,
      remarks: 'No published profile is claimed: the resource of this document says which framework is meant.',
    },
    'system-characteristics': characteristics(plan, setting),
    'system-implementation': {
      ...filled('props', offeringProps(matrix, setting)),
      ...(plan.leveraged === undefined ? {} : { 'leveraged-authorizations': plan.leveraged }),
      components: plan.components,
    },
    'control-implementation': {
      description: plan.approach,
      'implemented-requirements': plan.requirements,
    },
  }
  return {
    'system-security-plan': {
      uuid: setting.id(plan.document, rendition.digest, setting.subject.framework ?? ''),
      metadata: metadata(setting, plan.title, body),
      ...body,
      'back-matter': { resources: [...resources, ...(plan.resources ?? [])] },
    },
  }
}

const unsaid = 'The matrix does not say.'

function characteristics({ document, owner, systemName, description }: Plan, setting: Setting): unknown {
  const { matrix } = setting.subject
  const { agreement, scopes, parties } = matrix
  const holds = parties.find(({ id }) => id === owner)?.holds ?? []
  const scoped = scopes.map(({ title }) => prose(title)).join('; ')
  return {
    'system-ids': [{ 'identifier-type': 'http://ietf.org/rfc/rfc4122', id: setting.id(document, 'system') }],
    'system-name': systemName,
    description,
    props: scopes.map(({ id, title }) => prop('scope', id, prose(title))),
    'system-information': {
      'information-types':
        holds.length === 0
          ? [{ title: 'Not named', description: 'The matrix does not name the information that this system holds.' }]
          : holds.map((held) => ({
              title: prose(held),
              description: prose(sentence(`Held by ${setting.name(owner)}`)),
            })),
    },
    status: { state: 'other', remarks: unsaid },
    'authorization-boundary': {
      description: paragraphs(
        agreement.boundary === undefined ? 'The matrix describes no boundary.' : prose(agreement.boundary),
        sentence(`Its scopes: ${scoped}`),
      ),
    },
  }
}

/** What was bought, whoever delivers it. */
function offeringProps(matrix: Matrix, setting: Setting): readonly Prop[] {
  return matrix.offerings.map(({ id, by, scopes, basis }) => {
    const where = scopes?.map((scope) => matrix.scopes.find((one) => one.id === scope)?.title ?? scope).join('; ')
    const words = [
      sentence(`Delivered by ${setting.name(by)}`),
      where && sentence(`Only in: ${where}`),
      basis && sentence(`It rests on: ${sayBasis(basis)}`),
    ]
    return prop('offering', id, prose(words.filter(Boolean).join(' ')))
  })
}

/** A component of somebody's system; whether it runs is nothing that a matrix knows. */
export function systemComponent(
  component: Omit<Component, 'status' | 'responsible-roles'>,
  party: PartyId,
  setting: Setting,
): Component {
  return {
    ...component,
    status: { state: 'other', remarks: unsaid },
    'responsible-roles': [{ 'role-id': providerRole.id, 'party-uuids': [setting.id('party', party)] }],
  }
}
