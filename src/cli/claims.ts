// demarc claims: other people's documents, as claims, reviewed against a matrix and accepted into it.
import { acceptClaims } from '../core/claims-review/acceptance.ts'
import { choose } from '../core/claims-review/choice.ts'
import type { Wanted } from '../core/claims-review/choice.ts'
import { hear } from '../core/claims-review/hearing.ts'
import { groundOf, refuseUnknownScopes } from '../core/claims-review/said.ts'
import { refuseUnreplaced, withdrawRows } from '../core/claims-review/replacement.ts'
import { review } from '../core/claims-review/review.ts'
import { coverage } from '../core/coverage.ts'
import type { Matrix } from '../core/matrix.ts'
import { Refusal } from '../core/refusal.ts'
import { suggest } from '../core/schema-issues.ts'
import { Text } from '../core/text.ts'
import { saysNotApplicable, saysOnlyMark } from '../core/wording/says-nothing.ts'
import { loadContext } from '../library/knowledge.ts'
import { acceptedJson, addedParties } from '../core/claims-review/accepted-json.ts'
import { sayAccepted } from './claims-accepted-report.ts'
import { readClaims, saidIn } from './claims-input.ts'
import type { Against } from './claims-input.ts'
import { isNothingToLookAt, reviewJson } from '../core/claims-review/review-json.ts'
import { sayReview } from './claims-review-report.ts'
import type { Command, ExitCode, Given } from './command.ts'
import { changedBytes } from './document-file.ts'
import {
  isYaml,
  readBytes,
  readDocumentFile,
  readMatrixFile,
  refuseToReplace,
  refuseToReplaceInput,
  writeNew,
  writeWhole,
} from './files.ts'
import * as options from './options.ts'
import type { Terminal } from './terminal.ts'

export const claimsCommand: Command = {
  name: 'claims',
  summary: 'Hold other people’s documents against a matrix, and accept what they claim',
  usage: [
    'claims review MATRIX CLAIMS … [--party NAME=ID] [--newer OLD=NEW] [--scope ID] [--accountable PARTY] [--all] [--json]',
    'claims accept MATRIX CLAIMS … --reason TEXT -o OUT [--only REQUIREMENT] [--at PLACE] [--instead ROW] [--party NAME=ID] [--newer OLD=NEW] [--scope ID] [--accountable PARTY] [--by NAME] [--json] [--force]',
  ],
  details:
    'CLAIMS are files that demarc import wrote. A claim counts for nothing until it is accepted. An accepted claim becomes its party’s duty, resting on the document, and leaves what the customer must do as a duty that somebody has to take. review ends with 1 when there is something to look at, accept when a claim that was asked for was left.',
  example:
    'demarc claims accept matrix.json cloud.claims.json --only AC.L2-3.1.1 --reason "read with the vendor" -o next.json',
  takes: [3, Infinity],
  options: {
    only: {
      type: 'string',
      multiple: true,
      value: 'REQUIREMENT',
      help: 'accept only claims about this requirement or objective',
    },
    at: {
      type: 'string',
      multiple: true,
      value: 'PLACE',
      help: 'accept the claim at this place, also where it is contradicted: "PaaS CRM!C17"',
    },
    instead: {
      type: 'string',
      multiple: true,
      value: 'ROW',
      help: 'take this row of an accepted claim out: the claim at --at takes its place',
    },
    party: {
      type: 'string',
      multiple: true,
      value: 'NAME=ID',
      help: 'which party a document’s name means; a new id adds a provider',
    },
    newer: {
      type: 'string',
      multiple: true,
      value: 'OLD=NEW',
      help: 'the document NEW is the newer version of OLD: by title or file name',
    },
    scope: {
      type: 'string',
      multiple: true,
      value: 'ID',
      help: 'where the documents apply, in a matrix of several scopes; "all"',
    },
    accountable: { type: 'string', value: 'PARTY', help: 'who answers for rows for which the matrix names nobody' },
    reason: { type: 'string', value: 'TEXT', help: 'why the claims are accepted' },
    by: { type: 'string', value: 'NAME', help: 'who accepts them' },
    output: options.output,
    force: options.force,
    all: { type: 'boolean', help: 'print every entry, not the first few of each list' },
    json: options.json,
  },
  words: ['review', 'accept'],
  run: async (given, terminal) => {
    const [deed = ''] = given.positionals
    if (deed === 'review') return reviewed(given, terminal)
    if (deed === 'accept') return accepted(given, terminal)
    throw new Refusal(
      'invalid',
      `demarc claims takes review or accept, not "${deed}"; ${suggest(deed, ['review', 'accept'])}`,
    )
  },
}

async function readAll(given: Given, terminal: Terminal): Promise<Against> {
  const [, file = '', ...claims] = given.positionals
  const context = loadContext()
  const matrix = await readMatrixFile(file, context, terminal)
  return { matrix, context, files: await Promise.all(claims.map(readClaims)) }
}

async function reviewed(given: Given, terminal: Terminal): Promise<ExitCode> {
  for (const option of ['only', 'at', 'instead', 'reason', 'by', 'output'])
    if (given.text(option) !== undefined) throw new Refusal('invalid', `--${option} is for demarc claims accept`)
  const against = await readAll(given, terminal)
  const ground = groundOf({ ...against, say: options.asOption }, saidIn(given, against))
  const found = review(against.files, ground)
  if (given.flag('json')) terminal.out(`${JSON.stringify(reviewJson(found, ground), null, 2)}\n`)
  else terminal.out(sayReview(found, ground, { terminal, most: given.flag('all') ? Infinity : 5 }))
  return isNothingToLookAt(found) ? 0 : 1
}

async function accepted(given: Given, terminal: Terminal): Promise<ExitCode> {
  const output = given.text('output')
  if (output === undefined) throw new Refusal('invalid', 'say where the new matrix goes: -o OUT')
  refuseToReplace(output, given.flag('force'))
  refuseToReplaceInput(output, given.positionals.slice(2))
  const reason = readReason(given.text('reason'))
  const by = given.text('by')
  const all = await readAll(given, terminal)
  const out = withdrawRows(all.matrix, insteadOf(given))
  const against = { ...all, matrix: out.matrix }
  const { matrix, context, files } = against
  const ground = groundOf({ ...against, say: options.asOption }, saidIn(given, against))
  const { held, contradictions, inPieces } = hear(files, ground)
  const wanted: Wanted = { only: given.texts('only'), at: given.texts('at') }
  const { take, left } = choose(held, wanted, { matrix, contradictions })
  refuseUnknownParty(left)
  if (wanted.at.length > 0 && left.length > 0)
    throw new Refusal(
      'conflict',
      'what you chose by its place cannot be accepted',
      left.map((one) => ({ at: one.held.claim.at, message: one.message })),
    )
  refuseUnknownScopes(take, { matrix, say: options.asOption }, { scopes: given.texts('scope') })
  refuseUnreplaced(out.rows, take)
  const result = acceptClaims(matrix, take, {
    reason,
    date: terminal.today,
    inPieces,
    instead: out.rows,
    scopesOf: ground.scopesOf,
    ...(by !== undefined && { by: readText('by', by) }),
    ...(ground.accountable !== undefined && { accountable: ground.accountable }),
  })
  await write(output, { before: all.matrix, after: result.matrix }, given)
  const opened = {
    before: coverage(all.matrix, context),
    after: coverage(result.matrix, context),
    replaced: out.rows,
    added: addedParties(all.matrix, result.matrix),
  }
  if (given.flag('json')) terminal.out(`${JSON.stringify(acceptedJson(result, left, opened), null, 2)}\n`)
  else terminal.out(sayAccepted(result, left, { ...opened, terminal, output, most: given.flag('all') ? Infinity : 5 }))
  return left.length === 0 ? 0 : 1
}

/** Which rows go out, where the claims that take their place are named. */
function insteadOf(given: Given): readonly string[] {
  const rows = [...new Set(given.texts('instead'))]
  if (rows.length > 0 && given.texts('at').length === 0)
    throw new Refusal('invalid', '--instead: say with --at which claim takes the place of the row')
  return rows
}

function readReason(text: string | undefined): string {
  if (text === undefined) throw new Refusal('invalid', 'say why these claims are accepted: --reason TEXT')
  if (saysNotApplicable(text) || saysOnlyMark(text)) throw new Refusal('invalid', `--reason "${text}" gives no reason`)
  return readText('reason', text)
}

function readText(option: string, given: string): string {
  const text = Text.safeParse(given)
  if (!text.success) throw new Refusal('invalid', `--${option}: ${text.error.issues[0]!.message}`)
  return text.data
}

function refuseUnknownParty(left: ReturnType<typeof choose>['left']): void {
  const unknown = left.filter(({ kind }) => kind === 'unknown-party')
  const messages = new Set(unknown.map(({ message }) => message))
  if (messages.size > 0) throw new Refusal('invalid', [...messages].join('\n'))
}

/** What nothing was added to stays as it is, to the byte. */
async function write(
  output: string,
  { before, after }: { readonly before: Matrix; readonly after: Matrix },
  given: Given,
): Promise<void> {
  const [, file = ''] = given.positionals
  const untouched = before === after && isYaml(file) === isYaml(output) && (await isMatrix(file))
  const bytes = untouched ? readBytes(file) : await changedBytes(output, file, { before, after })
  ;(given.flag('force') ? writeWhole : writeNew)(output, bytes)
}

async function isMatrix(file: string): Promise<boolean> {
  return (await readDocumentFile(file, loadContext())).kind === 'matrix'
}
