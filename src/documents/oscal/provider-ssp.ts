// OSCAL system security plan, the provider's side: what the MSP provides per objective, and what it leaves to others.
import type { ObjectiveCoverage } from '../../core/coverage.ts'
import { unassigned } from '../../core/duty.ts'
import type { Evidence } from '../../core/duty.ts'
import { fill } from '../../core/placeholder.ts'
import type { Subject } from '../../core/rendition/rendition.ts'
import { byRequirement, objectivesOf } from '../../core/views/serving.ts'
import { jsonBytes } from '../json.ts'
import { implementationStatus, sayNobody } from './by-component.ts'
import { bullets, paragraphs, prose, sentence } from './markup.ts'
import { requirementFrame, statementFrame } from './objective-statement.ts'
import { partsOf, shareId, shareOf } from './party-part.ts'
import type { PartyPart } from './party-part.ts'
import { systemComponent, systemSecurityPlan } from './plan.ts'
import { filled, origination, prop, written } from './property.ts'
import { offeringDescription, offeringTitle, soldBy } from './offering.ts'
import { client, msp, settingOf } from './setting.ts'
import type { Setting } from './setting.ts'
import type { ByComponent, Component, ImplementedRequirement, Link, Share, Statement } from './shapes.ts'
import { providedOf, sayNotProvided, tellPart } from './standing-part.ts'

const document = 'provider-ssp'

export function writeProviderSsp(subject: Subject): Uint8Array {
  const setting = settingOf(subject)
  const system = `${setting.name(msp)}: services for ${setting.name(client)}`
  const plan = {
    document,
    title: `Security plan of ${system}`,
    owner: msp,
    systemName: system,
    description: prose(sentence(`The services that ${setting.name(msp)} delivers to ${setting.name(client)}`)),
    components: components(setting, system),
    approach:
      'Per objective, as the shared responsibility matrix allocates it. Only what stands under “export” is meant for sharing; descriptions and remarks of by-components are internal.',
    requirements: byRequirement(objectivesOf(subject)).map((objectives) => requirement(objectives, setting)),
  }
  return jsonBytes(systemSecurityPlan(plan, setting))
}

/** The UUID by which the client's plan finds the MSP's system. */
export function providerSystem({ id }: Setting): string {
  return id(document, 'system-component')
}

function components(setting: Setting, title: string): readonly Component[] {
  const whole = {
    uuid: providerSystem(setting),
    type: 'this-system',
    title: prose(title),
    description: 'The services as a whole.',
  }
  const services = soldBy(msp, setting).map((offering) => ({
    uuid: offeringComponent(offering, setting),
    type: 'service',
    title: prose(offeringTitle(offering, setting)),
    description: prose(offeringDescription(offering, setting)),
    props: [prop('offering', offering)],
  }))
  return [whole, ...services].map((component) => systemComponent(component, msp, setting))
}

function offeringComponent(offering: string, { id }: Setting): string {
  return id(document, 'offering', offering)
}

function requirement(objectives: readonly ObjectiveCoverage[], setting: Setting): ImplementedRequirement {
  return {
    ...requirementFrame(objectives, document, setting),
    statements: objectives.map((objective): Statement => {
      const { remarks = '', ...frame } = statementFrame(objective, document, setting)
      return { ...frame, 'by-components': [byComponent(objective, setting)], ...written('remarks', remarks) }
    }),
  }
}

function byComponent(objective: ObjectiveCoverage, setting: Setting): ByComponent {
  const parts = partsOf(objective, setting)
  const { standing: own, rest } = providedOf(
    parts.filter(({ party }) => party === msp),
    setting,
  )
  const others = parts.filter(({ party }) => party !== msp)
  const originations = [
    ...(own.length > 0 ? [origination('system-specific')] : []),
    ...(others.length > 0 ? [origination('customer-provided')] : []),
  ]
  return {
    'component-uuid': providerSystem(setting),
    uuid: setting.id(document, 'by-component', objective.target.ref),
    description: paragraphs(
      internal(parts, objective, { provides: own.length > 0, setting }),
      ...rest.flatMap((part) => [sayNotProvided(part, setting), tellPart(part, setting)]),
    ),
    ...filled('props', originations),
    'implementation-status': implementationStatus(objective),
    ...(own.length + others.length === 0 ? {} : { export: exported(own, others, setting) }),
    ...written('remarks', traps(parts)),
  }
}

type Export = NonNullable<ByComponent['export']>

function exported(own: readonly PartyPart[], others: readonly PartyPart[], setting: Setting): Export {
  const provided = new Map(own.map((part) => [part.activity.id, providedUuid(part, setting)]))
  return {
    description: prose(`What ${setting.name(msp)} provides under this objective, and what it leaves to others.`),
    ...filled(
      'provided',
      own.map((part) => providedShare(part, setting)),
    ),
    ...filled(
      'responsibilities',
      others.map((part) => responsibility(part, provided.get(part.activity.id), setting)),
    ),
  }
}

export function providedUuid(part: PartyPart, setting: Setting): string {
  return shareId('provided', part, setting)
}

export function responsibilityUuid(part: PartyPart, setting: Setting): string {
  return shareId('responsibility', part, setting)
}

function providedShare(part: PartyPart, setting: Setting): Share {
  const { 'responsible-roles': roles, ...words } = shareOf(part, setting)
  const sold = soldBy(msp, setting)
  const links = [...new Set(part.duties.map(({ offering }) => offering))]
    .filter((offering) => offering !== undefined && sold.includes(offering))
    .map((offering): Link => ({ href: `#${offeringComponent(offering!, setting)}`, rel: 'provided-by' }))
  return {
    uuid: providedUuid(part, setting),
    ...words,
    ...filled('links', links),
    ...(roles === undefined ? {} : { 'responsible-roles': roles }),
  }
}

/** Linked to what the MSP provides in the same activity; otherwise, and where nobody has taken it, it is due whatever is inherited. */
function responsibility(part: PartyPart, provided: string | undefined, setting: Setting): Share {
  return {
    uuid: responsibilityUuid(part, setting),
    ...(provided === undefined || part.party === unassigned ? {} : { 'provided-uuid': provided }),
    ...shareOf(part, setting),
    ...(part.party === unassigned ? { remarks: 'Nobody has taken this duty yet.' } : {}),
  }
}

interface Provision {
  readonly provides: boolean
  readonly setting: Setting
}

/** Where the evidence lies: for the MSP's own eyes. */
function internal(parts: readonly PartyPart[], objective: ObjectiveCoverage, { provides, setting }: Provision): string {
  if (parts.length === 0) return sayNobody(objective)
  const { parameters } = setting.subject.matrix
  const places = parts.flatMap(({ duties, party }) =>
    duties
      .flatMap(({ evidence = [] }) => evidence)
      .flatMap((evidence) => {
        const place = sayPlace(evidence)
        return place === '' ? [] : prose(fill(`${setting.name(party)}: ${evidence.what}: ${place}`, parameters))
      }),
  )
  return paragraphs(
    provides
      ? 'Internal. What is provided stands under “export”.'
      : prose(sentence(`Internal. Nothing here is provided by ${setting.name(msp)}`)),
    places.length === 0 ? '' : `Where the evidence is:\n\n${bullets([...new Set(places)])}`,
  )
}

function sayPlace({ keptAt, lastSeen, sha256 }: Evidence): string {
  const words = [keptAt && `kept at ${keptAt}`, lastSeen && `last seen ${lastSeen}`, sha256 && `SHA-256 ${sha256}`]
  return words.filter(Boolean).join('; ')
}

function traps(parts: readonly PartyPart[]): string {
  return paragraphs(...new Set(parts.flatMap(({ activity: { trap } }) => (trap === undefined ? [] : prose(trap)))))
}
