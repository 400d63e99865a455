// What of a party’s part stands: what the MSP sells is provided, and only what a provider took on is inherited.
import { isContracted } from '../../core/contracted.ts'
import type { ObjectiveCoverage } from '../../core/coverage.ts'
import { isPerformed } from '../../core/duty.ts'
import type { Duty } from '../../core/duty.ts'
import type { PartyId } from '../../core/identifiers.ts'
import { inheritance, isInheritable, suppliers } from '../../core/views/inheritance.ts'
import { assessedOf } from '../../core/views/serving.ts'
import { bullets, paragraphs, prose, sentence } from './markup.ts'
import { partProps, sayPart } from './party-part.ts'
import type { PartyPart } from './party-part.ts'
import { client, msp } from './setting.ts'
import type { Setting } from './setting.ts'

interface Divided {
  readonly standing: readonly PartyPart[]
  /** the same parts, with the duties that do not stand */
  readonly rest: readonly PartyPart[]
}

export function isPerforming({ duties }: Pick<PartyPart, 'duties'>): boolean {
  return duties.some(isPerformed)
}

/** Of the MSP’s parts: what it is to do, and has sold wherever the activity applies. */
export function providedOf(parts: readonly PartyPart[], { subject: { matrix } }: Setting): Divided {
  return divided(parts, (duty, { activity }) => isContracted(duty, activity, matrix))
}

/** Of a provider’s parts, of which it may have taken on one and not another: what the assessed client inherits. */
export function inheritedOf(parts: readonly PartyPart[], setting: Setting): Divided {
  const { subject } = setting
  return divided(
    parts,
    (duty, { objective, activity }) =>
      assessedOf(objective, subject.matrix) === client &&
      inheritance(objective, subject).providers.includes(duty.party) &&
      isInheritable(duty, activity, subject.matrix),
  )
}

/** What is paid for goes along with what is done, and is nothing without it. */
function divided(parts: readonly PartyPart[], stands: (duty: Duty, part: PartyPart) => boolean): Divided {
  const only = (keep: (duty: Duty, part: PartyPart) => boolean): readonly PartyPart[] =>
    parts
      .map((part) => ({ ...part, duties: part.duties.filter((duty) => keep(duty, part)) }))
      .filter(({ duties }) => duties.length > 0)
  const standing = only((duty, part) => !isPerformed(duty) || stands(duty, part)).filter(isPerforming)
  const kept = new Set(standing.flatMap(({ duties }) => duties))
  return { standing, rest: only((duty) => !kept.has(duty)) }
}

/** Why a part of the MSP is not provided. */
export function sayNotProvided(part: PartyPart, { name }: Setting): string {
  const why = isPerforming(part) ? 'is not contracted to deliver this' : 'only pays for this'
  return prose(`Not provided: ${name(msp)} ${why}:`)
}

/** Why a party’s part in an objective is not inherited. */
export function sayNotInherited(objective: ObjectiveCoverage, party: PartyId, { subject, name }: Setting): string {
  const { matrix } = subject
  const assessed = assessedOf(objective, matrix)
  if (objective.status === 'open') return prose(inheritance(objective, subject).because)
  if (assessed !== client) return prose(sentence(`This is assessed at ${name(assessed)}`))
  if (!suppliers(matrix, client).has(party)) return prose(sentence(`${name(party)} is no provider of ${name(client)}`))
  return prose(sentence(`Nothing in the matrix shows that ${name(party)} took this on`))
}

/** In full words, where no field of OSCAL holds it. */
export function tellPart(part: PartyPart, setting: Setting): string {
  const facts = partProps(part, setting.subject.matrix).map(({ name, value }) => prose(`${name}: ${value}`))
  return paragraphs(sayPart(part, setting), bullets(facts))
}
