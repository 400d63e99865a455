// Marks in a grid: ticks under a heading, and words for "nothing to do".
import { plain } from './plain-words.ts'

const ticks = new Set([
  'x',
  '✓',
  '✔',
  '✔️',
  '☑',
  '☒',
  '✅',
  '●',
  '•',
  '■',
  '⬤',
  '🗸',
  'yes',
  'y',
  'ja',
  'oui',
  'si',
  'true',
  '[x]',
])
const blanks = new Set(['', '-', '–', '—', '☐', '❌', '✗', '✘', '○', '□', 'no', 'non', 'nein', 'false', '[ ]', '[]'])

/** "X?", "~x": nobody has decided. */
const hedged = /.\?$|^~./u

export type Mark = 'marked' | 'unmarked'

/** Undefined: it is neither; `n` and `o` are left alone, for they mean different things in different languages. */
export function markIn(text: string): Mark | undefined {
  const bare = text.trim()
  if (hedged.test(bare)) return undefined
  const word = plain(text)
  if (ticks.has(word) || ticks.has(bare)) return 'marked'
  return blanks.has(word) || blanks.has(bare) ? 'unmarked' : undefined
}

const nothing = new Set(
  [
    'none, nothing, n a, na, not applicable, no customer responsibility, no customer responsibilities, no responsibility, no action required, no customer action required, no action, none required, not required, no customer action, there are no customer responsibilities, there is no customer responsibility, customer has no responsibility, the customer has no responsibility, no additional customer responsibilities, no additional customer responsibility, no additional responsibilities, no additional action required, no osc responsibility, osc has no responsibility, no client responsibility, no client responsibilities, nothing required, no action needed, not responsible, out of scope, not in scope, does not apply, not applicable to this product, none fully inherited, not provided, not addressed, not applicable to customers, not applicable to customer, not applicable to the customer, not applicable to client, not applicable to the client, not applicable for customer, not applicable for customers, n a to customer, n a for customer, no customer obligations, no customer duties, no customer involvement, no customer configuration required, no tenant action required, no tenant responsibility, no user entity responsibility',
    'aucun, aucune, neant, rien, sans objet, aucune action, aucune action requise, aucune responsabilite, non applicable, aucune action du client, aucune action du client requise, aucune responsabilite du client, sans responsabilite, non applicable au client',
    'keine, keiner, nichts, entfallt, nicht anwendbar, keine massnahme erforderlich, keine verantwortung, keine aktion erforderlich, keine mitwirkung erforderlich, keine mitwirkung, keine kundenaktion erforderlich, keine aufgaben, keine aufgabe, kein handlungsbedarf',
    'ninguno, ninguna, nada, no aplica, ninguna accion, ninguna accion requerida, sin responsabilidad, ninguna responsabilidad, ninguna accion del cliente, sin accion requerida, sin acciones, no aplica al cliente',
  ].flatMap((line) => line.split(', ')),
)

/** Words that may give, or deny, a party its part, and are not in the tables: no part is taken from them. */
const doubtful =
  /^(?:(?:no|none|nothing|not|never|nil|does not|do not|is not|tbd|tbc|tba|to be (?:determined|defined|confirmed)|pending|refer to|same as|as above|ditto|(?:fully |partially |not )?inherit(?:ed|s)?|excluded)\b|n\/a\b|see\s+(?:[A-Z]{2}[-.]|\d|above|below|the|note|section|row|provider|customer|vendor|csp|msp|ssp)|out of scope\b)|\b(?:has|have|bears?) no\b|\bno (?:customer |client |osc |additional |further )?(?:responsibilit|action|dut)|\bnot (?:address|applicable|responsible)|\bdoes not (?:apply|address|provide|cover)/iu
const doubtfulAlone =
  /^(?:yes|y|n|p|s|shared|partial(?:ly)?|full|inform(?:ed)?|consult(?:ed)?|support(?:s|ing|ive)?|secondary|unknown|\d{1,3} ?%?)[.*]*$/iu

/** "None – fully inherited", "See AC-1", "TBD", "Not responsible", "0%", "Informed". */
export function doubtsPart(text: string): boolean {
  return !saysNothing(text) && (doubtful.test(text.trim()) || doubtfulAlone.test(text.trim()))
}

const placeholder =
  /^(?:<(?:insert|enter|describe|select|type|list|specify)\b[^>]*>|\[(?:insert|enter|describe|select|type|specify)\b[^\]]*\]|click (?:or tap )?(?:here )?to enter (?:text|a date)\.?|click here\b.{0,40}|choose an item\.?|select (?:one|an item|an option|a party)\.?|cliquez (?:ou appuyez )?ici\b.{0,40}|klicken (?:oder tippen )?sie\b.{0,60}|haga clic\b.{0,40})$/iu

/** What a form tells the person who fills it in, where nobody did. */
export function isPlaceholder(text: string): boolean {
  return placeholder.test(text.trim())
}

/** Words that say that nothing is left to a party. */
export function saysNothing(text: string): boolean {
  const bare = text.trim()
  return bare === '' || /^[-–—]+$/.test(bare) || nothing.has(plain(bare)) || isWaived(bare) || deniesAll(bare)
}

const denials = new Set(
  'no none nothing nil aucun aucune rien neant keine keiner keinerlei nichts ninguno ninguna nada sin'.split(' '),
)
const aroundDenial = new Set(
  'customer customers client clients responsibility responsibilities action actions duty duties obligation obligations task tasks required needed necessary applicable additional further specific for this the control requirement practice there are is has have by from of to on part responsable responsabilite responsabilites responsabilidad responsabilidades action requise pour du de le la les l ce cette controle exigence cote kunde kunden des der die das den seitens verantwortung verantwortlichkeit massnahme massnahmen aktion pflichten erforderlich notwendig fur diese dieser anforderung el los las del cliente para este esta requisito accion acciones requerida requeridas por parte'.split(
    ' ',
  ),
)

const mostAround = 14

/** "No customer responsibilities for this control.", "Keine Maßnahmen des Kunden erforderlich": one denial, and no word besides that could take it back. */
function deniesAll(text: string): boolean {
  const words = plain(text).split(' ', mostAround + 1)
  return (
    words.length <= mostAround &&
    words.every((word) => denials.has(word) || aroundDenial.has(word)) &&
    words.filter((word) => denials.has(word)).length === 1
  )
}

const waivedWords: ReadonlySet<string> = new Set(
  'n a, not applicable, does not apply, n a not applicable, non applicable, sans objet, s o, ne s applique pas, nicht anwendbar, nicht zutreffend, trifft nicht zu, entfallt, n z, no aplica, no aplicable, no procede, no corresponde'.split(
    ', ',
  ),
)
const waived = /^n\/?a\s*(?:[(:–—-].{0,60})?$/iu

/** "N/A", "N/A (client responsibility)": the party is let off rather than given nothing to do. */
export function isWaived(text: string): boolean {
  return waived.test(text.trim()) || waivedWords.has(plain(text))
}
