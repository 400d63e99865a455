// An id that stands in a text, and what it comes to.
import type { Dictionary, Target } from './dictionary.ts'
import { schemeNames } from './scheme.ts'
import type { ColumnScheme, Scheme } from './scheme.ts'

/** A requirement that an id leads to, whole or by some of its objectives. */
export interface Hit {
  readonly target: Target
  readonly objectives: readonly string[]
  /** objectives were named, even where they are all */
  readonly part?: true
  readonly translatedFrom?: string
}

export interface Resolved {
  readonly hits: readonly Hit[]
  readonly problem?: string
  /** the problem is only that no published mapping leads from this id to a framework here */
  readonly without?: string
}

export interface Scope {
  readonly dictionary: Dictionary
  readonly column: ColumnScheme
  /** the scheme that the cell names before the id */
  readonly said?: Scheme | undefined
  /** "section", "requirement" … stands before the id, so that it may be any document's */
  readonly noun?: true | undefined
  /** the id as it is written */
  readonly written: string
}

/** A control of NIST SP 800-53, for ranges. */
export interface Control {
  readonly family: string
  readonly number: number
  readonly enhancement?: number | undefined
  readonly part?: true
}

export interface Reading {
  readonly end: number
  /** whose form it is; a number (`3.1.1`), a code (`IAM-01`), a letter (`A1.2`) may be of several schemes */
  readonly form: Scheme | 'number' | 'code' | 'letter'
  /** in the way it is published */
  readonly id: string
  readonly control?: Control
  readonly resolve: (scope: Scope) => Resolved
}

/** Schemes that frameworks here follow or are derived from. */
const ours: ReadonlySet<Scheme> = new Set(['nist-800-171', 'nist-800-53', 'nist-800-53-r4', 'hipaa', 'soc2'])

export type ReadForm = (text: string, at: number) => Reading | undefined

export function whole(target: Target, translatedFrom?: string): Hit {
  const objectives = target.requirement.objectives.map(({ id }) => id)
  return translatedFrom === undefined ? { target, objectives } : { target, objectives, translatedFrom }
}

export function problem(text: string): Resolved {
  return { hits: [], problem: text }
}

/** A form of another scheme, from which nothing leads here. */
export function foreign({ end, form, id }: Pick<Reading, 'end' | 'form' | 'id'>): Reading {
  return { end, form, id, resolve: ({ written }) => notOurs(written, form as Scheme) }
}

export function notOurs(written: string, scheme: Scheme): Resolved {
  if (scheme === 'unclear') return problem(`"${written}" may be an id of several schemes; say which one is followed`)
  if (ours.has(scheme))
    return problem(
      `"${written}" stands as an id of ${schemeNames[scheme]}, which has none of that form; name its own scheme`,
    )
  return problem(
    `"${written}" is read as an id of ${schemeNames[scheme]}, from which nothing leads to a framework here`,
  )
}

/** One match of a sticky pattern. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
