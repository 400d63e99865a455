// demarc gaps: the open objectives, each with its reasons.
import { coverage } from '../core/coverage.ts'
import type { ObjectiveCoverage } from '../core/coverage.ts'
import { tally, tallyByFamily } from '../core/coverage-summary.ts'
import { exemptionsFor } from '../core/exemption.ts'
import { openJson } from '../core/open-objectives.ts'
import type { Matrix } from '../core/matrix.ts'
import { loadContext } from '../library/knowledge.ts'
import { contradictedIn } from './claims-input.ts'
import type { Command } from './command.ts'
import { readMatrixFile } from './files.ts'
import { knownFramework } from '../core/views/projected.ts'
import * as options from './options.ts'
import { sayTally } from './report.ts'
import type { Terminal } from './terminal.ts'
import { hang } from './wrap.ts'

export const gapsCommand: Command = {
  name: 'gaps',
  summary: 'List the open objectives and why each is open',
  usage: ['gaps FILE [--framework ID] [--claims CLAIMS] [--party NAME=ID] [--json]'],
  example: 'demarc gaps examples/dental-group.yaml --framework hipaa',
  takes: [1, 1],
  options: { framework: options.framework, claims: options.claims, party: options.partyOfClaims, json: options.json },
  run: async (given, terminal) => {
    const library = loadContext()
    const matrix = await readMatrixFile(given.positionals[0]!, library, terminal)
    const context = { ...library, ...(await contradictedIn(given, matrix, library)) }
    const framework = knownFramework(given.text('framework'), matrix)
    const proof = coverage(matrix, context)
    const objectives = proof.objectives.filter(
      ({ target }) => framework === undefined || target.framework.id === framework,
    )
    if (given.flag('json')) {
      const { objectives: all, settled, notApplicable, open } = tally(objectives)
      terminal.out(
        `${JSON.stringify({ matrix: matrix.id, objectives: all, settled, notApplicable, open, openObjectives: openJson({ ...proof, objectives }, matrix) }, null, 2)}\n`,
      )
    } else {
      terminal.out(sayGaps(objectives, matrix, terminal))
    }
    return objectives.some(({ status }) => status === 'open') ? 1 : 0
  },
}

function sayGaps(objectives: readonly ObjectiveCoverage[], matrix: Matrix, terminal: Terminal): string {
  const open = objectives.filter(({ status }) => status === 'open')
  if (open.length === 0) return `${terminal.style('green', 'No objective is open.')}\n`
  const frameworks = Map.groupBy(open, ({ target }) => target.framework)
  return [...frameworks]
    .map(([framework, group]) => {
      const figures = tallyByFamily(objectives.filter(({ target }) => target.framework === framework))
      const families = [...Map.groupBy(group, ({ target }) => target.requirement.family)].map(([family, members]) => {
        const title = framework.families.find(({ id }) => id === family)?.title ?? family
        return `\n${terminal.style('bold', `${family} ${title}`)}: ${sayTally(figures.get(family)!)}\n${members.map((member) => sayOpen(member, matrix, terminal)).join('')}`
      })
      return `${terminal.style('underline', framework.title)}\n${families.join('')}\n`
    })
    .join('')
}

function sayOpen({ target, gaps, reasons }: ObjectiveCoverage, { activities }: Matrix, terminal: Terminal): string {
  const why = [
    ...new Set(gaps.map(({ message, activity }) => (activity === undefined ? message : `${activity}: ${message}`))),
  ]
  const shown = why.slice(0, 4).map((line) => hang('      ', line, terminal.width))
  const more = why.length > 4 ? [`      and ${why.length - 4} more`] : []
  const exempt = exemptionsFor({ target, gaps }, activities).map(({ part, because, evidence }) =>
    hang(
      '      ',
      `${part === undefined ? 'Does' : `The part "${part}" does`} not apply where: ${because} Shown by: ${evidence.map(({ what }) => what).join('; ')}. Then record a decision.`,
      terminal.width,
    ),
  )
  return `${hang('  ', `${target.objective.id} ${target.objective.summary} [${reasons.join(', ')}]`, terminal.width)}\n${[...shown, ...more, ...exempt].join('\n')}\n`
}
