// What a schema refused, said for the person who wrote the document: the place by name, what is wrong, what would do.
import type { z } from 'zod'
import { brief } from './brief.ts'
import type { Issue } from './issue.ts'
import { nearest } from './nearest.ts'

type SchemaIssue = z.core.$ZodIssue

/** Where something is wrong that stands in no field. */
export const wholeDocument = 'the document'

/** As many as one reads at a time. */
export const issueLimit = 20

/** `path` is where in the document the schema was applied. */
export function issuesOf(error: z.ZodError, document: unknown, path: readonly PropertyKey[] = []): readonly Issue[] {
  const issues = error.issues.slice(0, issueLimit).map((issue) => {
    const place = [...path, ...issue.path]
    return { at: sayPath(place, document), message: sayIssue(issue, valueAt(place, document)) }
  })
  return error.issues.length > issueLimit ? [...issues, more(`${error.issues.length - issueLimit} more`)] : issues
}

/** The first of many; whatever would make the rest is not asked. */
export function firstIssues(issues: Iterable<Issue>): readonly Issue[] {
  const first: Issue[] = []
  for (const issue of issues) {
    if (first.length === issueLimit) return [...first, more('more')]
    first.push(issue)
  }
  return first
}

function more(howMany: string): Issue {
  return { at: wholeDocument, message: `and ${howMany}; mend these first` }
}

function valueAt(path: readonly PropertyKey[], document: unknown): unknown {
  let here = document
  for (const step of path) here = isGroup(here) && Object.hasOwn(here, step) ? here[step] : undefined
  return here
}

function isGroup(value: unknown): value is Readonly<Record<PropertyKey, unknown>> {
  return typeof value === 'object' && value !== null
}

/** `activities[3] (leaver-access-removal).duties[0].timing` */
export function sayPath(path: readonly PropertyKey[], document: unknown): string {
  let at = ''
  let here = document
  for (const step of path) {
    here = valueAt([step], here)
    const name = brief(String(step))
    if (typeof step === 'number') at += `[${step}]${nameOf(here)}`
    else at += at === '' ? name : `.${name}`
  }
  return at === '' ? wholeDocument : at
}

function nameOf(here: unknown): string {
  if (typeof here !== 'object' || here === null || !('id' in here) || typeof here.id !== 'string') return ''
  return ` (${brief(here.id)})`
}

function sayIssue(issue: SchemaIssue, here: unknown): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys
        .slice(0, issueLimit)
        .map((key) => `"${brief(key)}" is not a field here`)
        .join('; ')
    case 'invalid_type':
      return sayType(issue.expected, here)
    case 'invalid_key':
      return `the name of this field: ${issue.issues[0]?.message ?? 'it is not allowed'}`
    case 'invalid_value':
      return issue.values.length === 1
        ? `expected ${quote(issue.values[0])}`
        : `expected one of ${issue.values.map(quote).join(', ')}`
    case 'invalid_union':
      return sayUnion(issue, here)
    default:
      return libraryWords.test(issue.message) ? ownWords(issue) : issue.message
  }
}

/** How zod begins where a schema says nothing: of the inside, and in the words of its makers. */
const libraryWords = /^(?:Too small|Too big|Invalid |Unrecognized )/

function ownWords(issue: SchemaIssue): string {
  switch (issue.code) {
    case 'too_small':
      return issue.minimum === 1 && issue.origin === 'string'
        ? 'write something here'
        : `at least ${issue.minimum}${counted(issue.origin)}`
    case 'too_big':
      return `at most ${issue.maximum}${counted(issue.origin)}`
    case 'invalid_format':
      return formats[issue.format] ?? 'this is not written as it is asked for here'
    case 'not_multiple_of':
      return `a multiple of ${issue.divisor}`
    default:
      return 'this is not what is asked for here'
  }
}

function counted(origin: string): string {
  return { string: ' characters', array: ' entries', set: ' entries' }[origin] ?? ''
}

const formats: Readonly<Record<string, string>> = {
  datetime: 'a time is UTC, as in 2026-11-23T16:05:00Z',
  date: 'a date is year-month-day: 2026-11-23',
  email: 'this is not an e-mail address',
  url: 'this is not a web address',
  base64: 'this is not base64',
}

function sayType(expected: string, here: unknown): string {
  if (here === undefined || here === null) return `${article(expected)} is missing here`
  const plain = typeof here === 'number' || typeof here === 'boolean'
  return `expected ${article(expected)}${expected === 'string' && plain ? `; put it in quotes: "${here}"` : ''}`
}

/** The branch that came nearest says it best: the one whose complaint lies deepest. */
function sayUnion(issue: SchemaIssue & { readonly code: 'invalid_union' }, here: unknown): string {
  if (issue.message !== 'Invalid input') return issue.message
  const branches = issue.errors.filter((errors) => errors.length > 0)
  const deepest = branches.toSorted((a, b) => depth(b) - depth(a))[0]
  if (!deepest) return 'none of the allowed shapes fits'
  const [first] = deepest
  const where = first!.path.length > 0 ? `${sayPath(first!.path, undefined)}: ` : ''
  return where + sayIssue(first!, valueAt(first!.path, here))
}

function depth(errors: readonly SchemaIssue[]): number {
  return Math.max(...errors.map(({ path, code }) => path.length + (code === 'invalid_type' ? 0 : 1)))
}

function article(expected: string): string {
  const names: Readonly<Record<string, string>> = {
    string: 'a text',
    number: 'a number',
    boolean: 'true or false',
    array: 'a list',
    object: 'a group of fields',
    int: 'a whole number',
    nan: 'a number',
    tuple: 'a list',
    date: 'a date',
    record: 'a group of fields',
  }
  return names[expected] ?? expected
}

function quote(value: unknown): string {
  return typeof value === 'string' ? `"${value}"` : String(value)
}

/** "Did you mean ...?" when something known lies near, else what is known. */
export function suggest(word: string, known: readonly string[]): string {
  const near = nearest(word, known)
  if (near !== undefined) return `did you mean "${near}"?`
  const shown = known
    .slice(0, 20)
    .map((name) => `"${name}"`)
    .join(', ')
  return known.length === 0 ? 'none is known here' : `known here: ${shown}${known.length > 20 ? ' …' : ''}`
}
