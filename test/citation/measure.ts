// How often the check finds wrong citations, and how often it accuses right ones.
import { checkWrongCitation } from '../../src/core/checks/wrong-citation.ts'
import type { Matrix } from '../../src/core/matrix.ts'
import { loadContext } from '../../src/library/knowledge.ts'
import type { SheetRow } from './rows.ts'

export const context = loadContext()

export interface Trial {
  readonly title: string
  readonly duties: readonly string[]
  readonly cited: readonly string[]
  readonly wrong: boolean
}

export interface Measure {
  readonly wrong: number
  readonly found: number
  readonly foundOrPossible: number
  readonly right: number
  readonly accused: readonly string[]
  readonly doubted: readonly string[]
}

export function trialOf({ framework, cited, title, msp, client, belongs }: SheetRow): Trial {
  return {
    title,
    duties: [msp, client].filter((does) => does !== 'N/A'),
    cited: [`${framework}:${cited}`],
    wrong: belongs.length > 0,
  }
}

export function measure(trials: readonly Trial[]): Measure {
  const judged = trials.map((trial) => ({ trial, findings: findingsOn(trial) }))
  const wrong = judged.filter(({ trial }) => trial.wrong)
  const right = judged.filter(({ trial }) => !trial.wrong)
  const sure = right.filter(({ findings }) => findings.some(({ severity }) => severity === 'warning'))
  const unsure = right.filter((one) => one.findings.length > 0 && !sure.includes(one))
  return {
    wrong: wrong.length,
    found: wrong.filter(({ findings }) => findings.some(({ severity }) => severity === 'warning')).length,
    foundOrPossible: wrong.filter(({ findings }) => findings.length > 0).length,
    right: right.length,
    accused: sure.map(({ trial, findings }) => `${trial.title}: ${findings[0]!.message}`),
    doubted: unsure.map(({ trial, findings }) => `${trial.title}: ${findings[0]!.message}`),
  }
}

/** The same rows with the id of another requirement, drawn by a fixed sequence. */
export function swapped(trials: readonly Trial[], avoid: (trial: Trial) => ReadonlySet<string>): readonly Trial[] {
  let state = 20_261_123
  return trials.map((trial) => {
    const framework = trial.cited[0]!.slice(0, trial.cited[0]!.indexOf(':'))
    const avoided = new Set([
      ...avoid(trial),
      ...trial.cited.map((reference) => reference.slice(reference.indexOf(':') + 1)),
    ])
    const near = (id: string, parent: string | undefined) =>
      avoided.has(id) || (parent !== undefined && avoided.has(parent)) || isParentOf(framework, id, avoided)
    const others = context.frameworks
      .get(framework)!
      .requirements.filter(({ id, attributes }) => !near(id, attributes.parent))
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return { ...trial, cited: [`${framework}:${others[state % others.length]!.id}`], wrong: true }
  })
}

function isParentOf(framework: string, id: string, children: ReadonlySet<string>): boolean {
  return context.frameworks
    .get(framework)!
    .requirements.some(({ id: child, attributes }) => children.has(child) && attributes.parent === id)
}

function findingsOn({ title, duties, cited }: Trial) {
  const activity = {
    id: 'row',
    title,
    topic: 'sheet',
    covers: cited,
    duties: duties.map((does) => ({ party: 'msp', does })),
  }
  return checkWrongCitation({ activities: [activity] } as unknown as Matrix, context)
}
