// The background of the exhibit: who serves whom, under what, measured against what, and in which capacity before the law.
import type { Matrix } from '../matrix.ts'
import type { Subject } from '../rendition/rendition.ts'
import { partyName } from '../views/view.ts'
import { listed } from './listed.ts'
import { sayAgreement } from './say-agreement.ts'

export function recitals(subject: Subject): readonly string[] {
  const { matrix } = subject
  const [msp, client] = [partyName(matrix, 'msp'), partyName(matrix, 'client')]
  return [
    `${msp} (the “MSP”) provides services to ${client} (the “Client”) under ${sayAgreement(subject)} (the “Agreement”).`,
    ...furtherProviders(matrix),
    ...capacities(subject),
    `The work is measured against ${listed(measures(subject))}. Meeting it takes work by each side, and this exhibit (the “Exhibit”) writes down who does what, by when, and what shows it.`,
  ]
}

function furtherProviders({ parties }: Matrix): readonly string[] {
  const others = parties.filter(({ id }) => id !== 'msp' && id !== 'client').map(({ legalName }) => legalName)
  if (others.length === 0) return []
  const deliver = others.length === 1 ? '(the “Further Provider”) delivers' : '(each a “Further Provider”) deliver'
  return [`${listed(others)} ${deliver} a part of what is listed here.`]
}

function measures(subject: Subject): readonly string[] {
  return chosen(subject).map(({ id, assessed }) => {
    const framework = subject.context.frameworks.get(id)
    return `${framework?.title ?? id} (${framework?.edition ?? 'edition not known'}), with ${partyName(subject.matrix, assessed)} as the organization assessed`
  })
}

/** 45 CFR 160.103: who is a covered entity, and who a business associate of it or of another. */
function capacities(subject: Subject): readonly string[] {
  const stated = chosen(subject).filter(({ capacity }) => capacity !== undefined)
  return [...Map.groupBy(stated, ({ assessed, capacity }) => `${assessed} ${capacity}`).values()].map((group) => {
    const { assessed, capacity } = group[0]!
    const under = listed(group.map(({ id }) => subject.context.frameworks.get(id)?.title ?? id))
    return `Under ${under}, ${sayCapacity(nameIn(subject.matrix, assessed), capacity)}${assessed === 'client' ? ` ${mspCapacity[capacity!]}` : ''}`
  })
}

function sayCapacity(name: string, capacity: Matrix['frameworks'][number]['capacity']): string {
  return `${name} is a ${capacity === 'covered-entity' ? 'covered entity' : 'business associate'} (45 CFR 160.103).`
}

const mspCapacity = {
  'covered-entity':
    'The MSP is its business associate as far as it creates, receives, maintains or transmits protected health information on the Client’s behalf.',
  'business-associate':
    'The MSP is its subcontractor, and so a business associate too, as far as the Client delegates to it work in which it creates, receives, maintains or transmits protected health information.',
} as const

function nameIn(matrix: Matrix, party: string): string {
  if (party === 'client') return 'the Client'
  return party === 'msp' ? 'the MSP' : partyName(matrix, party)
}

export function chosen({ matrix, framework }: Subject): Matrix['frameworks'] {
  return matrix.frameworks.filter(({ id }) => framework === undefined || id === framework)
}
