// demarc import: somebody's matrix read as claims, with how it was understood and what could not be read.
import { basename } from 'node:path'
import type { ClaimsFile } from '../core/claims/claims-file.ts'
import { Mapping } from '../core/mapping/mapping.ts'
import type { Naming } from '../core/mapping/party-words.ts'
import { Refusal } from '../core/refusal.ts'
import { issuesOf } from '../core/schema-issues.ts'
import { CalendarDate, Text } from '../core/text.ts'
import { claimsLimit, readValue } from '../documents/read-value.ts'
import { claimsOf } from '../documents/sources/claims-of.ts'
import type { StatedFacts } from '../documents/sources/claims-of.ts'
import { loadContext } from '../library/knowledge.ts'
import type { Command, ExitCode, Given } from './command.ts'
import { readBytes, refuseToReplace, refuseToReplaceInput, refuseUnreadable, writeNew, writeWhole } from './files.ts'
import { sayImport } from './import-report.ts'
import * as options from './options.ts'
import type { Terminal } from './terminal.ts'

export const importCommand: Command = {
  name: 'import',
  summary: 'Read somebody’s responsibility matrix as claims to confirm, by place',
  usage: [
    'import FILE --party NAME [--as msp|provider] [--mapping FILE] [--mapping-out FILE] [--title TEXT] [--document-version V] [--dated DATE] [-o CLAIMS.json] [--all] [--json] [--force]',
  ],
  details:
    'FILE is a workbook, CSV, Markdown, HTML, Word, JSON, YAML, OSCAL or OpenControl file. Nothing of it counts until it is accepted (demarc claims). What was understood of its columns is shown; --mapping-out writes it for you to correct, --mapping reads it (or a claims file) and holds for every file of the same layout. Ends with 1 when something was not read or the document is declined.',
  example: 'demarc import cloud-crm.xlsx --party "Acme Cloud" -o cloud.claims.json',
  takes: [1, 1],
  options: {
    party: { type: 'string', value: 'NAME', help: 'whose document it is' },
    as: {
      type: 'string',
      value: 'SIDE',
      choices: ['msp', 'provider'],
      help: 'what that party is: a provider unless you say msp',
    },
    mapping: { type: 'string', value: 'FILE', help: 'how to understand the columns and words, as confirmed before' },
    'mapping-out': { type: 'string', value: 'FILE', help: 'write how they were understood, to be corrected' },
    title: { type: 'string', value: 'TEXT', help: 'the document’s title, over what the file says' },
    'document-version': { type: 'string', value: 'V', help: 'its version, over what the file says' },
    dated: { type: 'string', value: 'DATE', help: 'its date (2026-03-01), over what the file says' },
    output: options.output,
    all: { type: 'boolean', help: 'print every place that was not read, not the first few' },
    force: options.force,
    json: options.json,
  },
  run: async (given, terminal) => {
    const [file = ''] = given.positionals
    const outputs = ['output', 'mapping-out'].flatMap((option) => given.text(option) ?? [])
    for (const output of outputs) {
      refuseToReplace(output, given.flag('force'))
      refuseToReplaceInput(output, [file])
    }
    const naming = namingIn(given)
    const told = await toldIn(given)
    const facts = factsGiven(given)
    const request = { bytes: readBytes(file), fileName: basename(file), naming, told, facts }
    const read = await claimsOf(request, loadContext())
    if (given.flag('json')) terminal.out(`${JSON.stringify(read, null, 2)}\n`)
    else terminal.out(sayImport(read, terminal, given.flag('all')))
    return written(read, given, terminal)
  },
}

function namingIn(given: Given): Naming {
  const party = Text.safeParse(given.text('party') ?? '')
  if (!party.success)
    throw new Refusal('invalid', '--party: say whose document it is, as it names itself: --party "Acme Cloud"')
  const side = given.text('as')
  return { party: party.data, ...((side === 'msp' || side === 'provider') && { side }) }
}

const stated = [
  ['title', 'title', Text, 'write its title'],
  ['document-version', 'version', Text, 'write its version'],
  ['dated', 'date', CalendarDate, 'a date is year-month-day: 2026-11-23'],
] as const

function factsGiven(given: Given): StatedFacts {
  return Object.fromEntries(
    stated.flatMap(([option, fact, schema, help]) => {
      const text = given.text(option)
      if (text === undefined) return []
      const parsed = schema.safeParse(text)
      if (!parsed.success) throw new Refusal('invalid', `--${option}: ${help}`)
      return [[fact, parsed.data]]
    }),
  )
}

/** A mapping by itself, or the one in a claims file. */
async function toldIn(given: Given): Promise<Mapping | undefined> {
  const file = given.text('mapping')
  if (file === undefined) return undefined
  const value = await readValue(readBytes(file), claimsLimit)
  if (!value.ok) throw new Refusal('invalid', `${file} cannot be read`, value.issues)
  const held = value.value as { readonly mapping?: unknown } | null
  const mapping = typeof held === 'object' && held !== null && 'mapping' in held ? held.mapping : value.value
  const parsed = Mapping.safeParse(mapping)
  if (!parsed.success) throw new Refusal('invalid', `${file} is no mapping`, issuesOf(parsed.error, mapping))
  return parsed.data
}

function written(
  read: ClaimsFile & { readonly mapping: Mapping },
  given: Given,
  terminal: Pick<Terminal, 'err'>,
): ExitCode {
  const write = given.flag('force') ? writeWhole : writeNew
  const mappingFile = given.text('mapping-out')
  if (mappingFile !== undefined) {
    write(mappingFile, jsonLines(read.mapping))
    terminal.err(`${mappingFile} written: correct what each column means, then give it with --mapping.\n`)
  }
  const output = given.text('output')
  if (output !== undefined && read.declined !== undefined)
    terminal.err(`${output} was not written: there is nothing to claim.\n`)
  if (output !== undefined && read.declined === undefined) {
    const bytes = claimsBytes(read)
    refuseUnreadable(output, bytes, claimsLimit)
    write(output, bytes)
    const { length } = read.claims
    terminal.err(
      `${output} written with ${length} ${length === 1 ? 'claim' : 'claims'}. Next: demarc claims review MATRIX ${output}\n`,
    )
  }
  return read.declined === undefined && read.issues.length === 0 ? 0 : 1
}

/** A claim a line, and an issue: for comparing files, and half as long. */
function claimsBytes({ claims, issues, ...rest }: ClaimsFile): Uint8Array {
  const head = JSON.stringify(rest, null, 2).replace(/\n}$/, ',')
  return new TextEncoder().encode(`${head}\n  "issues": ${linesOf(issues)},\n  "claims": ${linesOf(claims)}\n}\n`)
}

function linesOf(values: readonly unknown[]): string {
  if (values.length === 0) return '[]'
  return `[\n${values.map((value) => `    ${JSON.stringify(value)}`).join(',\n')}\n  ]`
}

function jsonLines(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`)
}
