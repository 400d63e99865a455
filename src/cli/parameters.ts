// demarc parameters: the questions that the activities ask, and their answers.
import { questions } from '../core/asked-questions.ts'
import type { AskedQuestion } from '../core/asked-questions.ts'
import { isAnswered } from '../core/placeholder.ts'
import type { Context } from '../core/context.ts'
import type { Document } from '../core/matrix-document.ts'
import type { Engagement, Matrix } from '../core/matrix.ts'
import { Refusal } from '../core/refusal.ts'
import { suggest } from '../core/schema-issues.ts'
import { Text } from '../core/text.ts'
import { setParameters } from '../documents/yaml.ts'
import { writeDocument } from './document-file.ts'
import { loadContext } from '../library/knowledge.ts'
import type { Command, ExitCode, Given } from './command.ts'
import { composed, isYaml, readBytes, readDocumentFile, refuseToReplace, writeWhole } from './files.ts'
import * as options from './options.ts'
import type { Terminal } from './terminal.ts'
import { hang } from './wrap.ts'

export const parametersCommand: Command = {
  name: 'parameters',
  summary: 'List the questions that the activities ask, and answer them',
  usage: [
    'parameters list FILE [--open] [--json]',
    'parameters set FILE "NAME=ANSWER" … [--defaults] [-o FILE [--force]]',
  ],
  details:
    'set writes the answers into FILE, or into another file with -o. --defaults takes the customary answer wherever one exists and none is given.',
  example: 'demarc parameters set acme.json "request channel=the service-desk portal" --defaults',
  takes: [2, Infinity],
  options: {
    open: { type: 'boolean', help: 'list only the unanswered' },
    defaults: { type: 'boolean', help: 'answer with the customary default where there is one' },
    output: options.output,
    force: options.force,
    json: options.json,
  },
  words: ['list', 'set'],
  run: async (given, terminal) => {
    const [deed = '', file = ''] = given.positionals
    const context = loadContext()
    if (deed === 'list') return list(await matrixOf(await readDocumentFile(file, context), context), given, terminal)
    if (deed === 'set') return set(given, terminal, context)
    throw new Refusal(
      'invalid',
      `demarc parameters takes list or set, not "${deed}"; ${suggest(deed, ['list', 'set'])}`,
    )
  },
}

function list(matrix: Matrix, given: Given, terminal: Terminal): ExitCode {
  const wanted = questions(matrix).filter(({ answer }) => !given.flag('open') || answer === null)
  if (given.flag('json')) terminal.out(`${JSON.stringify({ matrix: matrix.id, parameters: wanted }, null, 2)}\n`)
  else terminal.out(`${wanted.map((question) => sayQuestion(question, terminal)).join('\n')}${sum(questions(matrix))}`)
  return 0
}

async function set(given: Given, terminal: Terminal, context: Context): Promise<ExitCode> {
  const [, file = '', ...pairs] = given.positionals
  const document = await readDocumentFile(file, context)
  const matrix = await matrixOf(document, context)
  const known = questions(matrix)
  const answers = Object.fromEntries(pairs.map((pair) => readAnswer(pair, known)))
  const customary = given.flag('defaults')
    ? Object.fromEntries(
        known
          .filter(({ answer, default: usual }) => answer === null && usual !== undefined)
          .map(({ name, default: usual }) => [name, usual!]),
      )
    : {}
  const before = document.kind === 'matrix' ? document.matrix : document.engagement
  const after: Engagement = { ...before, parameters: { ...before.parameters, ...customary, ...answers } }
  const target = given.text('output') ?? file
  if (target !== file) refuseToReplace(target, given.flag('force'))
  if (isYaml(file) && target === file) writeWhole(file, setParameters(readBytes(file), { ...customary, ...answers }))
  else writeDocument(target, after)
  const left = known.filter(({ name }) => !isAnswered(after.parameters, name)).length
  terminal.err(
    `Answers written to ${target}: ${Object.keys({ ...customary, ...answers }).length}. Questions still open: ${left}\n`,
  )
  return 0
}

async function matrixOf(document: Document, context: Context): Promise<Matrix> {
  return document.kind === 'matrix' ? document.matrix : composed(document.engagement, context)
}

function readAnswer(pair: string, known: readonly AskedQuestion[]): readonly [string, string] {
  const equals = pair.indexOf('=')
  const name = pair.slice(0, Math.max(equals, 0)).trim()
  if (name === '') throw new Refusal('invalid', `"${pair}" is not an answer; write NAME=ANSWER in quotes`)
  const names = known.map((question) => question.name)
  if (!names.includes(name)) throw new Refusal('invalid', `no activity asks for "${name}"; ${suggest(name, names)}`)
  const answer = Text.safeParse(pair.slice(equals + 1))
  if (!answer.success) throw new Refusal('invalid', `"${name}": ${answer.error.issues[0]!.message}`)
  return [name, answer.data]
}

function sayQuestion(
  { name, ask, example, default: usual, answer, activities }: AskedQuestion,
  terminal: Terminal,
): string {
  const lines = [
    ask === undefined ? '' : hang('    ', `${ask}?`.replace(/\?\?$/, '?'), terminal.width),
    answer === null ? terminal.style('yellow', '    no answer yet') : hang('    ', `answer: ${answer}`, terminal.width),
    example === undefined || answer !== null ? '' : hang('    ', `example: ${example}`, terminal.width),
    usual === undefined || answer !== null ? '' : hang('    ', `customary: ${usual}`, terminal.width),
  ].filter((line) => line !== '')
  return `  ${terminal.style('bold', name)} (${activities.length} ${activities.length === 1 ? 'activity' : 'activities'})\n${lines.join('\n')}\n`
}

function sum(all: readonly AskedQuestion[]): string {
  return `\nAnswered: ${all.filter(({ answer }) => answer !== null).length} of ${all.length} questions\n`
}
