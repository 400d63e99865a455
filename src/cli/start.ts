// `npm start`: the sample engagement, composed, proven and written to out/, with where to look.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { coverage } from '../core/coverage.ts'
import { ceilings } from '../core/exposure.ts'
import { findings } from '../core/findings.ts'
import { views } from '../core/views/catalogue.ts'
import { writeCsv } from '../documents/csv.ts'
import { jsonBytes } from '../documents/json.ts'
import { writeMarkdown } from '../documents/markdown.ts'
import { loadReaderContext } from '../library/knowledge.ts'
import { checkJson } from './check.ts'
import { readMatrixFile, writeWhole } from './files.ts'
import { sayCoverage } from './report.ts'
import { processTerminal } from './terminal.ts'
import type { Terminal } from './terminal.ts'

const sample = join('examples', 'three-frameworks.yaml')
const folder = 'out'

async function start(terminal: Terminal): Promise<void> {
  const context = { ...loadReaderContext(), today: terminal.today }
  const matrix = await readMatrixFile(sample, context, { err: () => undefined, interactive: false })
  const proof = coverage(matrix, context)
  const found = findings(matrix, context)
  const projection = { matrix, context, proof }
  const srm = views.srm(projection)
  const client = views.client(projection)
  const files = [
    ['matrix.json', jsonBytes(matrix), 'the matrix document: everything, and what the command line works on'],
    ['matrix.md', utf8(writeMarkdown(srm)), 'the shared responsibility matrix to read'],
    ['client.md', utf8(writeMarkdown(client)), 'only what the client must do'],
    [
      'responsibilities.csv',
      utf8(`\ufeff${writeCsv(views.crm(projection))}`),
      'per objective, the provider’s part and the client’s (32 CFR 170.19)',
    ],
    ['check.json', jsonBytes(checkJson(matrix, proof, found)), 'the gap proof and every finding, for programs'],
  ] as const
  mkdirSync(folder, { recursive: true })
  for (const [name, bytes] of files) writeWhole(join(folder, name), bytes)

  terminal.out(
    `\n${terminal.style('bold', 'Demarc')} composed ${sample}: ${matrix.activities.length} activities, ${matrix.parties.map(({ legalName }) => legalName).join(', ')}\n\n`,
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
    `\nTry next\n  node bin/demarc.mjs gaps ${sample}\n  node bin/demarc.mjs exposure ${sample} --without msp\n  node bin/demarc.mjs new --help\n`,
  )
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

await start(processTerminal())
