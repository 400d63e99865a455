// demarc diff: what changed between two matrices, reallocation first.
import { compare } from '../core/compare.ts'
import type { Change } from '../core/compare.ts'
import type { Matrix } from '../core/matrix.ts'
import { partyName } from '../core/views/view.ts'
import { loadContext } from '../library/knowledge.ts'
import type { Command } from './command.ts'
import { sayChange } from './diff-report.ts'
import type { ChangeReader } from './diff-report.ts'
import { readMatrixFile } from './files.ts'
import * as options from './options.ts'
import type { Terminal } from './terminal.ts'

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
      given.flag('json') ? `${JSON.stringify({ changes }, null, 2)}\n` : sayChanges(changes, readerOf(a, b, terminal)),
    )
    return 0
  },
}

function readerOf(a: Matrix, b: Matrix, terminal: Terminal): ChangeReader {
  const titles = new Map([...a.activities, ...b.activities].map(({ id, title }) => [id, title]))
  return {
    terminal,
    titleOf: (id) => titles.get(id) ?? id,
    nameOf: (party) => partyName({ parties: [...b.parties, ...a.parties] }, party),
  }
}

function sayChanges(changes: readonly Change[], reader: ChangeReader): string {
  if (changes.length === 0) return 'Nothing changed.\n'
  return [...Map.groupBy(changes, ({ kind }) => kind)]
    .map(
      ([kind, group]) =>
        `${reader.terminal.style('bold', `${kind} (${group.length})`)}\n${group.map((change) => sayChange(change, reader)).join('')}`,
    )
    .join('\n')
}
