// demarc new: from the engagement (flags, questions or a file) to its matrix.
import { questions } from '../core/asked-questions.ts'
import { coverage } from '../core/coverage.ts'
import { matrixFormat } from '../core/matrix.ts'
import type { Engagement } from '../core/matrix.ts'
import { readDocument } from '../core/matrix-document.ts'
import { Refusal } from '../core/refusal.ts'
import { suggest } from '../core/schema-issues.ts'
import type { Template } from '../core/template.ts'
import { frameworkIds } from '../library/frameworks.ts'
import { loadContext } from '../library/knowledge.ts'
import { loadTemplate } from '../library/template.ts'
import type { Command, Given } from './command.ts'
import { documentBytes } from './document-file.ts'
import { composed, readDocumentFile, refuseToReplace, writeNew, writeWhole } from './files.ts'
import * as options from './options.ts'
import { sayCoverage } from './report.ts'
import { sayOfSituations } from './situations.ts'
import type { Terminal } from './terminal.ts'

export const newCommand: Command = {
  name: 'new',
  summary: 'Compose a matrix from what the client buys',
  usage: [
    'new --framework ID … --msp NAME --client NAME [--offering ID … | --all-offerings] [--provider NAME …] [--situation ID …] -o FILE',
    'new ENGAGEMENT -o FILE',
    'new -o FILE   (asks, on a terminal)',
  ],
  details: 'The file name decides the form: .yaml or .json. Without -o the matrix goes to standard output.',
  example:
    'demarc new --framework cmmc-l2 --framework hipaa --framework soc2 --msp "North Shore IT" --client "Acme Machining" --all-offerings -o acme.json',
  takes: [0, 1],
  options: {
    framework: {
      type: 'string',
      short: 'f',
      value: 'ID',
      multiple: true,
      help: 'a framework of the engagement',
      choices: frameworkIds,
    },
    category: {
      type: 'string',
      value: 'ID',
      multiple: true,
      help: 'a further category of a framework that has them: availability, confidentiality, processing-integrity, privacy; or all',
    },
    msp: { type: 'string', value: 'NAME', help: 'legal name of the MSP' },
    client: { type: 'string', value: 'NAME', help: 'legal name of the client' },
    provider: {
      type: 'string',
      value: 'NAME',
      multiple: true,
      help: 'another provider; ID=NAME gives it an id, NAME:OFFERING,OFFERING what it delivers',
    },
    offering: { type: 'string', value: 'ID', multiple: true, help: 'an offering that the client buys from the MSP' },
    'all-offerings': { type: 'boolean', help: 'every offering of the library' },
    situation: {
      type: 'string',
      value: 'ID',
      multiple: true,
      help: 'a fact about the client that divides some rows otherwise, such as gcc-high or outside-soc; demarc library lists them',
    },
    assessed: { type: 'string', value: 'PARTY', help: 'whose assessment it is (default: client)' },
    title: { type: 'string', value: 'TEXT', help: 'title of the matrix' },
    output: options.output,
    force: options.force,
  },
  run: async (given, terminal) => {
    const context = loadContext()
    const template = loadTemplate()
    const output = given.text('output')
    if (output !== undefined) refuseToReplace(output, given.flag('force'))
    const engagement = await engagementOf(given, terminal, template)
    const checked = readDocument(engagement, context)
    if (!checked.ok) throw new Refusal('invalid', 'this engagement cannot be composed', checked.issues)
    if (checked.value.kind === 'matrix')
      throw new Refusal('invalid', 'this file is a matrix already; demarc check works on it')
    const matrix = await composed(checked.value.engagement, context)
    for (const remark of sayOfSituations(matrix, template, context)) terminal.err(`${remark}\n`)
    const bytes = documentBytes(output, matrix)
    if (output === undefined) {
      terminal.out(new TextDecoder().decode(bytes))
      return 0
    }
    ;(given.flag('force') ? writeWhole : writeNew)(output, bytes)
    const open = questions(matrix).filter(({ answer }) => answer === null).length
    terminal.out(
      `${output}: ${matrix.activities.length} activities composed for ${matrix.title}\n\n${sayCoverage(matrix, coverage(matrix, context), terminal)}`,
    )
    if (open > 0)
      terminal.out(
        `\nNext: demarc parameters list ${output} (${open} ${open === 1 ? 'question' : 'questions'} to answer), then demarc check ${output}\n`,
      )
    return 0
  },
}

/** What flags say of an engagement; a file says it itself. */
const composing = [
  'framework',
  'category',
  'msp',
  'client',
  'provider',
  'offering',
  'all-offerings',
  'situation',
  'assessed',
  'title',
]

async function engagementOf(given: Given, terminal: Terminal, template: Template): Promise<unknown> {
  const [file] = given.positionals
  if (file !== undefined) {
    const said = composing.filter((option) => given.texts(option).length > 0 || given.flag(option))
    if (said.length > 0)
      throw new Refusal(
        'invalid',
        `${file} holds the engagement already: write what ${said.map((option) => `--${option}`).join(' and ')} says into the file, or leave the file out`,
      )
    return fromFile(file)
  }
  const missing = ['framework', 'msp', 'client'].filter((option) => given.text(option) === undefined)
  if (missing.length === 0) return fromFlags(given, template)
  if (terminal.interactive) {
    const { askEngagement } = await import('./questions.ts')
    return fromFlags(await askEngagement(given, template), template)
  }
  throw new Refusal(
    'invalid',
    `say ${missing.map((option) => `--${option}`).join(', ')}, or name a file that holds the engagement; demarc new --help shows an example`,
  )
}

async function fromFile(file: string): Promise<Engagement> {
  const document = await readDocumentFile(file, loadContext())
  if (document.kind === 'matrix') throw new Refusal('invalid', `${file} is a matrix already; demarc check works on it`)
  return document.engagement
}

function fromFlags(given: Given, template: Template): unknown {
  const msp = given.text('msp')!
  const client = given.text('client')!
  const providers = given.texts('provider').map(readProvider)
  const taken = new Set(providers.flatMap(({ offerings }) => offerings))
  const sold = (
    given.flag('all-offerings') ? template.offerings.map(({ id }) => id) : [...new Set(given.texts('offering'))]
  ).filter((id) => !taken.has(id))
  const offerings = [
    ...sold.map((id) => ({ id, by: 'msp' })),
    ...providers.flatMap(({ id, offerings: theirs }) => theirs.map((offering) => ({ id: offering, by: id }))),
  ]
  return {
    format: matrixFormat,
    id: slug(client),
    title: given.text('title') ?? `${client} and ${msp}`,
    frameworks: frameworksOf(given),
    scopes: [{ id: 'all', title: 'Everything in scope' }],
    parties: [
      { id: 'msp', kind: 'msp', legalName: msp },
      { id: 'client', kind: 'client', legalName: client },
      ...providers.map(({ id, legalName }) => ({ id, kind: 'provider', legalName })),
    ],
    offerings,
    agreement: {},
    parameters: {},
    review: { every: '12 months' },
    decisions: [],
    ...(given.texts('situation').length > 0 && { situations: [...new Set(given.texts('situation'))] }),
  }
}

function frameworksOf(given: Given): readonly unknown[] {
  const { frameworks } = loadContext()
  const wanted = given.texts('category')
  const all = [...frameworks.values()].flatMap(({ categories }) => (categories ?? []).map(({ id }) => id))
  const stranger = wanted.find((category) => category !== 'all' && !all.includes(category))
  if (stranger !== undefined)
    throw new Refusal('invalid', `there is no category "${stranger}"; ${suggest(stranger, [...all, 'all'])}`)
  return [...new Set(given.texts('framework'))].map((id) => {
    const offered = (frameworks.get(id)?.categories ?? []).map((category) => category.id)
    const categories = offered.filter((category) => wanted.includes('all') || wanted.includes(category))
    return { id, assessed: given.text('assessed') ?? 'client', ...(offered.length > 0 && { categories }) }
  })
}

/** `Blackwatch SOC`, `soc=Blackwatch SOC` or `soc=Blackwatch SOC:siem-soc,incident-response`. */
function readProvider(text: string): {
  readonly id: string
  readonly legalName: string
  readonly offerings: readonly string[]
} {
  const [, id, name = '', offerings = ''] = /^(?:([a-z0-9-]+)=)?([^:]+)(?::(.*))?$/.exec(text) ?? []
  if (name.trim() === '')
    throw new Refusal('invalid', `"${text}" is not a provider; write NAME, ID=NAME or ID=NAME:OFFERING,OFFERING`)
  return {
    id: id ?? slug(name),
    legalName: name.trim(),
    offerings: offerings
      .split(',')
      .map((offering) => offering.trim())
      .filter((offering) => offering !== ''),
  }
}

function slug(name: string): string {
  const ascii = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  return ascii === '' ? 'engagement' : ascii
}
