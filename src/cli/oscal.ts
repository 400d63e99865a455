// demarc oscal: references of OSCAL documents that JSON Schema cannot see.
import { blocks } from '../core/finding.ts'
import type { Finding } from '../core/finding.ts'
import { Refusal } from '../core/refusal.ts'
import { suggest } from '../core/schema-issues.ts'
import { checkOscalFiles } from '../documents/oscal/reference-rules/check-oscal.ts'
import type { CheckedOscal } from '../documents/oscal/reference-rules/check-oscal.ts'
import { readJsonValue } from '../documents/read-value.ts'
import type { Command, ExitCode, Given } from './command.ts'
import { readBytes } from './files.ts'
import * as options from './options.ts'
import { sayFindings } from './report.ts'
import type { Terminal } from './terminal.ts'

const mostFiles = 20
const shown = 5

export const oscalCommand: Command = {
  name: 'oscal',
  summary: 'Check the references within and between OSCAL documents',
  usage: ['oscal check FILE [FILE …] [--all] [--json]'],
  details:
    'NIST’s JSON Schema says whether a document has the right form, which is not checked here; this finds what it cannot see: UUIDs that lead nowhere or to the wrong kind of thing, roles and parties that nobody declared, repeated statements, values that OSCAL does not allow. A plan that inherits from another is settled by giving both files; a catalog given with them settles control and parameter ids. Errors make the exit code 1.',
  example: 'demarc oscal check client-ssp.json provider-ssp.json',
  takes: [2, mostFiles + 1],
  options: {
    all: { type: 'boolean', help: 'print every finding, not only the first of each kind' },
    json: options.json,
  },
  words: ['check'],
  run: async (given, terminal) => {
    const [deed = '', ...files] = given.positionals
    if (deed !== 'check')
      throw new Refusal('invalid', `demarc oscal takes check, not "${deed}"; ${suggest(deed, ['check'])}`)
    const checked = checkOscalFiles(files.map(readOscal))
    const stray = checked.findIndex(({ root }) => root === undefined)
    if (stray !== -1) throw new Refusal('invalid', `${files[stray]!} cannot be checked`, checked[stray]!.findings)
    return tell({ files, checked }, given, terminal)
  },
}

function readOscal(file: string): unknown {
  const bytes = readBytes(file)
  if (/^(?:\uFEFF)?\s*</.test(new TextDecoder().decode(bytes.subarray(0, 200))))
    throw new Refusal('invalid', `${file} cannot be read`, [
      { at: 'the file', message: 'it is XML; give the same document as OSCAL JSON' },
    ])
  const read = readJsonValue(bytes)
  if (!read.ok) throw new Refusal('invalid', `${file} cannot be read`, read.issues)
  return read.value
}

interface Outcome {
  readonly files: readonly string[]
  readonly checked: readonly CheckedOscal[]
}

function tell({ files, checked }: Outcome, given: Given, terminal: Terminal): ExitCode {
  const results = checked.map(({ root, findings }, index) => ({ file: files[index]!, root, findings }))
  if (given.flag('json'))
    terminal.out(
      `${JSON.stringify({ formChecked: false, files: results.map(({ findings, ...rest }) => ({ ...rest, findings: findings.map(asJson) })) }, null, 2)}\n`,
    )
  else
    for (const { file, root, findings } of results) {
      terminal.out(`${terminal.style('bold', file)} (${root ?? ''}): ${sayCount(findings)}\n`)
      terminal.out(sayFindings(findings, terminal, given.flag('all') ? findings.length : shown))
    }
  return results.some(({ findings }) => findings.some(blocks)) ? 1 : 0
}

function asJson({ code, severity, at, message }: Finding): unknown {
  return { code, severity, at, message }
}

function sayCount(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'no broken reference found; its form was not checked'
  const errors = findings.filter(blocks).length
  const warnings = findings.length - errors
  const say = (count: number, word: string): readonly string[] =>
    count === 0 ? [] : [`${count} ${word}${count === 1 ? '' : 's'}`]
  return [...say(errors, 'error'), ...say(warnings, 'warning')].join(', ')
}
