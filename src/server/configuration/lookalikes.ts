// Variables that nobody reads but whose names look like ours: perhaps a slip of the pen. Others may use them, so they stop no start.
import type { Issue } from '../../core/issue.ts'
import { nearest } from '../../core/nearest.ts'
import { knownNames } from './configuration.ts'
import type { Environment } from './configuration.ts'

const telling = 3

export function lookalikes(env: Environment): readonly Issue[] {
  const long = knownNames.filter((name) => name.includes('_'))
  return Object.keys(env)
    .filter((name) => !knownNames.includes(name))
    .flatMap((at) => {
      const close = nearest(at, long)
      return close !== undefined && looksLike(at.toUpperCase(), close)
        ? [{ at, message: `nobody reads it; did you mean ${close}?` }]
        : []
    })
}

function looksLike(name: string, known: string): boolean {
  return (
    Math.abs(name.length - known.length) <= telling &&
    name.slice(0, telling) === known.slice(0, telling) &&
    (name.includes('_') || name.length === known.length - 1)
  )
}
