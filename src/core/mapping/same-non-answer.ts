// A form in which every row still says the same as when it was handed out: "TBD", or all that one may choose from.
import type { Claim } from '../claims/claim.ts'
import { ownershipIn } from './ownership-words.ts'
import type { Naming } from './party-words.ts'
import { plain } from './plain-words.ts'

const undecided = new Set(
  'tbd, tbc, tba, to be determined, to be defined, to be confirmed, to be completed, to be filled in, please select, select, select one, choose, choose one, pick one, a definir, a determiner, a completer, a confirmer, a choisir, noch offen, offen, zu klaren, auszufullen, bitte wahlen, por definir, por determinar, por completar, pendiente, seleccione'.split(
    ', ',
  ),
)
const fewest = 3

/** The answer that nobody gave, where all rows have it. */
export function sameNonAnswer(claims: readonly Claim[], naming: Naming): string | undefined {
  const text = claims[0]?.text ?? ''
  if (claims.length < fewest || claims.some((claim) => claim.ownership !== 'unclear' || claim.text !== text))
    return undefined
  return isNonAnswer(text, naming) ? text : undefined
}

/** "TBD", "Provider / Customer / Shared" */
export function isNonAnswer(text: string, naming: Naming): boolean {
  return undecided.has(plain(text)) || isChoice(text, naming)
}

function isChoice(text: string, naming: Naming): boolean {
  const choices = text.split(/[/|,;]|\sor\s/iu).map((choice) => ownershipIn(choice, naming)?.ownership)
  return choices.every((choice) => choice !== undefined) && new Set(choices).size > 2
}
