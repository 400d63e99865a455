// OSCAL system security plan, the client's side: what it inherits from its providers, and how it satisfies what they leave to it.
import type { ObjectiveCoverage } from '../../core/coverage.ts'
import { unassigned } from '../../core/duty.ts'
import type { PartyId } from '../../core/identifiers.ts'
import type { Matrix } from '../../core/matrix.ts'
import type { Subject } from '../../core/rendition/rendition.ts'
import { byRequirement, objectivesOf } from '../../core/views/serving.ts'
import { jsonBytes } from '../json.ts'
import { implementationStatus, sayNobody } from './by-component.ts'
import { inheritedComponent, leveragedAuthorization } from './leveraged.ts'
import { bullets, paragraphs, prose, sentence } from './markup.ts'
import { requirementFrame, statementFrame } from './objective-statement.ts'
import { partProps, partsOf, sayPart, shareId, shareOf } from './party-part.ts'
import type { PartyPart } from './party-part.ts'
import { systemComponent, systemSecurityPlan } from './plan.ts'
import { filled, origination, written } from './property.ts'
import { providedUuid, responsibilityUuid } from './provider-ssp.ts'
import { client, msp, settingOf } from './setting.ts'
import type { Setting } from './setting.ts'
import type { ByComponent, ImplementedRequirement, Resource, Share, Statement } from './shapes.ts'

const document = 'client-ssp'

/** The file that the client's plan points to: the provider's side of the same matrix. */
export function providerSspFile({ id }: Pick<Matrix, 'id'>): string {
  return `${id}-ssp-provider.json`
}

export function writeClientSsp(subject: Subject): Uint8Array {
  const setting = settingOf(subject)
  const objectives = objectivesOf(subject)
  const leveraged = leveragedParties(objectives, setting)
  const name = setting.name(client)
  const own = {
    uuid: componentOf(client, setting),
    type: 'this-system',
    title: prose(name),
    description: prose(`The systems and people of ${name} within the boundary.`),
  }
  const plan = {
    document,
    title: `Security plan of ${name}: what it does and what it inherits`,
    owner: client,
    systemName: name,
    description: prose(
      sentence(`The systems of ${name}, run with ${leveraged.map(setting.name).join(', ') || 'nobody else'}`),
    ),
    ...(leveraged.length === 0
      ? {}
      : { leveraged: leveraged.map((party) => leveragedAuthorization(party, pointer(party, setting), setting)) }),
    components: [
      systemComponent(own, client, setting),
      ...leveraged.map((party) => inheritedComponent(party, componentOf(party, setting), setting)),
    ],
    approach:
      'Per objective, as the shared responsibility matrix allocates it: what is inherited from each provider, and what is done here to satisfy what the providers leave.',
    requirements: byRequirement(objectives).map((group) => requirement(group, setting)),
    resources: leveraged.includes(msp) ? [providerPlan(setting)] : [],
  }
  return jsonBytes(systemSecurityPlan(plan, setting))
}

function componentOf(party: PartyId, { id }: Setting): string {
  return id(document, 'component', party)
}

/** Every party but the client that has a part, the MSP first. */
function leveragedParties(objectives: readonly ObjectiveCoverage[], setting: Setting): readonly PartyId[] {
  const acting = new Set(objectives.flatMap((objective) => partsOf(objective, setting).map(({ party }) => party)))
  const others = setting.subject.matrix.parties.map(({ id }) => id).filter((id) => id !== client && acting.has(id))
  return others.toSorted((a, b) => Number(b === msp) - Number(a === msp))
}

function pointer(party: PartyId, setting: Setting): string | undefined {
  return party === msp ? providerPlan(setting).uuid : undefined
}

function providerPlan(setting: Setting): Resource {
  return {
    uuid: setting.id(document, 'provider-plan'),
    title: prose(`Security plan of ${setting.name(msp)}, provider’s side`),
    description: 'Its “provided” and “responsibilities” are what this plan inherits and satisfies.',
    rlinks: [{ href: `./${providerSspFile(setting.subject.matrix)}`, 'media-type': 'application/json' }],
  }
}

function requirement(objectives: readonly ObjectiveCoverage[], setting: Setting): ImplementedRequirement {
  return {
    ...requirementFrame(objectives, document, setting),
    statements: objectives.map((objective) => statement(objective, setting)),
  }
}

function statement(objective: ObjectiveCoverage, setting: Setting): Statement {
  const { remarks = '', ...frame } = statementFrame(objective, document, setting)
  const parts = partsOf(objective, setting)
  const open = parts.filter(({ party }) => party === unassigned)
  const byParty = Map.groupBy(
    parts.filter(({ party }) => party !== unassigned),
    ({ party }) => party,
  )
  const acting = byParty.size === 0 ? [[client, []] as const] : [...byParty]
  return {
    ...frame,
    'by-components': acting.map(([party, own]) => byComponent(objective, own, { party, setting })),
    ...written('remarks', paragraphs(remarks, ...open.map((part) => sayOpen(part, setting)))),
  }
}

/** No component of this plan holds it, so its statement tells all of it. */
function sayOpen(part: PartyPart, setting: Setting): string {
  const facts = partProps(part, setting.subject.matrix).map(({ name, value }) => prose(`${name}: ${value}`))
  return paragraphs(`Nobody has taken this yet: ${sayPart(part, setting)}`, bullets(facts))
}

function byComponent(
  objective: ObjectiveCoverage,
  parts: readonly PartyPart[],
  { party, setting }: { readonly party: PartyId; readonly setting: Setting },
): ByComponent {
  const name = setting.name(party)
  const done = party === client ? `What ${name} does itself.` : sentence(`What is inherited from ${name}`)
  return {
    'component-uuid': componentOf(party, setting),
    uuid: setting.id(document, 'by-component', objective.target.ref, party),
    description: parts.length === 0 ? sayNobody(objective) : prose(done),
    ...filled('props', parts.length === 0 ? [] : [origination(party === client ? 'organization' : 'inherited')]),
    'implementation-status': implementationStatus(objective),
    ...filled('inherited', party === client ? [] : parts.map((part) => inherited(part, setting))),
    ...filled('satisfied', party === msp ? [] : parts.map((part) => satisfied(part, setting))),
  }
}

/** Only the MSP's plan is ours to point into; another provider's is its own. */
function inherited(part: PartyPart, setting: Setting): Share {
  return {
    uuid: shareId('inherited', part, setting),
    ...(part.party === msp ? { 'provided-uuid': providedUuid(part, setting) } : {}),
    ...shareOf(part, setting),
  }
}

/** What the MSP leaves to a further provider is told once, where it is inherited. */
function satisfied(part: PartyPart, setting: Setting): Share {
  const share = {
    uuid: shareId('satisfied', part, setting),
    'responsibility-uuid': responsibilityUuid(part, setting),
  }
  if (part.party === client) return { ...share, ...shareOf(part, setting) }
  return { ...share, description: prose(`By ${setting.name(part.party)}: see what is inherited from it here.`) }
}
