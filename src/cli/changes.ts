// demarc changes: an edited workbook, read back as proposed changes to the matrix that it was exported from.
import { coverage } from '../core/coverage.ts'
import type { Issue } from '../core/issue.ts'
import { Refusal } from '../core/refusal.ts'
import { readChanges } from '../documents/xlsx/read-changes.ts'
import { loadReaderContext } from '../library/knowledge.ts'
import type { Command } from './command.ts'
import { withDuties } from '../core/redline/duty-changes.ts'
import { readerOf, sayChanges } from './diff-report.ts'
import { documentBytes } from './document-file.ts'
import { readBytes, readMatrixFile, refuseToReplace, writeNew, writeWhole } from './files.ts'
import * as options from './options.ts'
import { renditionFor } from './rendition-options.ts'
import type { Terminal } from './terminal.ts'
import { hang } from './wrap.ts'

export const changesCommand: Command = {
  name: 'changes',
  summary: 'Read an edited workbook back: its edits as proposed changes, and every cell that could not be read',
  usage: ['changes MATRIX EDITED.xlsx [--json] [-o OUT] [--force]'],
  details:
    'MATRIX is the file that the workbook was exported from. Nothing is changed in it: -o writes the edited matrix to another file. Exit code 1 says that a cell was not taken.',
  example: 'demarc changes matrix.json matrix-from-the-client.xlsx -o proposed.json',
  takes: [2, 2],
  options: { json: options.json, output: options.output, force: options.force },
  run: async (given, terminal) => {
    const [file = '', edited = ''] = given.positionals
    const output = given.text('output')
    if (output !== undefined) refuseToReplace(output, given.flag('force'))
    const context = loadReaderContext()
    const matrix = await readMatrixFile(file, context, terminal)
    const rendition = await renditionFor(matrix, context, given)
    const read = await readChanges(readBytes(edited), { matrix, context, proof: coverage(matrix, context), rendition })
    if (!read.ok) throw new Refusal('invalid', `${edited} cannot be read back`, read.issues)
    const { changes, issues, notes } = read.value
    const proposed = withDuties(changes, matrix, read.value.matrix)
    if (given.flag('json')) terminal.out(`${JSON.stringify({ changes: proposed, notTaken: issues, notes }, null, 2)}\n`)
    else terminal.out(sayChanges(changes, readerOf(matrix, read.value.matrix, terminal)))
    for (const note of notes) terminal.err(`${hang('', note, terminal.width)}\n`)
    terminal.err(sayNotTaken(issues, terminal))
    if (output !== undefined) {
      const bytes = documentBytes(output, read.value.matrix)
      ;(given.flag('force') ? writeWhole : writeNew)(output, bytes)
      terminal.err(`${output} written with ${changes.length} ${changes.length === 1 ? 'change' : 'changes'}.\n`)
    }
    return issues.length === 0 ? 0 : 1
  },
}

function sayNotTaken(issues: readonly Issue[], terminal: Terminal): string {
  if (issues.length === 0) return ''
  const head = `\n${terminal.style('bold', `not taken (${issues.length})`)}\n`
  return head + issues.map(({ at, message }) => `${hang('  ', `${at}: ${message}`, terminal.width)}\n`).join('')
}
