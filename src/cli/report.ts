// Findings and the gap proof as people read them.
import { brief, shown } from '../core/brief.ts'
import type { Coverage } from '../core/coverage.ts'
import { tally, tallyByFramework } from '../core/coverage-summary.ts'
import type { Tally } from '../core/coverage-summary.ts'
import type { Finding, Severity } from '../core/finding.ts'
import type { Matrix } from '../core/matrix.ts'
import type { Style, Terminal } from './terminal.ts'
import { hang } from './wrap.ts'

const marks: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', note: 'dim' }

/** A place in an OSCAL document is some 150 characters long; one made of hostile names has no end. */
const longestPlace = 300

/** Grouped by code, the first few of each. */
export function sayFindings(found: readonly Finding[], terminal: Terminal, most: number): string {
  const groups = Map.groupBy(found, ({ code }) => code)
  return [...groups.values()].map((group) => sayGroup(group, terminal, most)).join('')
}

function sayGroup(group: readonly Finding[], terminal: Terminal, most: number): string {
  const [{ code, severity }] = group as readonly [Finding]
  const heading = `${terminal.style(marks[severity], `${severity} ${code}`)} (${group.length})\n`
  const lines = group.slice(0, most).map(({ at, message }) => {
    const told = shown(message.replaceAll(/[\t\r\n]+/g, ' '))
    return `${hang('  ', `${brief(at, longestPlace)}: ${told}`, terminal.width)}\n`
  })
  const rest = group.length - lines.length
  return `${heading}${lines.join('')}${rest > 0 ? `  … and ${rest} more (--all prints every one)\n` : ''}\n`
}

export function sayCoverage(matrix: Matrix, proof: Coverage, terminal: Terminal): string {
  const whole = tally(proof.objectives)
  const heading = terminal.style('bold', `Gap proof of ${matrix.title}`)
  const rows = [...tallyByFramework(proof)].map(([id, figures]) => `  ${id.padEnd(14)} ${sayTally(figures)}\n`)
  const end =
    whole.open === 0
      ? terminal.style(
          'green',
          'No objective is open: every one is allocated. Allocated is not agreed, signed or implemented.',
        )
      : terminal.style('red', `${whole.open} of ${whole.objectives} objectives are open.`) + ' demarc gaps says why.'
  const answers = proof.answersConsidered ? '' : 'Answers of the parties were not considered: this file holds none.\n'
  return `${heading}\n${rows.join('')}${end}\n${answers}`
}

export function sayTally({ objectives, settled, notApplicable, open, requirements, requirementsOpen }: Tally): string {
  const without = notApplicable > 0 ? `, ${notApplicable} not applicable` : ''
  return `${settled} of ${objectives} settled${without}, ${open} open (${requirementsOpen} of ${requirements} requirements)`
}
