// What the client's plan rests on: a provider's system as a component, and the entry that OSCAL wants for it.
import type { PartyId } from '../../core/identifiers.ts'
import { prose, sentence } from './markup.ts'
import { offeringTitle, soldBy } from './offering.ts'
import { systemComponent } from './plan.ts'
import { prop } from './property.ts'
import { providerSystem } from './provider-ssp.ts'
import { msp } from './setting.ts'
import type { Setting } from './setting.ts'
import type { Component } from './shapes.ts'

/** OSCAL has no other word for a provider's system than a leveraged authorization, and wants a date: neither claims one. */
export function leveragedAuthorization(party: PartyId, plan: string | undefined, setting: Setting): unknown {
  const { matrix, rendition } = setting.subject
  const { effective } = matrix.agreement
  return {
    uuid: leveragedUuid(party, setting),
    title: prose(`Services of ${setting.name(party)}`),
    ...(plan === undefined ? {} : { links: [{ href: `#${plan}`, rel: 'system-security-plan' }] }),
    'party-uuid': setting.id('party', party),
    'date-authorized': effective ?? rendition.date,
    remarks: `No authorization is claimed. The date is that ${effective === undefined ? 'of the matrix' : 'on which the agreement takes effect'}: OSCAL does not take this entry without one.`,
  }
}

export function inheritedComponent(party: PartyId, uuid: string, setting: Setting): Component {
  const offerings = soldBy(party, setting)
  const titles = offerings.map((offering) => offeringTitle(offering, setting)).join('; ')
  const component = {
    uuid,
    type: 'system',
    title: prose(`Services of ${setting.name(party)}`),
    description: prose(
      sentence(`The system of ${setting.name(party)} on which this one relies${titles === '' ? '' : `: ${titles}`}`),
    ),
    props: [
      { name: 'implementation-point', value: 'external' },
      { name: 'leveraged-authorization-uuid', value: leveragedUuid(party, setting) },
      ...(party === msp ? [{ name: 'inherited-uuid', value: providerSystem(setting) }] : []),
      ...offerings.map((offering) => prop('offering', offering)),
    ],
  }
  return systemComponent(component, party, setting)
}

/** It has duties here, and nothing is inherited from it. */
export function besideComponent(party: PartyId, uuid: string, setting: Setting): Component {
  const name = setting.name(party)
  const component = {
    uuid,
    type: 'system',
    title: prose(`Services of ${name}`),
    description: prose(sentence(`What ${name} is to do is told here; nothing is inherited from ${name}`)),
    props: [
      { name: 'implementation-point', value: 'external' },
      ...soldBy(party, setting).map((offering) => prop('offering', offering)),
    ],
  }
  return systemComponent(component, party, setting)
}

function leveragedUuid(party: PartyId, { id }: Setting): string {
  return id('leveraged-authorization', party)
}
