// demarc export: the matrix as a contract annex, a workbook, an assessor's sheet, or any view as a file.
import type { Context } from '../core/context.ts'
import type { Matrix } from '../core/matrix.ts'
import { Refusal } from '../core/refusal.ts'
import { losses } from '../core/rendition/content.ts'
import type { DocumentFormat } from '../documents/format.ts'
import { formats } from '../documents/formats.ts'
import { writeExport, writerFor } from '../documents/write-export.ts'
import type { Written } from '../documents/write-export.ts'
import { loadReaderContext } from '../library/knowledge.ts'
import type { Command, Given } from './command.ts'
import { readBytes, readMatrixFile, refuseToReplace, refuseUnreadable, writeNew, writeWhole } from './files.ts'
import * as options from './options.ts'
import { renditionFor, renditionOptions } from './rendition-options.ts'
import { viewWish } from './show.ts'
import { view } from './view-option.ts'

export const exportCommand: Command = {
  name: 'export',
  summary: 'Write the matrix as a contract exhibit, a workbook, an assessor’s sheet or OSCAL; or any view of it',
  usage: [
    'export FILE --to FORMAT [--view VIEW] [--party PARTY] [--framework ID] [-o OUT] [--force]',
    'export FILE --to pdf|docx|html [--branding FILE] [--locale TAG] [--page letter|a4] [--sign-off FILE] -o OUT',
    'export FILE --to emass --template TEMPLATE.xlsx -o OUT.xlsx',
  ],
  details: `${formats.map(({ name, about }) => `${name}: ${about}.`).join(' ')} Without -o, text goes to standard output.`,
  example: 'demarc export examples/dental-group.yaml --to pdf -o exhibit.pdf',
  takes: [1, 1],
  options: {
    to: { type: 'string', value: 'FORMAT', help: 'the format', choices: formats.map(({ name }) => name) },
    view,
    party: options.party,
    framework: options.framework,
    ...renditionOptions,
    standard: {
      type: 'string',
      value: 'STANDARD',
      help: 'of a PDF: a-3a for the archive (default), ua-1 for assistive software',
      choices: ['a-3a', 'ua-1'],
    },
    template: { type: 'string', value: 'FILE', help: 'the blank form to fill in (emass)' },
    output: options.output,
    force: options.force,
  },
  run: async (given, terminal) => {
    const format = formats.find(({ name }) => name === given.text('to'))
    if (!format) throw new Refusal('invalid', `say the format: --to ${formats.map(({ name }) => name).join('|')}`)
    const output = given.text('output')
    if (output === undefined && !format.text)
      throw new Refusal(
        'invalid',
        `${format.name} is no text for a terminal; say where to write it: -o FILE${format.extension}`,
      )
    if (output !== undefined) refuseToReplace(output, given.flag('force'))
    const context = loadReaderContext()
    const matrix = await readMatrixFile(given.positionals[0]!, context, terminal)
    const { bytes, carried, only, remarks } = await written(format, { matrix, context, given })
    if (output === undefined) terminal.out(new TextDecoder().decode(bytes))
    else (given.flag('force') ? writeWhole : writeNew)(output, bytes)
    if (output !== undefined) terminal.err(`${output} written (${bytes.length.toLocaleString('en-US')} bytes). `)
    terminal.err(sayLosses(losses(matrix, carried), only))
    for (const remark of remarks) terminal.err(`${remark}\n`)
    return 0
  },
}

interface Job {
  readonly matrix: Matrix
  readonly context: Context
  readonly given: Given
}

/** As the options ask for it. */
async function written(format: DocumentFormat, { matrix, context, given }: Job): Promise<Written> {
  const [standard, template] = [given.text('standard'), given.text('template')]
  const writer = await writerFor(format, { view: given.text('view'), standard, template }, options.asOption)
  const rendition = {
    ...(await renditionFor(matrix, context, given)),
    standard: standard as 'a-3a' | 'ua-1' | undefined,
    template: template === undefined ? undefined : readBytes(template),
  }
  const made = await writeExport(writer, { matrix, context, rendition, wish: viewWish(given), say: options.asOption })
  if (made.readAgain) refuseUnreadable(given.text('output'), made.bytes)
  return made
}

function sayLosses(lost: readonly string[], only: string | undefined): string {
  const limited = only === undefined ? '' : `It holds only ${only.replace(/\.$/, '')}. `
  return `${limited}${lost.length === 0 ? 'Nothing of the matrix is left out.' : `Left out: ${lost.join(', ')}.`}\n`
}
