// A document's own letters for the roles of RACI: "D = Durchführung, V = Verantwortung, M = Mitwirkung, I = Information".
import type { SourceDocument } from '../claims/source-document.ts'
import { explainedCodes } from './legend.ts'
import { plain } from './plain-words.ts'
import type { Letter } from './raci.ts'

export type OwnLetters = ReadonlyMap<string, Letter>

/** Who does the work. */
const doing = wordSet(
  'performs, performed, performs the work, does, does the work, executes, execution, execute, carries out, executor, performer, durchfuhrung, durchfuhrend, fuhrt durch, fuhrt aus, ausfuhrung, ausfuhrend, umsetzung, umsetzend, setzt um, realise, realisation, realisateur, execute, executant, realiza, realizacion, ejecuta, ejecucion, ejecutor, ejecutante',
)
/** Who answers for it, where another letter says who does it. */
const answering = wordSet(
  'accountable, accountability, approves, approval, responsible, responsibility, answers for it, valide, validation, approuve, approbateur, approbation, responsable, responsabilite, rend compte, verantwortung, verantwortlich, gesamtverantwortung, rechenschaft, rechenschaftspflichtig, genehmigung, genehmigt, freigabe, responsabilidad, aprueba, aprobador, aprobacion, rinde cuentas',
)
const helping = wordSet(
  'assists, assist, assistance, supports, support, contributes, participates, participation, mitwirkung, mitwirkend, wirkt mit, unterstutzung, unterstutzt, participe, contribue, contribution, soutien, appui, assiste, apoya, apoyo, colabora, colaboracion, participa',
)
const asked = wordSet(
  'consulted, consultation, consult, advises, beratung, beratend, konsultiert, konsultation, consulte, consultation, conseil, consultado, consulta',
)
const told = wordSet('informed, information, informs, informiert, informe, informacion, informado')

function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.split(', '))
}

const letters: readonly (readonly [Letter, ReadonlySet<string>])[] = [
  ['R', doing],
  ['A', answering],
  ['S', helping],
  ['C', asked],
  ['I', told],
]

/** Empty where the letters are those of RACI, where none says who does the work, or where two places disagree. */
export function ownLettersIn(document: Pick<SourceDocument, 'tables' | 'texts'>): OwnLetters {
  const found = new Map<string, Letter>()
  for (const [code, explained] of explainedCodes(document)) {
    const words = plain(explained)
    const letter = letters.find(([, list]) => list.has(words))?.[0]
    if (letter === undefined) continue
    if ((found.get(code) ?? letter) !== letter) return none
    found.set(code, letter)
  }
  const own = [...found].some(([code, letter]) => code !== letter)
  return own && [...found.values()].includes('R') ? found : none
}

const none: OwnLetters = new Map()
const parting = /[\s/,;+&|]+/u

/** "D/V" as "R/A". Undefined where one of its letters is not explained so. */
export function inRaci(text: string, own: OwnLetters): string | undefined {
  const found = text
    .trim()
    .split(parting)
    .map((code) => own.get(code))
  return found.includes(undefined) ? undefined : [...new Set(found)].join('/')
}
