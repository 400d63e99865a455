// demarc export: the matrix as a contract annex, a workbook, an assessor's sheet, or any view as a file.
import { coverage } from '../core/coverage.ts'
import type { Context } from '../core/context.ts'
import type { Matrix } from '../core/matrix.ts'
import { Refusal } from '../core/refusal.ts'
import { losses } from '../core/rendition/content.ts'
import type { Content } from '../core/rendition/content.ts'
import type { DocumentFormat, Writer } from '../documents/format.ts'
import { formats } from '../documents/formats.ts'
import { loadReaderContext } from '../library/knowledge.ts'
import type { Command, Given } from './command.ts'
import { readBytes, readMatrixFile, refuseToReplace, refuseUnreadable, writeNew, writeWhole } from './files.ts'
import { knownFramework } from './frameworks.ts'
import * as options from './options.ts'
import { renditionFor, renditionOptions } from './rendition-options.ts'
import { project } from './show.ts'
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
    const { bytes, carried, only, remarks = [] } = await written(format, { matrix, context, given })
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

interface Written {
  readonly bytes: Uint8Array
  readonly carried: readonly Content[]
  /** what it is limited to on purpose */
  readonly only?: string | undefined
  readonly remarks?: readonly string[]
}

async function written(format: DocumentFormat, job: Job): Promise<Written> {
  const writer = await format.load()
  refuseMisplaced(format, writer, job.given)
  return writer.whole && job.given.text('view') === undefined ? wholeOf(writer.whole, job) : viewOf(writer.view!, job)
}

/** What was asked for and this format has no use for is said, not passed over. */
function refuseMisplaced({ name }: DocumentFormat, writer: Writer, given: Given): void {
  if (given.text('view') !== undefined && !writer.view)
    throw new Refusal('invalid', `${name} has a layout of its own; leave --view out`)
  if (given.text('standard') !== undefined && !writer.takes?.includes('standard'))
    throw new Refusal('invalid', '--standard goes with --to pdf')
  if (given.text('template') !== undefined && !writer.takes?.includes('template'))
    throw new Refusal('invalid', '--template goes with --to emass')
}

async function wholeOf(
  { carries, ofExtract = carries, only, remarks, readAgain, write }: NonNullable<Writer['whole']>,
  job: Job,
): Promise<Written> {
  const { matrix, context, given } = job
  if (given.text('party') !== undefined) throw new Refusal('invalid', '--party goes with --view duties')
  const framework = knownFramework(given.text('framework'), matrix)
  const template = given.text('template')
  const rendition = {
    ...(await renditionFor(matrix, context, given)),
    standard: given.text('standard') as 'a-3a' | 'ua-1' | undefined,
    template: template === undefined ? undefined : readBytes(template),
  }
  const subject = { matrix, context, proof: coverage(matrix, context), framework, rendition }
  const limits = [
    ...(only === undefined ? [] : [only]),
    ...(framework === undefined ? [] : [`what serves ${framework}`]),
  ]
  const bytes = await write(subject)
  if (readAgain) refuseUnreadable(given.text('output'), bytes)
  return {
    bytes,
    carried: framework === undefined ? carries : ofExtract,
    only: limits.length === 0 ? undefined : limits.join(', and '),
    remarks: remarks?.(subject) ?? [],
  }
}

async function viewOf(
  { drops, write }: NonNullable<Writer['view']>,
  { matrix, context, given }: Job,
): Promise<Written> {
  const shown = project(matrix, context, given)
  const rendition = {
    ...(await renditionFor(matrix, context, given)),
    standard: given.text('standard') as 'a-3a' | 'ua-1' | undefined,
  }
  const dropped: ReadonlySet<Content> = new Set(drops)
  return {
    bytes: await write(shown, rendition),
    carried: shown.shows.filter((kind) => !dropped.has(kind)),
    only: shown.only,
  }
}

function sayLosses(lost: readonly string[], only: string | undefined): string {
  const limited = only === undefined ? '' : `It holds only ${only.replace(/\.$/, '')}. `
  return `${limited}${lost.length === 0 ? 'Nothing of the matrix is left out.' : `Left out: ${lost.join(', ')}.`}\n`
}
