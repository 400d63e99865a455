// demarc export: a view of the matrix as a file.
import { formats } from '../documents/formats.ts'
import { Refusal } from '../core/refusal.ts'
import { loadReaderContext } from '../library/knowledge.ts'
import type { Command } from './command.ts'
import { readMatrixFile, refuseToReplace, writeNew, writeWhole } from './files.ts'
import * as options from './options.ts'
import { project } from './show.ts'
import { view } from './view-option.ts'

export const exportCommand: Command = {
  name: 'export',
  summary: 'Write the matrix, or a view of it, as Markdown, CSV or JSON',
  usage: ['export FILE --to md|csv|json [--view VIEW] [--party PARTY] [--framework ID] [-o OUT] [--force]'],
  details: 'JSON without --view is the matrix document itself. Without -o the text goes to standard output.',
  example: 'demarc export examples/dental-group.yaml --to md --view client -o client-list.md',
  takes: [1, 1],
  options: {
    to: { type: 'string', value: 'FORMAT', help: 'the format', choices: formats.map(({ name }) => name) },
    view,
    party: options.party,
    framework: options.framework,
    output: options.output,
    force: options.force,
  },
  run: async (given, terminal) => {
    const format = formats.find(({ name }) => name === given.text('to'))
    if (!format) throw new Refusal('invalid', `say the format: --to ${formats.map(({ name }) => name).join('|')}`)
    const context = loadReaderContext()
    const output = given.text('output')
    if (output !== undefined) refuseToReplace(output, given.flag('force'))
    const matrix = await readMatrixFile(given.positionals[0]!, context, terminal)
    const whole = given.text('view') === undefined ? format.writeMatrix?.(matrix) : undefined
    const bytes = whole ?? format.writeView(project(matrix, context, given))
    if (output === undefined) terminal.out(new TextDecoder().decode(bytes))
    else (given.flag('force') ? writeWhole : writeNew)(output, bytes)
    if (output !== undefined)
      terminal.err(
        `${output} written (${bytes.length.toLocaleString('en-US')} bytes). ${format.name} does not carry: ${format.loses}\n`,
      )
    return 0
  },
}
