// Criteria of SOC 2 (TSP section 100): `CC6.1`, and `A1.2`, `C1.1`, `PI1.4`, `P4.2`, which look like others' ids.
import { matchAt, notOurs, problem, whole } from './reading.ts'
import type { Reading, Resolved, Scope } from './reading.ts'

const criterion = /(?:cc\s?|pi|a|c|p)(\d{1,2})\.(\d{1,2})(?!\d)/iy
const focus = /\.\d{1,2}(?!\d)|\s?-?\s?pof\s?-?\s?\d{0,2}/iy
const series = /cc\s?\d{1,2}(?![\d.]\d|\d)/iy

export function readCriterion(text: string, at: number): Reading | undefined {
  const match = matchAt(criterion, text, at)
  if (!match) return readSeries(text, at)
  const letters = /^[a-z]+/i.exec(match[0])![0].toUpperCase()
  const id = `${letters}${match[1]}.${match[2]}`
  const point = matchAt(focus, text, criterion.lastIndex)
  const end = point ? focus.lastIndex : criterion.lastIndex
  const sure = letters === 'CC'
  const resolve = (scope: Scope): Resolved => {
    const scheme = sure ? 'soc2' : (scope.said ?? scope.column.lettered)
    return scheme === 'soc2' ? resolveCriterion(id, point !== null, scope) : notOurs(scope.written, scheme)
  }
  return { end, form: sure ? 'soc2' : 'letter', id, resolve }
}

function resolveCriterion(id: string, point: boolean, { dictionary, written }: Scope): Resolved {
  const targets = dictionary.criteria.get(id)
  if (!targets) return problem(`"${written}": SOC 2 has no criterion ${id}, or it does not stand here`)
  if (point)
    return problem(
      `"${written}" is a point of focus under ${id}, not the criterion; say whether the criterion is meant`,
    )
  return { hits: targets.map((target) => whole(target)) }
}

function readSeries(text: string, at: number): Reading | undefined {
  const match = matchAt(series, text, at)
  if (!match) return undefined
  const id = match[0].replace(' ', '').toUpperCase()
  const resolve = ({ dictionary, written }: Scope): Resolved => {
    const within = [...dictionary.criteria.keys()].filter((each) => each.startsWith(`${id}.`))
    if (within.length === 0) return problem(`"${written}" is no criterion of SOC 2 that stands here`)
    return problem(`"${written}" is a series of SOC 2 criteria: ${within.join(', ')}; say which`)
  }
  return { end: series.lastIndex, form: 'soc2', id, resolve }
}
