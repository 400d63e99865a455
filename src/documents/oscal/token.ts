// OSCAL tokens for published ids: `164.308(a)(1)(i)` is none. Each id has one token, and the token leads back to it.
import type { FrameworkId } from '../../core/identifiers.ts'

/** As the schema has it: a letter or _, then letters, digits, dot, hyphen and _. */
export const tokenPattern = /^[\p{L}_][\p{L}\p{N}._-]*$/u

/** `CC6.1`, `164.308(a)(1)`, `AC.L2-3.1.1[a]`: a stem, then marks in parentheses, then one in brackets. */
const published = /^([A-Za-z0-9.-]+)((?:\((?!smt\))[A-Za-z0-9-]+\))*)(?:\[([A-Za-z0-9-]+)\])?$/

/** `cmmc-l2_AC.L2-3.1.1_obj.a`, `hipaa_164.308_a_1_i`; an id of any other form is spelled out behind two underscores. */
export function tokenOf(framework: FrameworkId, id: string): string {
  const start = /^\d/.test(framework) ? `_${framework}` : framework
  const [, stem, marks = '', bracket] = published.exec(id) ?? []
  if (stem === undefined) return `${start}__${spelled(id)}`
  return `${start}_${stem}${marks.replaceAll(/\(([^)]*)\)/g, '_$1')}${bracket === undefined ? '' : `_obj.${bracket}`}`
}

/** An objective that is its requirement is the requirement's one statement. */
export function statementToken(framework: FrameworkId, requirement: string, objective: string): string {
  return requirement === objective ? `${tokenOf(framework, requirement)}_smt` : tokenOf(framework, objective)
}

/** The way back from a control or statement id that we wrote. */
export function readToken(token: string): { readonly framework: FrameworkId; readonly id: string } | undefined {
  const [, framework, rest] = /^_?([a-z0-9][a-z0-9-]*)_(.+)$/.exec(token) ?? []
  if (framework === undefined || rest === undefined) return undefined
  if (rest.startsWith('_')) return { framework, id: unspelled(rest.slice(1)) }
  const [stem = '', ...marks] = rest.replace(/_smt$/, '').split('_')
  const id = stem + marks.map((mark) => (mark.startsWith('obj.') ? `[${mark.slice(4)}]` : `(${mark})`)).join('')
  return { framework, id }
}

/** Whatever a token cannot hold, and the underscore itself, as its code point between underscores. */
function spelled(id: string): string {
  return id.replaceAll(/[^A-Za-z0-9.-]/gu, (one) => `_${one.codePointAt(0)!.toString(16)}_`)
}

/** Its underscores come in pairs; one more is that of a statement. */
function unspelled(text: string): string {
  const id = text.split('_').length % 2 === 0 ? text.replace(/_smt$/, '') : text
  return id.replaceAll(/_([0-9a-f]+)_/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
}

/** Words as a token's part: `office-manager`. Different words may give the same. */
export function slug(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')
}
