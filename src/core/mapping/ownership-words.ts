// What a cell says about who does it: an explicit table of words; what is not in it stays unclear.
import { caiqKey, caiqOwnership } from '../claims/caiq-words.ts'
import type { ClaimOwnership } from '../claims/claim.ts'
import { boxesIn } from '../control-summary/check-list.ts'
import type { Box } from '../control-summary/check-list.ts'
import { originationOwnership } from '../control-summary/origination-words.ts'
import { openWords } from './open-words.ts'
import { holderKey, holderOf, splitHolders } from './party-words.ts'
import type { Holder, Naming } from './party-words.ts'
import { plain, plainWords } from './plain-words.ts'

export interface Owned {
  readonly ownership: ClaimOwnership
  /** the one provider that it names, where it names one */
  readonly holder?: Holder
}

/** Whole cells whose words mean something of their own. */
const phrases: Readonly<Record<Exclude<ClaimOwnership, 'unclear'> | 'undecided', string>> = {
  shared:
    'shared, share, shared control, joint, jointly, both, both parties, hybrid, hybrid control, partial, partially, partial inheritance, partially inherited, co managed, comanaged, mixed, shared responsibility, joint responsibility, partage, partagee, partages, partagees, responsabilite partagee, responsabilite conjointe, conjoint, conjointe, mixte, les deux, commun, commune, partiel, partielle, heritage partiel, geteilt, gemeinsam, gemeinsame verantwortung, geteilte verantwortung, gemischt, beide, teilweise, teilweise geerbt, compartido, compartida, responsabilidad compartida, conjunto, conjunta, ambos, ambas, mixto, mixta, parcial, parcialmente heredado, both of us, shared by both, shared between both, customer and provider jointly, les deux parties, co responsabilite, coresponsabilite, beide parteien, beide seiten, kunde und anbieter gemeinsam, ambas partes, las dos partes, corresponsabilidad, shared between customer and provider, co owned, jointly managed, cogere, cogeree, co gere, responsabilites partagees, par les deux, partage client prestataire, gemeinschaftlich, beiderseits, beidseitig, gemeinsam verantwortlich, teils teils, co gestionado, cogestionado, cogestionada, compartidos, compartidas, de ambos, conjuntamente, conjuntos, conjuntas, hibrido, hibrida, hybride, partagees entre les deux',
  provider:
    'inherited, fully inherited, full inheritance, inherit, inheritable, inherited by customer, inherited by the customer, inheritable by customer, fully inheritable, herite, heritee, entierement herite, geerbt, vollstandig geerbt, vererbt, heredado, heredada, totalmente heredado, completely inherited, inherited in full, 100 inherited, inherited 100, herite en totalite, totalement herite, entierement heritee, totalement heritee, herites, heritees, vollstandig vererbt, vollumfanglich geerbt, heredados, heredadas, totalmente heredada, completamente heredado, heredado por completo',
  client:
    'not inherited, not inheritable, not inherited customer, customer not inherited, 100 customer, customer 100, no inheritance, non herite, non heritee, nicht geerbt, no heredado, customer specific, client specific, customer only, client only, customer owned, customer managed, client managed, customer provided, customer configured, customer implemented, non heritable, nicht vererbbar, nicht vererbt, no heredada, no heredable, kundenspezifisch, kundenseitig, specifique au client, propre au client, especifico del cliente, propio del cliente',
  msp: '',
  'not-applicable':
    'nicht relevant, nicht erforderlich, non pertinent, no procede, np, not in scope, out of scope, hors perimetre, n a, na, not applicable, n a by design, sans objet, s o, non applicable, nicht anwendbar, nicht zutreffend, entfallt, trifft nicht zu, no aplica, no aplicable, n a no aplica, not applicable n a, n a not applicable, does not apply, sans objet s o, s o sans objet, ne s applique pas, nicht anwendbar n a, n z, findet keine anwendung, no corresponde, no es aplicable, n a no aplicable',
  undecided: 'full, common, common control, common and hybrid, system specific, none',
}

const inherits: ReadonlySet<string> = new Set(phrases.provider.split(', '))

const ownershipOf: ReadonlyMap<string, ClaimOwnership> = new Map([
  ...originationOwnership,
  ...[...openWords].map((phrase) => [phrase, 'unclear'] as const),
  ...Object.entries(phrases).flatMap(([ownership, list]) =>
    list
      .split(', ')
      .filter((phrase) => phrase !== '')
      .map((phrase) => [phrase, ownership === 'undecided' ? 'unclear' : (ownership as ClaimOwnership)] as const),
  ),
])

/** Words around a party's name that change nothing: "Customer responsibility", "Managed by the CSP". */
const fillers = wordSet(
  'selbst themselves itself lui meme mismo propio charge cargo cote seite lado responsibility responsibilities responsible owned owner ownership managed manages control controlled operated only solely sole fully full primary party side by the of and with between s role team responsabilite responsable responsabilites a la charge du de des le les l d et uniquement seul gere par verantwortung verantwortlich zustandig verantwortlichkeit der des die den das und durch nur allein responsabilidad responsabilidades solo unicamente del la el los y gestionado por',
)
const sharing = wordSet(
  'shared joint jointly both hybrid partage partagee partagees conjointe geteilt geteilte gemeinsam gemeinsame beide compartido compartida conjunta ambos',
)
const inheriting = wordSet('inherited inherits inherit from herite heritee geerbt von heredado heredada')

/** Longer than any of the phrases, and than a few parties in a row. */
const longest = 160

/** Longer than any list of boxes. */
const longestList = 1000

/** Undefined where its words are not in the table. */
export function ownershipIn(text: string, naming: Naming): Owned | undefined {
  const boxes = text.length > longestList ? [] : boxesIn(text)
  return boxes.length > 0 ? ofBoxes(boxes, naming) : inWords(text, naming)
}

/** "☒ Provider ☐ Customer": what is ticked, and nothing else of it. */
function ofBoxes(boxes: readonly Box[], naming: Naming): Owned | undefined {
  if (boxes.some(({ state }) => state === 'doubtful')) return undefined
  const owned = boxes.filter(({ state }) => state === 'ticked').map(({ label }) => inWords(label, naming))
  const [first, second] = owned
  if (first === undefined || second === undefined) return owned.length === 1 ? first : undefined
  const said = new Set(owned.map((one) => one?.ownership ?? 'unclear'))
  return said.has('unclear') || said.has('not-applicable') ? { ownership: 'unclear' } : { ownership: 'shared' }
}

function inWords(text: string, naming: Naming): Owned | undefined {
  if (text.length > longest || hedged.test(text) || listsChoices(text)) return undefined
  const known = caiqOwnership.get(caiqKey(text)) ?? ownershipOf.get(plain(text))
  if (known) return { ownership: known }
  return ofParties(text, naming)
}

/** "Inherited", "Fully inherited", "Inherited from the CSP": a customer of whom it is said does nothing. */
export function inheritsIn(text: string, naming: Naming): boolean {
  const words = plain(text)
  if (inherits.has(words)) return true
  const [first] = words.split(' ', 1)
  return inheriting.has(first!) && provides.has(inWords(text, naming)?.ownership ?? 'unclear')
}

const provides: ReadonlySet<ClaimOwnership> = new Set(['provider', 'msp'])

/** "Provider?", "~Shared", "Shared → Customer": nobody has decided. */
const hedged = /\?|^\s*~|→|->|⇒/u

/** "Provider / Customer / Shared": what a form lets one choose from. */
function listsChoices(text: string): boolean {
  const choices = text.split(/[/|,;]|\sor\s/iu).map(plain)
  return choices.length > 2 && choices.some((choice) => sharing.has(choice))
}

/** Only parties, words of sharing and words that change nothing may stand in it: every word is accounted for. */
function ofParties(text: string, naming: Naming): Owned | undefined {
  const alone = holderOf(text, naming)
  if (alone) return { ownership: alone.side, holder: alone }
  const parts = splitHolders(plainWords(text.replace(/[/&+,;|]/g, ' and ')), naming)
  const words = parts.filter((part) => typeof part === 'string')
  if (
    aside.test(text) &&
    !words.some((word) => sharing.has(word) || inheriting.has(word)) &&
    distinct(parts.filter((part) => typeof part !== 'string')).length > 1
  )
    return undefined
  if (!words.every((word) => fillers.has(word) || sharing.has(word) || inheriting.has(word))) return undefined
  if (parts.some((part, at) => part === 's' && typeof parts[at - 1] === 'object' && typeof parts[at + 1] === 'object'))
    return undefined
  const holders = distinct(parts.filter((part) => typeof part !== 'string'))
  if (holders.length === 0) return undefined
  return ofHolders(holders, words)
}

function ofHolders(holders: readonly Holder[], words: readonly string[]): Owned | undefined {
  const [only] = holders
  const shared = words.some((word) => sharing.has(word))
  if (words.some((word) => inheriting.has(word)))
    return holders.length === 1 && only!.side !== 'client' && !shared
      ? { ownership: only!.side, holder: only! }
      : undefined
  if (holders.length > 1 || shared) return { ownership: 'shared' }
  return { ownership: only!.side, holder: only! }
}

/** "CSP (Customer)", "CSP → Customer": who of the two does it is not said. */
const aside = /\(|:\s|→|->|=>/

function distinct(holders: readonly Holder[]): readonly Holder[] {
  return [...new Map(holders.map((holder) => [holderKey(holder), holder] as const)).values()]
}

const inheritance: ReadonlyMap<string, ClaimOwnership> = new Map([
  ...listed(
    'yes, full, fully, y, true, oui, totale, ja, vollstandig, si, total, totalmente, totalement, entierement, inherited, fully inherited, herite, entierement herite, geerbt, vollstandig geerbt, heredado, totalmente heredado',
    'provider',
  ),
  ...listed(
    'p, partial, partially, hybrid, shared, partiel, partielle, partiellement, teilweise, parcial, parcialmente, partially inherited, partial inheritance, partiellement herite, teilweise geerbt, parcialmente heredado',
    'shared',
  ),
  ...listed(
    'no, none, n, false, non, aucun, aucune, nein, keine, ninguna, ninguno, not, not inherited, not inheritable, non herite, nicht geerbt, no heredado',
    'client',
  ),
  ...listed('n a, na, not applicable, sans objet, nicht anwendbar, no aplica', 'not-applicable'),
])

/** Under a heading that asks whether it can be inherited: yes, partial, no. */
export function inheritanceIn(text: string): ClaimOwnership | undefined {
  return inheritance.get(plain(text))
}

function listed(list: string, ownership: ClaimOwnership): readonly (readonly [string, ClaimOwnership])[] {
  return list.split(', ').map((word) => [word, ownership] as const)
}

function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.split(' '))
}
