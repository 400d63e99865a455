// demarc show: a view of the matrix, for reading here.
import type { ViewName } from '../core/views/catalogue.ts'
import { projected } from '../core/views/projected.ts'
import type { ViewWish } from '../core/views/projected.ts'
import type { Table, View } from '../core/views/view.ts'
import { loadReaderContext } from '../library/knowledge.ts'
import type { Command, Given } from './command.ts'
import { readMatrixFile } from './files.ts'
import * as options from './options.ts'
import type { Terminal } from './terminal.ts'
import { view } from './view-option.ts'
import { hang } from './wrap.ts'

export const showCommand: Command = {
  name: 'show',
  summary: 'Read the matrix: whole, per objective, or one party’s part of it',
  usage: ['show FILE [--view VIEW] [--party PARTY] [--framework ID] [--json]'],
  details:
    'srm: every activity with each party’s part. crm: per objective, the provider’s part and the client’s. client: only what the client must do. duties: one party’s list. cuec and csoc: complementary controls, by whose report it is. objectives: per objective, what an assessor may take as inherited. interview: whom to ask and what to examine. ssp: a paragraph for the security plan per requirement. fedramp-crm and caiq: the layouts of FedRAMP Appendix J and of the CSA.',
  example: 'demarc show examples/dental-group.yaml --view client',
  takes: [1, 1],
  options: { view, party: options.party, framework: options.framework, json: options.json },
  run: async (given, terminal) => {
    const context = loadReaderContext()
    const matrix = await readMatrixFile(given.positionals[0]!, context, terminal)
    const shown = projected({ matrix, context }, viewWish(given), options.asOption)
    terminal.out(given.flag('json') ? `${JSON.stringify(shown, null, 2)}\n` : sayView(shown, terminal))
    return 0
  },
}

/** What the options ask for. */
export function viewWish(given: Given): ViewWish {
  return {
    view: given.text('view') as ViewName | undefined,
    party: given.text('party'),
    framework: given.text('framework'),
  }
}

function sayView({ title, intro, preface, tables }: View, terminal: Terminal): string {
  const head = `${terminal.style('bold', title)}\n${intro.map((line) => `${hang('', line, terminal.width)}\n`).join('')}\n`
  return head + [...preface, ...tables].map((table) => sayTable(table, terminal)).join('\n')
}

/** A row is a block: its first cell, then each further cell under its column's name. */
function sayTable({ title, columns, rows }: Table, terminal: Terminal): string {
  const width = Math.max(...columns.slice(1).map((name) => name.length))
  const blocks = rows.map(([first = '', ...cells]) => {
    const lines = cells.map((cell, index) => sayCell(columns[index + 1]!.padEnd(width), cell, terminal))
    return `${terminal.style('bold', hang('', first, terminal.width))}\n${lines.join('')}`
  })
  return `${terminal.style('underline', title)} (${rows.length})\n\n${blocks.join('\n')}`
}

/** Several things in one cell are a list. */
function sayCell(label: string, cell: string, terminal: Terminal): string {
  if (cell === '') return ''
  const [first, ...more] = cell.split('\n')
  if (more.length === 0) return `${hang(`  ${label}  `, first!, terminal.width)}\n`
  const blank = ' '.repeat(label.length)
  return [first!, ...more]
    .map((item, index) => `${hang(`  ${index === 0 ? label : blank}  - `, item, terminal.width)}\n`)
    .join('')
}
