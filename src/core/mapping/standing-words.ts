// Words for how far something is in place: under a party's name they say how it stands, and not whose it is.
import { saysNothing } from './marks.ts'
import { plain } from './plain-words.ts'

const standings: ReadonlySet<string> = new Set(
  [
    'met, not met, partially met, partly met, unmet, implemented, not implemented, partially implemented, partly implemented, fully implemented, planned, in place, not in place, partially in place, compliant, non compliant, not compliant, partially compliant, pass, passed, fail, failed, in progress, ongoing, not started, done, completed, complete, incomplete, open, closed, not assessed, not tested, satisfied, other than satisfied',
    'conforme, non conforme, partiellement conforme, en place, pas en place, mis en oeuvre, non mis en oeuvre, partiellement mis en oeuvre, en cours, prevu, termine, fait, a faire',
    'erfullt, nicht erfullt, teilweise erfullt, umgesetzt, nicht umgesetzt, teilweise umgesetzt, geplant, in arbeit, in umsetzung, erledigt, abgeschlossen, offen, konform, nicht konform',
    'cumple, no cumple, cumple parcialmente, implementado, no implementado, parcialmente implementado, planificado, en curso, conforme parcialmente, hecho, pendiente, completado',
  ].flatMap((line) => line.split(', ')),
)

const headings =
  /\b(?:implemented|in place|met|compliant|compliance|status|tested|assessed|installed|enabled|mis en oeuvre|en place|umgesetzt|erfullt|installiert|implementado|cumplimiento|cumple|instalado)\b/
/** "Implemented by" says who does it. */
const agent = /\b(?:by|par|durch|von|por)\b/

const nearly = 0.9

/** At least one of them says more than that the question is open. */
export function areStandings(texts: readonly string[]): boolean {
  const filled = texts.filter((text) => !saysNothing(text)).map(plain)
  const said = filled.filter((text) => standings.has(text))
  return said.length > 0 && said.length >= nearly * filled.length && said.some((text) => !undecided.has(text))
}

const undecided: ReadonlySet<string> = new Set(['open', 'offen', 'pendiente'])

/** "Implemented at the MSP": a yes below says how it stands there. */
export function asksForStanding(heading: string): boolean {
  const words = plain(heading)
  return headings.test(words) && !agent.test(words)
}
