// The decisions about a requirement as a system security plan tells them: what was decided, why, by whom and when.
import type { ObjectiveCoverage } from '../coverage.ts'
import type { Decision } from '../decision.ts'
import { concerns, decisionFault } from '../decision-standing.ts'
import type { Matrix } from '../matrix.ts'
import { listed, markOf } from './serving.ts'
import { ended } from './ssp-prose.ts'

export function decisionsSaid(objectives: readonly ObjectiveCoverage[], matrix: Matrix): readonly string[] {
  return matrix.decisions
    .filter((decision) => decisionFault(decision) === undefined)
    .map((decision) => ({ decision, concerned: objectives.filter(({ target }) => concerns(decision, target)) }))
    .filter(({ concerned }) => concerned.length > 0)
    .map(({ decision, concerned }) => {
      const marks = concerned.map(markOf).filter((mark) => mark !== '')
      const about = concerned.length === objectives.length ? [] : marks
      return say(decision, { about, where: whereOf(decision, matrix) })
    })
}

const opened: Readonly<Record<Decision['kind'], (where: string) => string>> = {
  'not-applicable': (where) => `This does not apply${where}.`,
  'addressable-alternative': (where) => `An alternative takes the place of this addressable specification${where}.`,
  'accepted-risk': (where) => `A risk that is left here${where} was accepted.`,
  'partial-case': (where) => `The requirement is held to be met in part${where}.`,
}

function say(
  { kind, reason = '', by = '', date = '', basis }: Decision,
  { about, where }: { readonly about: readonly string[]; readonly where: string },
): string {
  const limits = about.length === 0 ? where : ` as to ${listed(about)}${where}`
  const rests = basis === undefined ? '' : ` The decision rests on ${ended(basis)}`
  return `${opened[kind](limits)} ${ended(reason)} Decided on ${date} by ${ended(by)}${rests}`
}

function whereOf({ scope, part }: Decision, { scopes }: Pick<Matrix, 'scopes'>): string {
  const title = scopes.find(({ id }) => id === scope)?.title
  return [part === undefined ? '' : `, for the part “${part}”,`, title === undefined ? '' : ` in “${title}”`]
    .join('')
    .replace(/,$/, '')
}
