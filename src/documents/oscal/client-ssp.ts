// OSCAL system security plan, the client's side: what it inherits from its providers, and how it satisfies what they leave to it.
import type { ObjectiveCoverage } from '../../core/coverage.ts'
import { unassigned } from '../../core/duty.ts'
import type { PartyId } from '../../core/identifiers.ts'
import type { Matrix } from '../../core/matrix.ts'
import type { Subject } from '../../core/rendition/rendition.ts'
import { byRequirement, objectivesOf } from '../../core/views/serving.ts'
import { jsonBytes } from '../json.ts'
import { implementationStatus, sayNobody } from './by-component.ts'
import { besideComponent, inheritedComponent, leveragedAuthorization } from './leveraged.ts'
import { paragraphs, prose, sentence } from './markup.ts'
import { requirementFrame, statementFrame } from './objective-statement.ts'
import { partsOf, shareId, shareOf } from './party-part.ts'
import type { PartyPart } from './party-part.ts'
import { systemComponent, systemSecurityPlan } from './plan.ts'
import { filled, origination, written } from './property.ts'
import { providedUuid, responsibilityUuid } from './provider-ssp.ts'
import { client, msp, settingOf } from './setting.ts'
import type { Setting } from './setting.ts'
import type { ByComponent, ImplementedRequirement, Resource, Share, Statement } from './shapes.ts'
import { inheritedOf, isPerforming, sayNotInherited, tellPart } from './standing-part.ts'

const document = 'client-ssp'

/** The file that the client's plan points to: the provider's side of the same matrix. */
export function providerSspFile({ id }: Pick<Matrix, 'id'>): string {
  return `${id}-ssp-provider.json`
}

export function writeClientSsp(subject: Subject): Uint8Array {
  const setting = settingOf(subject)
  const objectives = objectivesOf(subject)
  const others = otherParties(objectives, setting)
  const leveraged = leveragedOf(others, objectives, setting)
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
      sentence(`The systems of ${name}, run with ${others.map(setting.name).join(', ') || 'nobody else'}`),
    ),
    ...(leveraged.length === 0
      ? {}
      : { leveraged: leveraged.map((party) => leveragedAuthorization(party, pointer(party, setting), setting)) }),
    components: [
      systemComponent(own, client, setting),
      ...others.map((party) =>
        (leveraged.includes(party) ? inheritedComponent : besideComponent)(party, componentOf(party, setting), setting),
      ),
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

/** Every party but the client that does something, the MSP first. */
function otherParties(objectives: readonly ObjectiveCoverage[], setting: Setting): readonly PartyId[] {
  const performing = objectives.flatMap((objective) => partsOf(objective, setting)).filter(isPerforming)
  const acting = new Set(performing.map(({ party }) => party))
  const others = setting.subject.matrix.parties.map(({ id }) => id).filter((id) => id !== client && acting.has(id))
  return others.toSorted((a, b) => Number(b === msp) - Number(a === msp))
}

/** The MSP, whose responsibilities this plan satisfies, and whoever else something is inherited from. */
function leveragedOf(
  others: readonly PartyId[],
  objectives: readonly ObjectiveCoverage[],
  setting: Setting,
): readonly PartyId[] {
  const standing = objectives.flatMap((objective) => inheritedOf(partsOf(objective, setting), setting).standing)
  const from = new Set([msp, ...standing.map(({ party }) => party)])
  return others.filter((party) => from.has(party))
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
  const acting = Map.groupBy(
    parts.filter((part) => part.party === client || isPerforming(part)),
    ({ party }) => party,
  )
  const told = parts.filter((part) => !acting.get(part.party)?.includes(part))
  return {
    ...frame,
    'by-components': (acting.size === 0 ? [[client, []] as const] : [...acting]).map(([party, own]) =>
      byComponent(objective, own, { party, setting }),
    ),
    ...written('remarks', paragraphs(remarks, ...told.map((part) => sayHeldByNone(part, setting)))),
  }
}

/** No component of this plan holds it, so its statement tells all of it. */
function sayHeldByNone(part: PartyPart, setting: Setting): string {
  const lead =
    part.party === unassigned ? 'Nobody has taken this yet:' : prose(`${setting.name(part.party)} only pays for this:`)
  return `${lead} ${tellPart(part, setting)}`
}

interface Acting {
  readonly party: PartyId
  readonly setting: Setting
}

function byComponent(objective: ObjectiveCoverage, parts: readonly PartyPart[], acting: Acting): ByComponent {
  const { party, setting } = acting
  return {
    'component-uuid': componentOf(party, setting),
    uuid: setting.id(document, 'by-component', objective.target.ref, party),
    ...(party === client ? ownSide(objective, parts, setting) : otherSide(objective, parts, acting)),
  }
}

type Side = Omit<ByComponent, 'component-uuid' | 'uuid'>

function ownSide(objective: ObjectiveCoverage, parts: readonly PartyPart[], setting: Setting): Side {
  const performs = parts.some(isPerforming)
  const words = `What ${setting.name(client)} ${performs ? 'does itself' : 'pays for'}.`
  return {
    description: parts.length === 0 ? sayNobody(objective) : prose(words),
    ...filled('props', performs ? [origination('organization')] : []),
    'implementation-status': implementationStatus(objective),
    ...filled(
      'satisfied',
      parts.map((part) => satisfied(part, setting)),
    ),
  }
}

function otherSide(objective: ObjectiveCoverage, parts: readonly PartyPart[], { party, setting }: Acting): Side {
  const { standing, rest } = inheritedOf(parts, setting)
  return {
    description: paragraphs(
      standing.length === 0 ? '' : prose(sentence(`What is inherited from ${setting.name(party)}`)),
      ...(rest.length === 0 ? [] : [`Not inherited. ${sayNotInherited(objective, party, setting)}`]),
      ...rest.map((part) => tellPart(part, setting)),
    ),
    ...filled('props', standing.length === 0 ? [] : [origination('inherited')]),
    'implementation-status': implementationStatus(objective),
    ...filled(
      'inherited',
      standing.map((part) => inherited(part, setting)),
    ),
    ...filled('satisfied', party === msp ? [] : standing.map((part) => satisfied(part, setting))),
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
