// demarc check: every finding, and the gap proof in figures.
import { coverage } from '../core/coverage.ts'
import type { Coverage } from '../core/coverage.ts'
import { tally, tallyByFramework } from '../core/coverage-summary.ts'
import { blocks } from '../core/finding.ts'
import type { Finding } from '../core/finding.ts'
import { findings } from '../core/findings.ts'
import { openJson } from '../core/open-objectives.ts'
import type { Matrix } from '../core/matrix.ts'
import { loadContext } from '../library/knowledge.ts'
import { contradictedIn } from './claims-input.ts'
import type { Command, ExitCode } from './command.ts'
import { readMatrixFile } from './files.ts'
import * as options from './options.ts'
import { sayCoverage, sayFindings } from './report.ts'

export const checkCommand: Command = {
  name: 'check',
  summary: 'Prove the matrix: what is open, what is wrong, and where',
  usage: ['check FILE [--all] [--signed FILE] [--claims CLAIMS] [--party NAME=ID] [--json]'],
  details:
    'Ends with 0 when no objective is open and no finding is an error, with 1 when there is one, with 2 when the file cannot be read.',
  example: 'demarc check examples/machine-shop.yaml',
  takes: [1, 1],
  options: {
    all: { type: 'boolean', help: 'print every finding, not the first few of each kind' },
    signed: options.signed,
    claims: options.claims,
    party: options.partyOfClaims,
    json: options.json,
  },
  run: async (given, terminal) => {
    const library = loadContext()
    const matrix = await readMatrixFile(given.positionals[0]!, library, terminal)
    const signedFile = given.text('signed')
    const signed =
      signedFile === undefined
        ? {}
        : { signed: signedFile === 'none' ? null : await readMatrixFile(signedFile, library, terminal) }
    const contradicted = await contradictedIn(given, matrix, library)
    const context = { ...library, today: terminal.today, ...signed, ...contradicted }
    const proof = coverage(matrix, context)
    const found = findings(matrix, context)
    if (given.flag('json')) terminal.out(`${JSON.stringify(checkJson(matrix, proof, found), null, 2)}\n`)
    else
      terminal.out(
        `${sayFindings(found, terminal, given.flag('all') ? Infinity : 4)}${sayCoverage(matrix, proof, terminal)}`,
      )
    return verdict(proof, found)
  },
}

export function verdict(proof: Coverage, found: readonly Finding[]): ExitCode {
  return proof.objectives.some(({ status }) => status === 'open') || found.some(blocks) ? 1 : 0
}

/** The shape that other programs rely on; keys are added, never changed. */
export function checkJson(matrix: Matrix, proof: Coverage, found: readonly Finding[]): unknown {
  const { objectives, settled, notApplicable, open } = tally(proof.objectives)
  return {
    matrix: matrix.id,
    findings: found,
    coverage: {
      objectives,
      settled,
      notApplicable,
      open,
      answersConsidered: proof.answersConsidered,
      byFramework: Object.fromEntries(tallyByFramework(proof)),
      openObjectives: openJson(proof, matrix),
    },
  }
}
