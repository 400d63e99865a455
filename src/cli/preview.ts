// What a proposed rule would change: a preview, dated and marked, never the rule.
import type { Framework } from '../core/framework.ts'
import { Refusal } from '../core/refusal.ts'
import { loadProposal } from '../library/proposal.ts'
import type { ExitCode, Given } from './command.ts'
import type { Terminal } from './terminal.ts'
import { hang } from './wrap.ts'

export function sayPreview(framework: Framework, given: Given, terminal: Terminal): ExitCode {
  const proposal = loadProposal(framework.id)
  if (!proposal) throw new Refusal('invalid', `there is no proposal to preview for ${framework.title}`)
  if (given.flag('json')) {
    terminal.out(`${JSON.stringify(proposal, null, 2)}\n`)
    return 0
  }
  const { status, effects, provisions } = proposal
  const { federalRegister, rin } = status.citation
  terminal.out(
    `${terminal.style(['bold', 'yellow'], `${framework.title}: ${status.label}`)}\n${hang('', status.legalEffect, terminal.width)}\n`,
  )
  terminal.out(
    `Proposal: ${federalRegister}, RIN ${rin}; looked up as of ${status.asOf}\n${hang('', status.recheck, terminal.width)}\n\n`,
  )
  terminal.out(
    provisions
      .map(
        ({ topic, summary, timing }) =>
          `${terminal.style('bold', topic)}\n${hang('  ', summary, terminal.width)}\n${timing === null ? '' : `${hang('  would be due: ', timing, terminal.width)}\n`}`,
      )
      .join('\n'),
  )
  terminal.out('\nToday’s items and what the proposal would make of them\n')
  terminal.out(
    framework.requirements
      .map(({ id, title }) => {
        const { proposedIds, effect } = effects[id] ?? { proposedIds: [], effect: 'not mentioned' }
        return `${hang(`  ${id} `, `${title}: ${effect}${proposedIds.length > 0 ? ` (${proposedIds.join(', ')})` : ''}`, terminal.width)}\n`
      })
      .join(''),
  )
  return 0
}
