// demarc diff: what changed between two matrices, reallocation first.
import { compare } from '../core/compare.ts'
import { loadContext } from '../library/knowledge.ts'
import type { Command } from './command.ts'
import { withDuties } from '../core/redline/duty-changes.ts'
import { readerOf, sayChanges } from './diff-report.ts'
import { readMatrixFile } from './files.ts'
import * as options from './options.ts'

export const diffCommand: Command = {
  name: 'diff',
  summary: 'Say what changed between two matrices: who does it, by when, in which words, for which citation',
  usage: ['diff A B [--json]'],
  example: 'demarc diff signed.json draft.json',
  takes: [2, 2],
  options: { json: options.json },
  run: async (given, terminal) => {
    const context = loadContext()
    const [before = '', after = ''] = given.positionals
    const a = await readMatrixFile(before, context, terminal)
    const b = await readMatrixFile(after, context, terminal)
    const changes = compare(a, b)
    terminal.out(
      given.flag('json')
        ? `${JSON.stringify({ changes: withDuties(changes, a, b) }, null, 2)}\n`
        : sayChanges(changes, readerOf(a, b, terminal)),
    )
    return 0
  },
}
