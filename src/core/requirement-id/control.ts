// Controls of NIST SP 800-53, and the requirements that the published mapping derives from them.
import type { Target } from './dictionary.ts'
import { listIds } from './security-requirement.ts'
import { matchAt, notOurs, problem, whole } from './reading.ts'
import type { Control, Reading, Resolved, Scope } from './reading.ts'
import type { Scheme } from './scheme.ts'

/** The highest number of each family, withdrawn ones counted, over Rev. 4 (with its privacy families) and Rev. 5. */
export const lastControl: Readonly<Record<string, number>> = {
  AC: 25,
  AP: 2,
  AR: 8,
  AT: 6,
  AU: 16,
  CA: 9,
  CM: 14,
  CP: 13,
  DI: 2,
  DM: 3,
  IA: 13,
  IP: 4,
  IR: 10,
  MA: 7,
  MP: 8,
  PE: 23,
  PL: 11,
  PM: 32,
  PS: 9,
  PT: 8,
  RA: 10,
  SA: 24,
  SC: 51,
  SE: 2,
  SI: 23,
  SR: 12,
  TR: 3,
  UL: 2,
}

const base = /([a-z]{2})-(0?[1-9]|[1-9]\d)(?!\d)/iy
const enhancement = /\s{0,3}\(\s{0,2}(0?[1-9]|[1-9]\d)\s{0,2}\)/y
/** `(a)`, `(a)(1)`, ` a.`, `a.1.`, ` Part a`; no control has more parts than AC-2, whose last is l */
const part =
  /\s{0,3}(?:[Pp]art\s)?(?:\(\s?[a-l]\s?\)(?:\s?\(\s?\d{1,2}\s?\))?(?:\s?\([a-z]\))?|[a-l]\.(?:\d{1,2}\.?)?(?![\w[])|(?<=\d)[a-l](?![\w.])|(?<=[Pp]art\s)[a-l](?![\w.])|(?<=\s)[a-l](?=\s{0,3}(?:$|[,;/])))/y
const oscal = /[a-z]{2}-\d{1,2}(?:\.(\d{1,2}))?((?:_smt)?(?:\.[a-z]{1,2}(?:\.\d{1,2})?)?)(?![\w.-])/y

export function readControl(text: string, at: number): Reading | undefined {
  const match = matchAt(base, text, at)
  if (!match) return undefined
  const family = match[1]!.toUpperCase()
  if (lastControl[family] === undefined) return undefined
  const number = Number(match[2])
  const { end, ...rest } = catalogued(text, at) ?? bracketed(text, base.lastIndex)
  const control = { family, number, ...rest }
  return { end, form: 'nist-800-53', id: nameOf(control), control, resolve: (scope) => resolveControl(control, scope) }
}

type Detail = Pick<Control, 'enhancement' | 'part'> & { readonly end: number; readonly several?: true }

/** `ac-2.1`, `ac-2_smt.a`: as OSCAL catalogs have it, in lower case only: elsewhere `AC-2.1` is a step of an assessment. */
function catalogued(text: string, at: number): Detail | undefined {
  const match = matchAt(oscal, text, at)
  if (!match || (match[1] === undefined && match[2] === '')) return undefined
  const number = match[1] === undefined ? {} : { enhancement: Number(match[1]) }
  return { end: oscal.lastIndex, ...number, ...(match[2] === '' ? {} : { part: true as const }) }
}

function bracketed(text: string, at: number): Detail {
  const match = matchAt(enhancement, text, at)
  let end = match ? enhancement.lastIndex : at
  const number = match ? { enhancement: Number(match[1]) } : {}
  if (match && matchAt(enhancement, text, end)) return { end, ...number, several: true }
  const detail = matchAt(part, text, end)
  if (detail) end = part.lastIndex
  return { end, ...number, ...(detail ? { part: true as const } : {}) }
}

export function nameOf({ family, number, enhancement: within }: Control): string {
  return within === undefined ? `${family}-${number}` : `${family}-${number}(${within})`
}

export function controlScheme({ said, column }: Scope): Scheme {
  return said ?? column.coded
}

export function isControlScheme(scheme: Scheme): boolean {
  return scheme === 'nist-800-53' || scheme === 'nist-800-53-r4'
}

export function resolveControl(control: Control & { readonly several?: true }, scope: Scope): Resolved {
  const scheme = controlScheme(scope)
  const { written, dictionary } = scope
  if (!isControlScheme(scheme)) return notOurs(written, scheme)
  if (control.number > lastControl[control.family]!)
    return problem(`"${written}": NIST SP 800-53 has no control ${nameOf(control)}`)
  if (control.several)
    return problem(`"${written}" names several enhancements at once; write each as ${nameOf(control)}`)
  const id = nameOf(control)
  const fourth = dictionary.controlsRev4.get(id)
  const targets = scheme === 'nist-800-53' ? dictionary.controls.get(id) : fourth
  if (targets) return { hits: targets.map((target) => whole(target, written)) }
  const said = problem(noCounterpart({ id, written, fourth }))
  return fourth ? said : { ...said, without: id }
}

interface Unmapped {
  readonly id: string
  readonly written: string
  readonly fourth: readonly Target[] | undefined
}

function noCounterpart({ id, written, fourth }: Unmapped): string {
  const said = `"${written}": ${id} has no counterpart in NIST SP 800-171 Rev. 2 by the published mapping`
  return fourth ? `${said} from Rev. 5; that from Rev. 4 leads to ${listIds(fourth)}` : said
}
