// OSCAL component definition of the MSP: each offering that it delivers, and the MSP itself, with the duties of each.
import type { ObjectiveCoverage } from '../../core/coverage.ts'
import type { Duty } from '../../core/duty.ts'
import type { Framework } from '../../core/framework.ts'
import type { OfferingId } from '../../core/identifiers.ts'
import type { Subject } from '../../core/rendition/rendition.ts'
import { sayDuty } from '../../core/views/say-duty.ts'
import { byRequirement, objectivesOf } from '../../core/views/serving.ts'
import { jsonBytes } from '../json.ts'
import { frameworkResource, frameworksIn } from './frameworks-resource.ts'
import { paragraphs, prose } from './markup.ts'
import { metadata } from './metadata.ts'
import { requirementFrame, statementFrame } from './objective-statement.ts'
import { offeringDescription, offeringTitle, soldBy } from './offering.ts'
import { partProps, partsOf, sayPart } from './party-part.ts'
import type { PartyPart } from './party-part.ts'
import { filled, prop, written } from './property.ts'
import { providerRole, responsibleRoles } from './roles.ts'
import { msp, settingOf } from './setting.ts'
import type { Setting } from './setting.ts'
import type { Component, ImplementedRequirement, Prop, ResponsibleRole, Statement } from './shapes.ts'
import { providedOf, sayNotProvided } from './standing-part.ts'

const document = 'component-definition'

export function writeComponentDefinition(subject: Subject): Uint8Array {
  const setting = settingOf(subject)
  const name = setting.name(msp)
  const frameworks = frameworksIn(setting)
  const components = [
    ...soldBy(msp, setting).map((offering) => offeringComponent(offering, setting)),
    ...ownComponent(setting),
  ]
  const body = {
    ...filled('components', components),
    'back-matter': { resources: frameworks.map((framework) => frameworkResource(framework, setting)) },
  }
  return jsonBytes({
    'component-definition': {
      uuid: setting.id(document, subject.rendition.digest, subject.framework ?? ''),
      metadata: metadata(setting, `Services of ${name} and what they do for each control`, body),
      ...body,
    },
  })
}

function offeringComponent(offering: OfferingId, setting: Setting): Component {
  return {
    uuid: setting.id(document, 'offering', offering),
    type: 'service',
    title: prose(offeringTitle(offering, setting)),
    description: prose(offeringDescription(offering, setting)),
    props: [prop('offering', offering)],
    'responsible-roles': provider(setting),
    ...implementations(offering, setting),
  }
}

/** What the MSP does that no offering of its own delivers; left out where there is nothing. */
function ownComponent(setting: Setting): readonly Component[] {
  const name = setting.name(msp)
  const own = implementations(undefined, setting)
  if (Object.keys(own).length === 0 && soldBy(msp, setting).length > 0) return []
  return [
    {
      uuid: setting.id(document, 'own'),
      type: 'process-procedure',
      title: prose(`${name} itself`),
      description: prose(
        `The duties of ${name} that belong to no single offering, such as those about its own people.`,
      ),
      'responsible-roles': provider(setting),
      ...own,
    },
  ]
}

function provider({ id }: Setting): readonly ResponsibleRole[] {
  return [{ 'role-id': providerRole.id, 'party-uuids': [id('party', msp)] }]
}

/** The offering whose component holds the duty; none is the MSP itself. */
type Holder = OfferingId | undefined

function holds(holder: Holder, setting: Setting): (duty: Duty) => boolean {
  const sold = soldBy(msp, setting)
  return ({ party, offering }) =>
    party === msp && (offering !== undefined && sold.includes(offering) ? offering : undefined) === holder
}

function implementations(
  holder: Holder,
  setting: Setting,
): { readonly 'control-implementations'?: readonly unknown[] } {
  const held = objectivesOf(setting.subject)
    .map((objective) => ({ objective, parts: partsOf(objective, setting) }))
    .filter(({ parts }) => parts.some(({ duties }) => duties.some(holds(holder, setting))))
  const byFramework = Map.groupBy(held, ({ objective }) => objective.target.framework)
  return filled(
    'control-implementations',
    [...byFramework].map(([framework, entries]) =>
      implementation(framework, { holder, setting, entries: entries.map(({ objective }) => objective) }),
    ),
  )
}

interface Holding {
  readonly holder: Holder
  readonly setting: Setting
  readonly entries: readonly ObjectiveCoverage[]
}

function implementation(framework: Framework, { holder, setting, entries }: Holding): unknown {
  const key = `${document} ${holder ?? ''}`
  return {
    uuid: setting.id(key, 'framework', framework.id),
    source: `#${setting.id('framework', framework.id)}`,
    description: prose(
      `What is allocated under ${framework.title}. An allocation does not say that something is implemented.`,
    ),
    'implemented-requirements': byRequirement(entries).map((objectives): ImplementedRequirement => {
      const { uuid, 'control-id': control, props } = requirementFrame(objectives, key, setting)
      return {
        uuid,
        'control-id': control,
        description: prose(objectives[0]!.target.requirement.summary),
        props,
        statements: objectives.map((objective) => statement(objective, { holder, setting, key })),
      }
    }),
  }
}

function statement(
  objective: ObjectiveCoverage,
  { holder, setting, key }: { readonly holder: Holder; readonly setting: Setting; readonly key: string },
): Statement {
  const own = holds(holder, setting)
  const parts = partsOf(objective, setting)
  const mine = parts
    .map((part) => ({ ...part, duties: part.duties.filter(own) }))
    .filter(({ duties }) => duties.length > 0)
  const activities = new Set(mine.map(({ activity }) => activity))
  const meeting = parts.filter(({ activity, party }) => party !== msp && activities.has(activity))
  const { standing, rest } = providedOf(mine, setting)
  const { remarks = '', ...frame } = statementFrame(objective, key, setting)
  return {
    'statement-id': frame['statement-id'],
    uuid: frame.uuid,
    description: paragraphs(
      ...standing.map((part) => sayPart(part, setting)),
      ...rest.flatMap((part) => [sayNotProvided(part, setting), sayPart(part, setting)]),
    ),
    props: [...frame.props, ...partsProps(mine, setting)],
    ...filled('responsible-roles', withDuties([...standing, ...meeting], setting)),
    ...written('remarks', remarks),
  }
}

/** Each once, though several activities say it. */
function partsProps(parts: readonly PartyPart[], { subject }: Setting): readonly Prop[] {
  const props = parts.flatMap((part) => partProps(part, subject.matrix))
  return [...new Map(props.map((one) => [`${one.name} ${one.value}`, one])).values()]
}

/** Who acts, the other parties too, each role with its duties. */
function withDuties(parts: readonly PartyPart[], setting: Setting): readonly ResponsibleRole[] {
  const duties = parts.flatMap((part) => part.duties)
  const byRole = Map.groupBy(duties, (duty) => setting.roles.idOf(duty))
  return responsibleRoles(duties, setting.roles, (party) => setting.id('party', party)).map((role) => ({
    'role-id': role['role-id'],
    props: [...new Set(byRole.get(role['role-id'])!.map((duty) => sayDuty(duty, setting.subject.matrix)))].map((duty) =>
      prop('duty', duty),
    ),
    ...(role['party-uuids'] === undefined ? {} : { 'party-uuids': role['party-uuids'] }),
  }))
}
