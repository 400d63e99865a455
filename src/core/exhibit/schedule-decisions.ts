// Schedule E: what was decided about objectives, each with its reason, person and date; and which decisions do not stand.
import { decisionFault } from '../decision-standing.ts'
import type { Decision } from '../decision.ts'
import type { Matrix } from '../matrix.ts'
import { cellOf } from '../paper/paper.ts'
import type { Block, Cell, Section } from '../paper/paper.ts'
import type { Locale, Subject } from '../rendition/rendition.ts'
import { extractOf } from './extract.ts'

export function decisionsSchedule(subject: Subject): Section {
  const { matrix, framework, rendition } = subject
  const decisions = matrix.decisions.filter(({ ref }) => framework === undefined || ref.startsWith(`${framework}:`))
  return {
    heading: 'Schedule E. Decisions',
    level: 1,
    orientation: 'landscape',
    blocks: [decisions.length === 0 ? noneOf(extractOf(subject)) : tableOf({ ...matrix, decisions }, rendition.locale)],
  }
}

function noneOf(extract: string | undefined): Block {
  const which = extract === undefined ? 'no objective' : `no objective of ${extract}`
  return { kind: 'text', line: [{ text: `None: ${which} was decided not applicable, and no risk was accepted.` }] }
}

const kinds: Readonly<Record<Decision['kind'], string>> = {
  'not-applicable': 'Not applicable',
  'addressable-alternative': 'Alternative to an addressable specification',
  'accepted-risk': 'Risk accepted',
  'partial-case': 'Partial case of scoring',
}

function tableOf(matrix: Matrix, locale: Locale): Block {
  return {
    kind: 'table',
    caption: 'Decisions, each with its reason, person and date',
    columns: [
      { title: 'About', weight: 3, ids: true },
      { title: 'Decision', weight: 3 },
      { title: 'Reason', weight: 8 },
      { title: 'By', weight: 4 },
      { title: 'On', weight: 2 },
    ],
    groups: [{ rows: matrix.decisions.map((decision) => rowOf(decision, matrix, locale)) }],
  }
}

function rowOf(decision: Decision, { scopes }: Matrix, locale: Locale): readonly Cell[] {
  const { ref, part, scope, kind, reason, by, date, basis } = decision
  const fault = decisionFault(decision)
  const where = scope === undefined ? '' : ` in ${scopes.find(({ id }) => id === scope)?.title ?? scope}`
  const why = [
    reason ?? '',
    ...(basis === undefined ? [] : [`Basis: ${basis}`]),
    ...(fault === undefined ? [] : [`Does not stand: it ${fault}.`]),
  ]
  return [
    cellOf(`${ref.slice(ref.indexOf(':') + 1)}${part === undefined ? '' : ` (${part})`}${where}`),
    cellOf(kinds[kind]),
    cellOf(why.join('\n')),
    cellOf(by ?? 'nobody named'),
    cellOf(date === undefined ? 'no date' : locale.sayDate(date)),
  ]
}
