// RACI letters, and the words that they stand for, under a party's name: who does it, who answers for it.
import { plain } from './plain-words.ts'

export interface RaciRole {
  /** it does the work (R) */
  readonly does: boolean
  /** it answers for it (A) */
  readonly answers: boolean
}

const denied: ReadonlySet<string> = new Set([
  'not responsible',
  'nicht verantwortlich',
  'nicht zustandig',
  'non responsable',
  'pas responsable',
  'no responsable',
])

type Letter = 'R' | 'A' | 'S' | 'C' | 'I'

/** In English, French, German and Spanish. "Supports" as a word is not here: what it does is not said. */
const letterOf: ReadonlyMap<string, Letter> = new Map(
  Object.entries({
    R: 'responsible, does, performs, executes, responsable, realisateur, realise, execute, executant, verantwortlich, zustandig, durchfuhrung, fuhrt durch, ejecuta, ejecutor, realiza, encargado',
    A: 'accountable, approver, approves, approbateur, approuve, autorite, imputable, rechenschaftspflichtig, genehmigt, genehmigung, freigabe, aprobador, aprueba, rinde cuentas',
    C: 'consulted, consulte, consultes, konsultiert, beratend, consultado, consultada',
    I: 'informed, informe, informes, informiert, informado, informada',
  }).flatMap(([letter, list]) => list.split(', ').map((word) => [word, letter as Letter] as const)),
)

/**
 * "RA", "R/A", "**A,R**", "C, I", "r/a", "R (1)", "Responsible, Accountable". Undefined where a part of it is none of
 * R, A, S, C, I, or says one of them twice.
 */
export function raciIn(text: string): RaciRole | undefined {
  const bare = text.replace(/\((?:\d{1,2})\)|[¹²³⁴-⁹†‡]/gu, '').replace(/[*_()[\]\s]/g, '')
  if (bare === '' || bare === '-' || bare === '–' || bare === '—') return { does: false, answers: false }
  if (denied.has(plain(text))) return { does: false, answers: false }
  const letters = capitals(bare) ?? wordsOf(text)
  if (letters === undefined || new Set(letters).size !== letters.length) return undefined
  return { does: letters.includes('R'), answers: letters.includes('A') }
}

/** Small letters stand alone, or apart: "as", "air" and "is" are words. */
function capitals(bare: string): readonly string[] | undefined {
  if (!/^(?:[RASCI](?:[/,;+&|-]?[RASCI])*|[rasci](?:[/,;+&|-][rasci])*|ra|ar)$/.test(bare)) return undefined
  return bare.toUpperCase().match(/[RASCI]/g) ?? []
}

const longest = 60

function wordsOf(text: string): readonly string[] | undefined {
  if (text.length > longest) return undefined
  const letters = text.split(/[/,;+&|]|\s(?:and|und|et|y|e)\s/iu).map((piece) => letterOf.get(plain(piece)))
  return letters.every((letter) => letter !== undefined) ? letters : undefined
}

const supporting: ReadonlySet<string> = new Set(['support', 'supports', 'supportive', 's'])

/** A column of its own for one of the letters. */
export function letterHeading(text: string): string | undefined {
  const word = plain(text)
  if (supporting.has(word)) return 'S'
  return letterOf.get(word) ?? (/^[raci]$/.test(word) ? word.toUpperCase() : undefined)
}
