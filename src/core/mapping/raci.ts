// RACI letters, and the words that they stand for, under a party's name: who does it, who answers for it.
import { isWaived } from './marks.ts'
import { plain } from './plain-words.ts'

export interface RaciRole {
  /** it does the work (R) */
  readonly does: boolean
  /** it answers for it (A) */
  readonly answers: boolean
  /** it has a hand in the work of another (S) */
  readonly helps: boolean
}

const noPart: RaciRole = { does: false, answers: false, helps: false }

const denied: ReadonlySet<string> = new Set([
  'not responsible',
  'nicht verantwortlich',
  'nicht zustandig',
  'non responsable',
  'pas responsable',
  'no responsable',
])

export type Letter = 'R' | 'A' | 'S' | 'C' | 'I'

/** In English, French, German and Spanish. */
const letterOf: ReadonlyMap<string, Letter> = words({
  R: 'primary owner, primary responsible party, primary responsible, responsible, responsible party, responsible parties, who is responsible, does, performs, executes, responsable, realisateur, realise, execute, executant, verantwortlich, zustandig, durchfuhrung, fuhrt durch, ausfuhrend, ejecuta, ejecutor, realiza, encargado',
  A: 'accountable, accountable party, accountable parties, accountable organization, accountable entity, who is accountable, accountability, approver, approves, approbateur, approuve, autorite, garant, imputable, rechenschaftspflichtig, gesamtverantwortlich, genehmigt, genehmigung, freigabe, aprobador, aprueba, rinde cuentas, quien rinde cuentas',
  C: 'consulted, consulted party, consulted parties, who is consulted, consult, to be consulted, must be consulted, consulte, consultes, consultee, consultees, a consulter, konsultiert, zu konsultieren, konsultieren, beratend, consultado, consultada, consultados, a consultar, consultar',
  I: 'informed, informed party, informed parties, who is informed, inform, to be informed, must be informed, keep informed, kept informed, informe, informes, informee, informees, a informer, informiert, zu informieren, informieren, informado, informada, informados, a informar, informar',
})

/** How a cell says S in words; over a column they may say much else. */
const helping: ReadonlyMap<string, Letter> = words({
  S: 'secondary owner, secondary responsible party, secondary responsible, supports, supporting, supporting party, assists, assisting, contributes, soutient, en soutien, en appui, contribue, contributeur, unterstutzt, unterstutzend, unterstutzung, mitwirkung, mitwirkend, wirkt mit, apoya, apoyo, colabora, colaborador',
})

function words(lists: Readonly<Partial<Record<Letter, string>>>): ReadonlyMap<string, Letter> {
  return new Map(
    Object.entries(lists).flatMap(([letter, list]) =>
      list.split(', ').map((word) => [word, letter as Letter] as const),
    ),
  )
}

/**
 * "RA", "R/A", "**A,R**", "C, I", "r/a", "R (1)", "Responsible, Accountable". Undefined where a part of it is none of
 * R, A, S, C, I, or says one of them twice.
 */
export function raciIn(text: string): RaciRole | undefined {
  if (isWaived(text)) return noPart
  const bare = text.replace(/\((?:\d{1,2})\)|[¹²³⁴-⁹†‡]/gu, '').replace(/[*_()[\]\s]/g, '')
  if (bare === '' || bare === '-' || bare === '–' || bare === '—') return noPart
  if (denied.has(plain(text))) return noPart
  const letters = capitals(bare) ?? wordsOf(text)
  if (letters === undefined || new Set(letters).size !== letters.length) return undefined
  return { does: letters.includes('R'), answers: letters.includes('A'), helps: letters.includes('S') }
}

/** Small letters stand alone, or apart: "as", "air" and "is" are words. */
function capitals(bare: string): readonly string[] | undefined {
  if (!/^(?:[RASCI](?:[/,;+&|-]?[RASCI])*|[rasci](?:[/,;+&|-][rasci])*|ra|ar)$/.test(bare)) return undefined
  return bare.toUpperCase().match(/[RASCI]/g) ?? []
}

const longest = 60

function wordsOf(text: string): readonly string[] | undefined {
  if (text.length > longest) return undefined
  const letters = text
    .split(/[/,;+&|\n]|\s(?:and|und|et|y|e)\s/iu)
    .map((piece) => letterOf.get(plain(piece)) ?? helping.get(plain(piece)))
  return letters.every((letter) => letter !== undefined) ? letters : undefined
}

const supporting: ReadonlySet<string> = new Set(['support', 'supportive'])

/** A column of its own for one of the letters: "Accountable", "R", "Informed (I)", "C = Consulted". */
export function letterHeading(text: string): Letter | undefined {
  const word = plain(text)
  if (/^[rasci]$/.test(word)) return word.toUpperCase() as Letter
  const told = named(word)
  if (told !== undefined) return told
  const [first, last] = [word.split(' ', 1)[0]!, word.split(' ').at(-1)!]
  return explainedBy(first, word.slice(first.length + 1)) ?? explainedBy(last, word.slice(0, -last.length - 1))
}

function named(word: string): Letter | undefined {
  return letterOf.get(word) ?? helping.get(word) ?? (supporting.has(word) ? 'S' : undefined)
}

/** The letter beside its own word. */
function explainedBy(letter: string, word: string): Letter | undefined {
  const told = named(word)
  return told !== undefined && told.toLowerCase() === letter ? told : undefined
}
