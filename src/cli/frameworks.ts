// demarc frameworks: the published sets as data, and official wording laid over them.
import type { Framework, Requirement, Weight } from '../core/framework.ts'
import { Refusal } from '../core/refusal.ts'
import { suggest } from '../core/schema-issues.ts'
import { frameworkIds, loadFrameworks } from '../library/frameworks.ts'
import type { Command, ExitCode, Given } from './command.ts'
import { layOver, overlayOf } from './overlay.ts'
import * as options from './options.ts'
import { sayPreview } from './preview.ts'
import type { Terminal } from './terminal.ts'
import { hang } from './wrap.ts'

export const frameworksCommand: Command = {
  name: 'frameworks',
  summary: 'The frameworks as data: list them, show one, lay official wording over one',
  usage: [
    'frameworks [list] [--json]',
    'frameworks show ID [--requirement ID] [--preview] [--json]',
    'frameworks overlay ID FILE',
  ],
  details:
    'overlay reads the official wording from NIST’s OSCAL catalog (JSON) or from a sheet of id and text (CSV), and keeps it on this machine, outside the shipped data. --preview shows what a proposal that is not law would change.',
  example: 'demarc frameworks show cmmc-l2 --requirement IA.L2-3.5.3',
  takes: [0, 3],
  options: {
    requirement: { type: 'string', value: 'ID', help: 'only this requirement' },
    preview: { type: 'boolean', help: 'what the proposal of 2025 would change (not law)' },
    json: options.json,
  },
  words: ['list', 'show', 'overlay', ...frameworkIds],
  run: async (given, terminal) => {
    const [deed = 'list', id, file] = given.positionals
    if (deed === 'list') return list(given, terminal)
    if (deed !== 'show' && deed !== 'overlay')
      throw new Refusal(
        'invalid',
        `demarc frameworks takes list, show or overlay, not "${deed}"; ${suggest(deed, ['list', 'show', 'overlay'])}`,
      )
    if (id === undefined) throw new Refusal('invalid', `which framework? ${[...loadFrameworks().keys()].join(', ')}`)
    const framework = shipped(id)
    if (deed === 'show') return show(framework, given, terminal)
    if (file === undefined)
      throw new Refusal(
        'invalid',
        'name the file with the official wording: an OSCAL catalog (JSON) or a sheet of id and text (CSV)',
      )
    return layOver(framework, file, terminal)
  },
}

function shipped(id: string): Framework {
  const frameworks = loadFrameworks()
  const framework = frameworks.get(id)
  if (!framework) throw new Refusal('invalid', `there is no framework "${id}"; ${suggest(id, [...frameworks.keys()])}`)
  return framework
}

function list(given: Given, terminal: Terminal): ExitCode {
  const rows = [...loadFrameworks().values()].map(({ id, title, edition, asOf, requirements }) => ({
    id,
    title,
    edition,
    asOf,
    requirements: requirements.length,
    objectives: requirements.reduce((sum, { objectives }) => sum + objectives.length, 0),
  }))
  if (given.flag('json')) terminal.out(`${JSON.stringify({ frameworks: rows }, null, 2)}\n`)
  else
    terminal.out(
      rows
        .map(
          ({ id, title, edition, requirements, objectives }) =>
            `${terminal.style('bold', id.padEnd(13))} ${title}: ${requirements} requirements, ${objectives} objectives (${edition})\n`,
        )
        .join(''),
    )
  return 0
}

function show(framework: Framework, given: Given, terminal: Terminal): ExitCode {
  if (given.flag('preview')) return sayPreview(framework, given, terminal)
  const wanted = given.text('requirement')
  const requirements =
    wanted === undefined
      ? framework.requirements
      : framework.requirements.filter(({ id, objectives }) =>
          [id, ...objectives.map((objective) => objective.id)].some(
            (known) => known === wanted || known.endsWith(`-${wanted}`),
          ),
        )
  if (requirements.length === 0)
    throw new Refusal(
      'invalid',
      `${framework.title} has no ${framework.nouns.requirement} "${wanted}"; ${suggest(
        wanted!,
        framework.requirements.map(({ id }) => id),
      )}`,
    )
  const overlay = overlayOf(framework)
  if (given.flag('json')) {
    const shown = { ...framework, requirements: requirements.map((requirement) => withWording(requirement, overlay)) }
    terminal.out(`${JSON.stringify(shown, null, 2)}\n`)
    return 0
  }
  terminal.out(
    `${terminal.style('bold', framework.title)} (${framework.edition}; as of ${framework.asOf})\nSource: ${framework.source}\n\n`,
  )
  terminal.out(requirements.map((requirement) => sayRequirement(requirement, overlay, terminal)).join('\n'))
  return 0
}

type Overlay = ReadonlyMap<string, string>

/** The official text stands beside our summary, never in its place. */
function withWording(requirement: Requirement, overlay: Overlay): unknown {
  const text = (id: string): object => (overlay.has(id) ? { official: overlay.get(id) } : {})
  return {
    ...requirement,
    ...text(requirement.id),
    objectives: requirement.objectives.map((objective) => ({ ...objective, ...text(objective.id) })),
  }
}

function sayRequirement(
  { id, title, summary, objectives, attributes }: Requirement,
  overlay: Overlay,
  terminal: Terminal,
): string {
  const facts = factsOf(attributes)
  const several = objectives.length > 1 || objectives[0]!.id !== id
  return [
    `${terminal.style('bold', id)} ${title}`,
    hang('  ', summary, terminal.width),
    ...(overlay.has(id) ? [hang('  official: ', overlay.get(id)!, terminal.width)] : []),
    ...(facts.length > 0 ? [terminal.style('dim', hang('  ', facts.join('; '), terminal.width))] : []),
    ...(several
      ? objectives.map((objective) =>
          hang(
            '    ',
            `${objective.id.slice(id.length) || objective.id} ${overlay.get(objective.id) ?? objective.summary}`,
            terminal.width,
          ),
        )
      : []),
    '',
  ].join('\n')
}

function factsOf({
  weight,
  level1,
  poam,
  designation,
  nist80053,
  deadline,
}: Requirement['attributes']): readonly string[] {
  return [
    weight && sayWeight(weight),
    level1 && `Level 1 ${level1.practice}`,
    poam && sayPoam(poam),
    designation,
    deadline && `at most ${deadline.limit} from ${deadline.from}`,
    nist80053 && `800-53: ${nist80053.join(', ')}`,
  ].filter((fact) => fact !== undefined)
}

function sayPoam({ eligible, reason }: NonNullable<Requirement['attributes']['poam']>): string {
  if (eligible === 'conditional') return `may sit on a POA&M in one case (${reason})`
  return eligible ? 'may sit on a POA&M' : `may not sit on a POA&M (${reason})`
}

function sayWeight({ value, partial }: Weight): string {
  if (value === null) return 'no points: without it no score'
  return partial ? `${value} points (${partial.value} where: ${partial.when})` : `${value} points`
}
