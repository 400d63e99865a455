// demarc redline: the changes between two revisions as a document that reads like an amendment.
import { compare } from '../core/compare.ts'
import type { Context } from '../core/context.ts'
import { coverage } from '../core/coverage.ts'
import type { Matrix } from '../core/matrix.ts'
import { redlineOf } from '../core/redline/redline-of.ts'
import { Refusal } from '../core/refusal.ts'
import type { Rendition, Subject } from '../core/rendition/rendition.ts'
import { redlinePrinters } from '../documents/redline-printers.ts'
import type { RedlinePrinter } from '../documents/redline-printers.ts'
import { loadReaderContext } from '../library/knowledge.ts'
import type { Command, Given } from './command.ts'
import { readMatrixFile, refuseToReplace, writeNew, writeWhole } from './files.ts'
import * as options from './options.ts'
import { renditionFor, renditionOptions } from './rendition-options.ts'

const names = redlinePrinters.map(({ name }) => name)

export const redlineCommand: Command = {
  name: 'redline',
  summary:
    'Print what changed between two revisions of a matrix, as an amendment reads: who does it first, every word marked',
  usage: [`redline A B --to ${names.join('|')} [-o OUT] [--force] [--branding FILE] [--locale TAG] [--page letter|a4]`],
  details:
    'A is the earlier revision and B the later one, of the same engagement. Underlined is new, struck through is gone. PDF and Word go to a file (-o); HTML goes to standard output unless a file is named. --sign-off is that of the later revision.',
  example: 'demarc redline signed.json draft.json --to pdf -o redline.pdf',
  takes: [2, 2],
  options: {
    to: { type: 'string', value: 'FORMAT', help: 'the format', choices: names },
    ...renditionOptions,
    output: options.output,
    force: options.force,
  },
  run: async (given, terminal) => {
    const printer = printerFor(given)
    const output = given.text('output')
    if (output !== undefined) refuseToReplace(output, given.flag('force'))
    const context = loadReaderContext()
    const [a = '', b = ''] = given.positionals
    const before = await readMatrixFile(a, context, terminal)
    const after = await readMatrixFile(b, context, terminal)
    const rendition = await renditionFor(after, context, given)
    const paper = redlineOf(
      subjectOf(before, context, await renditionFor(before, context, unsigned(given))),
      subjectOf(after, context, rendition),
    )
    const bytes = await printer.print(paper, rendition)
    if (output === undefined) terminal.out(new TextDecoder().decode(bytes))
    else (given.flag('force') ? writeWhole : writeNew)(output, bytes)
    if (output !== undefined)
      terminal.err(`${output} written (${bytes.length.toLocaleString('en-US')} bytes): ${sayCount(before, after)}.\n`)
    return 0
  },
}

function printerFor(given: Given): RedlinePrinter {
  const printer = redlinePrinters.find(({ name }) => name === given.text('to'))
  if (!printer) throw new Refusal('invalid', `say the format: --to ${names.join('|')}`)
  if (!printer.text && given.text('output') === undefined)
    throw new Refusal(
      'invalid',
      `${printer.name} is no text for a terminal; say where to write it: -o FILE.${printer.name}`,
    )
  return printer
}

/** The sign-off that is given is the later revision's. */
function unsigned(given: Given): Given {
  return { ...given, text: (option) => (option === 'sign-off' ? undefined : given.text(option)) }
}

function subjectOf(matrix: Matrix, context: Context, rendition: Rendition): Subject {
  return { matrix, context, proof: coverage(matrix, context), rendition }
}

function sayCount(before: Matrix, after: Matrix): string {
  const changes = compare(before, after).length
  if (changes === 0) return 'the two are the same'
  return changes === 1 ? 'one change' : `${changes} changes`
}
