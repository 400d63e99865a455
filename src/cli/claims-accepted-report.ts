// What became of the claims that were to be accepted.
import type { Activity } from '../core/activity.ts'
import type { Accepted, Outcome } from '../core/claims-review/acceptance.ts'
import type { Left } from '../core/claims-review/choice.ts'
import type { Coverage } from '../core/coverage.ts'
import { tally } from '../core/coverage-summary.ts'
import { unassigned } from '../core/duty.ts'
import { sayList } from '../core/naming.ts'
import { residueIn } from '../core/claims-review/accepted-json.ts'
import type { Added, Proofs } from '../core/claims-review/accepted-json.ts'
import type { Terminal } from './terminal.ts'
import { hang } from './wrap.ts'

const words: Readonly<Record<Outcome, string>> = {
  added: 'made a row of its own',
  joined: 'gave a row its duty that had none yet',
  renewed: 'said the same as before: the row now rests on this version',
  already: 'was accepted before: nothing changed',
  confirmed: 'says what the matrix says already: nothing was added',
}

interface Setting extends Proofs {
  readonly terminal: Terminal
  readonly output: string
  readonly most: number
}

export function sayAccepted({ outcomes }: Accepted, left: readonly Left[], setting: Setting): string {
  const { terminal, output, most, before, after, replaced, added } = setting
  const kinds = [...Map.groupBy(outcomes, ({ outcome }) => outcome)]
  const lines = kinds.map(([outcome, group]) => `  ${String(group.length).padStart(4)} × ${words[outcome]}\n`)
  const residue = residueIn(outcomes)
  const untaken = residue
    .slice(0, most)
    .map(({ activity, does }) => `${hang('  ', `${activity}: ${does}`, terminal.width)}\n`)
  const rest = residue.length > most ? `  … and ${residue.length - most} more (demarc gaps lists them)\n` : ''
  const open = (proof: Coverage): number => tally(proof.objectives).open
  return [
    `${terminal.style('bold', `${output} written`)}: ${outcomes.length} ${outcomes.length === 1 ? 'claim' : 'claims'} taken\n`,
    ...lines,
    ...added.map((one) => `${hang('  ', sayAdded(one), terminal.width)}\n`),
    ...replaced.map((row) => `${hang('  ', sayReplaced(row), terminal.width)}\n`),
    `Open objectives: ${open(before)} before, ${open(after)} now\n`,
    residue.length === 0 ? '' : `\nSomebody must take (${residue.length})\n`,
    ...untaken,
    rest,
    sayLeft(left, terminal, most),
  ].join('')
}

function sayAdded({ party, near }: Added): string {
  const doubt =
    near === undefined ? '' : `: did you mean ${near.id} (${near.legalName})? Then accept again with that id`
  return `${party.legalName} was added as a provider, ${party.id}${doubt}`
}

/** What others had taken of it and other words do not name goes out with it: that is said. */
function sayReplaced({ id, duties, handoff }: Activity): string {
  const taken = duties.filter(({ party, basis }) => party !== unassigned && basis?.claim === undefined)
  const lost = [...taken.map(({ party, does }) => `${party}: ${does}`), ...(handoff === undefined ? [] : [handoff])]
  const also =
    lost.length === 0 ? '' : `, with what was taken and agreed there; look whether it still holds: ${lost.join(' | ')}`
  return `${id} went out${also}`
}

export function sayLeft(left: readonly Left[], terminal: Terminal, most: number): string {
  if (left.length === 0) return ''
  const groups = [...Map.groupBy(left, ({ kind }) => kind)].map(([kind, group]) => {
    const reasons = [...Map.groupBy(group, ({ message }) => message)]
    const lines = reasons.slice(0, most).map(([message, same]) => {
      const places = sayList([...new Set(same.map(({ held }) => held.claim.at))], most === Infinity ? Infinity : 8)
      return `${hang('    ', `${places}: ${message}`, terminal.width)}\n`
    })
    const rest = reasons.length > most ? `    … and ${reasons.length - most} more (--all prints every one)\n` : ''
    return `  ${terminal.style('yellow', kind)} (${group.length})\n${lines.join('')}${rest}`
  })
  return `\nNot accepted (${left.length})\n${groups.join('')}`
}
