// What the properties of a requirement, a statement or a by-component say outright of whose work it is.
import { brief } from '../../../core/brief.ts'
import type { ClaimOwnership } from '../../../core/claims/claim.ts'
import { propertyNamespace } from '../../oscal/property.ts'
import {
  notApplicableWords,
  originationSides,
  responsibilityNames,
  responsibilitySides,
  wordKey,
} from '../../../core/control-summary/origination-words.ts'
import type { Side } from '../../../core/control-summary/sides.ts'
import { complain, groupAt, groupsAt, held, textAt } from './spot.ts'
import type { Spot } from './spot.ts'

export interface Said {
  readonly sides: ReadonlySet<Side>
  /** our own word for the whole of it, which counts alone */
  readonly allocation?: ClaimOwnership
  readonly notApplicable: boolean
  /** a status besides "not applicable" */
  readonly applies: boolean
  /** it is planned, or in place only in part; of a unit, what it says of itself, beside its by-components */
  readonly open: boolean
  /** a control-origination tells provider and customer apart, as only a provider's plan does */
  readonly asProvider: boolean
  /** a word that we do not know stands there */
  readonly unknown: boolean
  /** of leveraged authorizations, in small letters */
  readonly leveraged: readonly string[]
}

export function saidAt(spot: Spot): Said {
  const facts = groupsAt(spot, 'props', 'name').map(factOf)
  const state = statusOf(spot)
  const statuses = [...facts.flatMap(({ status }) => status ?? []), ...(state === '' ? [] : [state])]
  const allocation = facts.find((fact) => fact.allocation !== undefined)?.allocation
  return {
    sides: new Set(facts.flatMap(({ side }) => side ?? [])),
    ...(allocation === undefined ? {} : { allocation }),
    notApplicable: statuses.some((word) => notApplicableWords.has(wordKey(word))),
    applies: statuses.some((word) => !notApplicableWords.has(wordKey(word))),
    open: statuses.some((word) => openStatuses.has(wordKey(word))),
    asProvider: facts.some(({ origin }) => origin === 'provider' || origin === 'client'),
    unknown: facts.some(({ unknown }) => unknown === true),
    leveraged: facts.flatMap(({ leveraged }) => leveraged ?? []),
  }
}

const openStatuses: ReadonlySet<string> = new Set([
  'planned',
  'partial',
  'partially implemented',
  'partial implementation',
  'not implemented',
  'in remediation',
])

export function saysSomething({ sides, allocation, notApplicable, unknown }: Said): boolean {
  return sides.size > 0 || allocation !== undefined || notApplicable || unknown
}

/** Of several that stand side by side. */
export function together(all: readonly Said[]): Said {
  const allocation = all.find((said) => said.allocation !== undefined)?.allocation
  return {
    sides: new Set(all.flatMap(({ sides }) => [...sides])),
    ...(allocation === undefined ? {} : { allocation }),
    notApplicable: all.some((said) => said.notApplicable),
    applies: all.some((said) => said.applies),
    open: all.some((said) => said.open),
    asProvider: all.some((said) => said.asProvider),
    unknown: all.some((said) => said.unknown),
    leveraged: all.flatMap(({ leveraged }) => leveraged),
  }
}

interface Fact {
  readonly side?: Side
  readonly origin?: Side
  readonly allocation?: ClaimOwnership
  readonly status?: string
  readonly leveraged?: string
  readonly unknown?: true
}

function factOf(prop: Spot): Fact {
  const name = wordKey(textAt(prop, 'name'))
  const value = textAt(prop, 'value')
  if (textAt(prop, 'ns') === propertyNamespace) return name === 'allocation' ? allocationOf(prop, value) : {}
  if (name === 'control origination') {
    const fact = known(prop, value, originationSides)
    return fact.side === undefined ? fact : { ...fact, origin: fact.side }
  }
  if (name === 'implementation status') return { status: value }
  if (name === 'leveraged authorization uuid') return { leveraged: value.toLowerCase() }
  if (!responsibilityNames.has(name)) return {}
  return notApplicableWords.has(wordKey(value)) ? { status: value } : known(prop, value, responsibilitySides)
}

function known(prop: Spot, value: string, sides: ReadonlyMap<string, Side>): Fact {
  const side = sides.get(wordKey(value))
  if (side !== undefined) return { side }
  complain(prop, prop.at, `"${brief(value)}" is no word that says whose work it is; it stays unclear`)
  return { unknown: true }
}

const allocations: ReadonlyMap<string, ClaimOwnership> = new Map([
  ['msp', 'msp'],
  ['client', 'client'],
  ['provider', 'provider'],
  ['shared', 'shared'],
  ['not applicable', 'not-applicable'],
  ['unassigned', 'unclear'],
])

function allocationOf(prop: Spot, value: string): Fact {
  const allocation = allocations.get(wordKey(value))
  if (allocation !== undefined) return { allocation }
  complain(prop, prop.at, `"${brief(value)}" is no ownership that Demarc writes; it stays unclear`)
  return { unknown: true }
}

/** A group of its own in a by-component; some write the state alone. */
function statusOf(spot: Spot): string {
  if (typeof held(spot.group, 'implementation-status') === 'string') return textAt(spot, 'implementation-status')
  const status = groupAt(spot, 'implementation-status')
  return status === undefined ? '' : textAt(status, 'state')
}
