// demarc sample: the sample engagement, composed, proven and written to out/, with where to look.
import { mkdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { coverage } from '../core/coverage.ts'
import { ceilings } from '../core/exposure.ts'
import { findings } from '../core/findings.ts'
import { Refusal } from '../core/refusal.ts'
import type { Subject } from '../core/rendition/rendition.ts'
import { views } from '../core/views/catalogue.ts'
import { writeCsv } from '../documents/csv.ts'
import { formats } from '../documents/formats.ts'
import { jsonBytes } from '../documents/json.ts'
import { writeMarkdown } from '../documents/markdown.ts'
import { loadReaderContext } from '../library/knowledge.ts'
import { checkJson } from './check.ts'
import type { Command } from './command.ts'
import { readMatrixFile, writeWhole } from './files.ts'
import { renditionFor } from './rendition-options.ts'
import { sayCoverage } from './report.ts'
import type { Terminal } from './terminal.ts'

const sample = join(import.meta.dirname, '..', '..', 'examples', 'three-frameworks.yaml')
const folder = 'out'

export const sampleCommand: Command = {
  name: 'sample',
  summary: 'Compose a sample engagement, prove it, and write its matrix and documents to out/',
  usage: ['sample'],
  example: 'demarc sample',
  takes: [0, 0],
  options: {},
  run: async (_, terminal) => {
    await compose(terminal)
    return 0
  },
}

async function compose(terminal: Terminal): Promise<void> {
  const context = { ...loadReaderContext(), today: terminal.today }
  const matrix = await readMatrixFile(sample, context, { err: () => undefined, interactive: false })
  const proof = coverage(matrix, context)
  const found = findings(matrix, context)
  const projection = { matrix, context, proof }
  const files: readonly File[] = [
    ['matrix.json', jsonBytes(matrix), 'the matrix document: everything, and what the command line works on'],
    ...(await documents({ ...projection, rendition: await renditionFor(matrix, context, plainly) })),
    ['client.md', utf8(writeMarkdown(views.client(projection))), 'only what the client must do'],
    [
      'responsibilities.csv',
      utf8(`\ufeff${writeCsv(views.crm(projection))}`),
      'per objective, the provider’s part and the client’s (32 CFR 170.19)',
    ],
    ['check.json', jsonBytes(checkJson(matrix, proof, found)), 'the gap proof and every finding, for programs'],
  ]
  mkdirSync(folder, { recursive: true })
  for (const [name, bytes] of files) writeWhole(join(folder, name), bytes)

  const shown = relative('.', sample)
  terminal.out(
    `\n${terminal.style('bold', 'Demarc')} composed ${shown}: ${matrix.activities.length} activities, ${matrix.parties.map(({ legalName }) => legalName).join(', ')}\n\n`,
  )
  terminal.out(sayCoverage(matrix, proof, terminal))
  for (const [id, { score, framework }] of ceilings(matrix, context, proof)) {
    terminal.out(
      `${id}: this record could support at most ${score} of ${framework.scoring?.max} points (not an SPRS score).\n`,
    )
  }
  const kinds = [...Map.groupBy(found, ({ severity, code }) => `${severity} ${code}`)].map(
    ([kind, group]) => `${kind} (${group.length})`,
  )
  terminal.out(`Findings: ${kinds.length === 0 ? 'none' : kinds.join(', ')}\n\nWhere to look\n`)
  const width = Math.max(...files.map(([name]) => name.length))
  for (const [name, , what] of files) terminal.out(`  ${join(folder, name.padEnd(width))}  ${what}\n`)
  terminal.out(
    `\nTry next\n  node bin/demarc.mjs gaps ${shown}\n  node bin/demarc.mjs exposure ${shown} --without msp\n  node bin/demarc.mjs new --help\n`,
  )
}

type File = readonly [name: string, bytes: Uint8Array, what: string]

/** Without branding, sign-off or anything else that options would say. */
const plainly = { positionals: [], text: () => undefined, texts: () => [], flag: () => false }

/** The exhibit as PDF where this machine can typeset, else as a page; and the workbook. */
async function documents(subject: Subject): Promise<readonly File[]> {
  const write = async (format: string): Promise<Uint8Array> => {
    const { whole } = await formats.find(({ name }) => name === format)!.load()
    return whole!.write(subject)
  }
  const said = 'the exhibit: the annex of a contract, marked DRAFT until it is signed'
  const exhibit = await write('pdf').then(
    (bytes): File => ['exhibit.pdf', bytes, said],
    async (error: unknown): Promise<File> => {
      if (!(error instanceof Refusal)) throw error
      return ['exhibit.html', await write('html'), said]
    },
  )
  return [exhibit, ['matrix.xlsx', await write('xlsx'), 'the workbook; what you edit there, demarc changes reads back']]
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
