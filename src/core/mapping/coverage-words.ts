// How much a party does, in words, in English, French, German and Spanish: a share of the work, or a place in line.
import { inheritanceIn } from './ownership-words.ts'
import { plain } from './plain-words.ts'

/** `first` leads the work, `second` has a hand in it. */
export type Coverage = 'all' | 'some' | 'none' | 'first' | 'second'

const shares = table({
  all: 'full coverage, complete coverage, fully covered, satisfies, fully satisfies, fully supports, fully addresses, couverture totale, entierement couvert, vollstandig abgedeckt, volle abdeckung, cobertura total, totalmente cubierto',
  some: 'supports, support, supporting, partially supports, partial coverage, partial support, partially covered, partially addresses, partially satisfies, contributes, contributing, assists, enables, contribue, couverture partielle, partiellement, partiellement couvert, unterstutzt, teilweise abgedeckt, teilabdeckung, apoya, cobertura parcial, parcialmente, contribuye',
  none: 'not addressed, not covered, no coverage, not supported, no support, does not address, no contribution, non couvert, non traite, pas couvert, nicht abgedeckt, nicht unterstutzt, no cubierto, sin cobertura, no contribuye',
})

const ranks = table({
  first:
    'primary, primary responsibility, primary party, lead, leads, lead party, leading, principal, principale, responsable principal, pilote, hauptverantwortlich, hauptverantwortung, federfuhrend, lider, lidera',
  second:
    'secondary, secondary responsibility, secondary party, support, supports, supporting, supporting role, assist, assists, assisting, contributes, secondaire, en appui, en soutien, contribue, contributeur, unterstutzend, unterstutzt, unterstutzung, mitwirkung, mitwirkend, wirkt mit, secundario, secundaria, apoyo, apoya, colabora',
})

function table(lists: Readonly<Partial<Record<Coverage, string>>>): ReadonlyMap<string, Coverage> {
  return new Map(
    Object.entries(lists).flatMap(([share, list]) =>
      list.split(', ').map((word) => [word, share as Coverage] as const),
    ),
  )
}

/** "Full", "Partially", "Satisfies", "Supports", "Not addressed". */
export function coverageIn(text: string): Coverage | undefined {
  const degree = inheritanceIn(text)
  if (degree === undefined) return shares.get(plain(text))
  return degree === 'provider' ? 'all' : degree === 'shared' ? 'some' : 'none'
}

const partly = /^p$/i
const yesOrNo = /^(?:y|n|yes|no)$/i

/** Whether cells say how much; `P` beside yes and no is "partial", and elsewhere might be a party's letter. */
export function saysHowMuch(texts: readonly string[]): (text: string) => boolean {
  const answers = texts.some((text) => yesOrNo.test(text.trim()))
  return (text) => coverageIn(text) !== undefined && (answers || !partly.test(text.trim()))
}

/** "Primary", "Secondary", "Lead", "Assists". */
export function rankIn(text: string): Coverage | undefined {
  return ranks.get(plain(text))
}
