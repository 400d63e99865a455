// Exposure as people read it.
import type { Designations } from '../core/designations.ts'
import type { Ceiling } from '../core/exposure.ts'
import type { Requirement } from '../core/framework.ts'
import type { PartyId } from '../core/identifiers.ts'
import type { Matrix } from '../core/matrix.ts'
import { partyName } from '../core/views/view.ts'
import type { Terminal } from './terminal.ts'
import { hang } from './wrap.ts'

/** For whom it is said: the names of the parties, and the terminal. */
export interface Reader {
  readonly matrix: Matrix
  readonly terminal: Terminal
}

export function sayCeiling(
  { framework, score, lost, withheld }: Ceiling,
  byParty: Readonly<Record<PartyId, number>>,
  { matrix, terminal }: Reader,
): readonly string[] {
  const { max, min, conditional, withhold, authority } = framework.scoring!
  const blocking = lost
    .filter(({ requirement, points }) => points > 0 && requirement.attributes.poam?.eligible === false)
    .map(({ requirement }) => requirement.id)
  return [
    `  Supported ceiling ${terminal.style('bold', String(score))} of ${max} (lowest ${min}; ${authority}). Not an SPRS score: that one scores implementation.`,
    ...(lost.length > 0
      ? [
          hang(
            '  ',
            `Points lost: ${lost.map(({ requirement, points }) => `${requirement.id} (${sayLoss(requirement, points)})`).join(', ')}`,
            terminal.width,
          ),
        ]
      : []),
    ...(withheld
      ? [terminal.style('red', `  ${withhold} is open: without a system security plan no score can be submitted.`)]
      : []),
    hang(
      '  ',
      sayConditional(score >= conditional, blocking, `a conditional status needs ${conditional}`),
      terminal.width,
    ),
    '  Points resting on each party (a requirement may rest on several; the figures do not add up):',
    ...Object.entries(byParty).flatMap(([party, points]) =>
      points > 0 ? [`    ${partyName(matrix, party)}: ${points}`] : [],
    ),
  ]
}

function sayLoss({ attributes }: Requirement, points: number): string {
  if (points === attributes.weight?.partial?.value) return `${points}, the partial case by decision`
  return points === 0 ? 'no points, but no score without it' : String(points)
}

function sayConditional(reached: boolean, blocking: readonly string[], needs: string): string {
  if (!reached) return `Below the threshold: ${needs}.`
  if (blocking.length === 0) return `At or above the threshold: ${needs}.`
  return `At or above the threshold (${needs}), but no conditional status is possible while these are open, which may not sit on a POA&M: ${blocking.join(', ')}`
}

export function sayDesignations({ standards, required, addressable, decisions }: Designations): readonly string[] {
  const line = (name: string, { objectives, open, notApplicable }: Designations['required']): string =>
    `  ${name}: ${objectives - open.length - notApplicable.length} of ${objectives} settled${notApplicable.length > 0 ? `, ${notApplicable.length} not applicable` : ''}`
  return [
    line('Standards', standards),
    line('Required specifications', required),
    `${line('Addressable specifications', addressable)}. Addressable is not optional: implement it, or record why not and the equivalent measure.`,
    `  Decisions recorded: ${decisions.length}`,
    ...decisions.map(
      ({ ref, part, scope, kind, by, date, reason }) =>
        `    ${ref}${part === undefined ? '' : ` (${part})`}${scope === undefined ? '' : ` in ${scope}`}: ${kind.replaceAll('-', ' ')} (${by ?? 'nobody named'}, ${date ?? 'no date'}): ${reason ?? 'no reason'}`,
    ),
  ]
}

export function sayOrphans(
  {
    party,
    score,
    orphans,
  }: { readonly party: PartyId; readonly score?: number | undefined; readonly orphans: readonly string[] },
  { matrix, terminal }: Reader,
): readonly string[] {
  const ceiling = score === undefined ? '' : ` The ceiling would be ${score}.`
  const ids = orphans.map((ref) => ref.slice(ref.indexOf(':') + 1)).join(', ')
  return [
    `  If ${partyName(matrix, party)} left, ${orphans.length} settled objectives would be open.${ceiling}`,
    ...(orphans.length > 0 ? [hang('    ', ids, terminal.width)] : []),
  ]
}
