// Who a heading or a cell means: the words for client, MSP and provider in English, French, German and Spanish.
import { remembered } from '../remembered.ts'
import { plain } from './plain-words.ts'
import { thirdParties } from './third-party-words.ts'

export type Side = 'msp' | 'client' | 'provider'

export interface Holder {
  readonly side: Side
  /** the name that the document uses, where it is a name and no word for the role */
  readonly name?: string
}

const client = [
  'client, clients, customer, customers, end customer, your customer, customer organization, customer organisation, customer agency, agency customer, customer entity',
  'agency, agencies, federal agency, subscriber, tenant, consumer, cloud consumer, csc, cloud service customer, cloud service consumer, cloud customer',
  'osc, osa, org seeking certification, organization seeking certification, organization seeking assessment, oscs, user entity, user entities, mission owner, mo, covered entity, ce, you, your organization, your organisation, your, yours, customer admin, customer administrator, account owner, client organization, client organisation, customer tenant, client tenant, customer side, client side, subscribers, tenants, customer s organization, end user organization, end user organisation, using organization, using organisation, using entity, organization seeking certification osc, organization seeking assessment osa, practice covered entity, covered entity practice, medical practice, dental practice, covered entities, government customer, agency customers, contracting agency',
  'clients finaux, client final, commanditaire, donneur d ordre, donneur d ordres, beneficiaire, votre organisation, vous, votre, acheteur, acheteuse, maitre d ouvrage, abonne, abonnes, locataire, entite utilisatrice, entites utilisatrices, entite cliente, organisation cliente, entreprise cliente, cote client, le client, donneuse d ordre',
  'kunde, kunden, kundin, auftraggeber, auftraggeberin, mandant, endkunde, anwender, cloud kunde, kunde ag, auftraggeber ag, sie, nutzer, kundenseite, mieter, kundinnen, mandanten, auftraggeberseite, anwenderunternehmen, kundenorganisation, endkunden, leistungsempfanger, bedarfstrager',
  'cliente, clientes, cliente final, organizacion cliente, su organizacion, abonado, usted, ustedes, el cliente, contratante, entidad contratante, la organizacion cliente, empresa cliente, entidad usuaria, entidades usuarias, inquilino, abonados, suscriptor, parte contratante',
]
const msp = [
  'msp, mssp, msps, managed service provider, managed services provider, managed security service provider, it provider, your msp, our msp, managed it provider, managed it service provider, it service provider, outsourced it provider, outsourced it, it msp',
  'infogerant, infogereur, prestataire d infogerance, infogerance, fournisseur de services manages, fournisseur de services geres, prestataire informatique, prestataire de services manages, prestataire de services geres, societe d infogerance',
  'systemhaus, it dienstleister, managed service anbieter, it systemhaus, managed services anbieter, managed service dienstleister, managed services dienstleister, it dienstleistungsunternehmen, it service anbieter',
  'proveedor de servicios gestionados, proveedor gestionado, proveedor de ti, proveedor de servicios administrados, proveedor de servicios de ti, proveedor informatico, proveedor de servicios informaticos',
]
const provider = [
  'provider, providers, service provider, services provider, cloud provider, cloud service provider, cloud services provider, csp, csps, cso, esp, external service provider, vendor, supplier, hosting provider, hoster, saas provider, paas provider, iaas provider, platform provider, software provider, outsourcer',
  'prestataire de services, prestataire de service, titulaire, operateur cloud, editeur, fournisseur, fournisseurs, prestataire, prestataires, hebergeur, fournisseur de cloud, fournisseur cloud, fournisseur de services, fournisseur de services cloud, fournisseur de service, prestataire cloud',
  'auftragnehmer an, betreiber, plattformbetreiber, hostinganbieter, anbieter, dienstleister, cloud anbieter, cloudanbieter, auftragnehmer, diensteanbieter, dienstanbieter, lieferant, cloud dienstanbieter, cloud dienstleister, serviceanbieter, rechenzentrumsbetreiber',
  'prestador del servicio, proveedor del servicio, prestador de servicios, adjudicatario, contratista, operador, proveedor, proveedores, prestador, proveedor de nube, proveedor cloud, proveedor de servicios, proveedor de servicios en la nube, proveedor de servicios cloud',
]

/** Companies whose name in a heading means the provider; the same company under several names. */
const vendors = [
  'microsoft, azure, microsoft azure, azure government, microsoft 365, m365, office 365, o365, gcc high, microsoft 365 gcc high, msft',
  'amazon web services, aws, amazon, aws govcloud, govcloud',
  'google, google cloud, gcp, google cloud platform, google workspace, google llc',
  'oracle, oracle cloud, oci',
  'ibm, ibm cloud',
  'salesforce, salesforce government cloud',
]

const sides: ReadonlyMap<string, Side> = new Map([
  ...phrases(client).map((phrase) => [phrase, 'client'] as const),
  ...phrases(msp).map((phrase) => [phrase, 'msp'] as const),
  ...phrases(provider).map((phrase) => [phrase, 'provider'] as const),
])

const companies: ReadonlyMap<string, string> = new Map(
  vendors.flatMap((line) => {
    const names = phrases([line])
    return names.map((name) => [name, names[0]!] as const)
  }),
)

function phrases(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.split(', '))
}

/** The party whose document it is, so that its name is known when it is met. */
export interface Naming {
  readonly party: string
  /** a provider, unless it is said to be the MSP */
  readonly side?: 'msp' | 'provider'
  /** the MSP's own document, which calls it the provider and names no MSP besides; unclear where it names other providers too */
  readonly serves?: boolean | 'unclear'
  /** under HIPAA "the Practice" is the client; under CMMC a practice is a requirement */
  readonly practice?: boolean
  /** names that the user has said the side of */
  readonly names?: Readonly<Record<string, Side>>
}

/** The holder whom the whole phrase means, or undefined. */
export function holderOf(phrase: string, naming: Naming): Holder | undefined {
  return holderIn(plain(phrase), phrase, naming)
}

function holderIn(words: string, phrase: string, naming: Naming): Holder | undefined {
  const names = namesOf(naming)
  const told = names.told.get(words)
  if (told) return told
  if (isParty(words, names) || associate.has(words) || ourselves.has(words)) return { side: naming.side ?? 'provider' }
  if (naming.serves === 'unclear' && serving.has(words)) return undefined
  return someSide(words, naming, names) ?? namedProvider(words, phrase)
}

function someSide(words: string, naming: Naming, { short }: Names): Holder | undefined {
  const side =
    sideHere(words, naming) ?? sides.get(words) ?? (short.has(words) ? (naming.side ?? 'provider') : undefined)
  return side && { side }
}

function namedProvider(words: string, phrase: string): Holder | undefined {
  return companies.has(words) || thirdParties.has(words) ? { side: 'provider', name: phrase.trim() } : undefined
}

/** Words whose side depends on the document. */
function sideHere(words: string, { serves, practice }: Naming): Side | undefined {
  if (serves === true && serving.has(words)) return 'msp'
  return practice === true && practices.has(words) ? 'client' : undefined
}

interface Names {
  readonly told: ReadonlyMap<string, Holder>
  readonly own: string
  /** without its legal form */
  readonly bare: string
  /** how it is called for short: its first words */
  readonly short: ReadonlySet<string>
  /** the words that any of them begins with */
  readonly first: ReadonlySet<string>
}

const namesOf = remembered(({ names = {}, party }: Naming): Names => {
  const told = new Map(Object.entries(names).map(([name, side]) => [plain(name), { side, name }]))
  const [own, bare] = [plain(party), withoutForm(plain(party))]
  return { told, own, bare, short: shortNames(bare.split(' ')), first: firstWords([...told.keys(), own, bare]) }
})

function firstWords(phrasesOf: Iterable<string>): ReadonlySet<string> {
  return new Set([...phrasesOf].map((phrase) => phrase.split(' ', 1)[0]!))
}

/** Words that begin the names of many. */
const common = new Set(
  'access advanced american business central cloud compliance control cyber data defense digital enterprise first general global government health information international local managed modern national network office online premier professional secure security service services smart software solution solutions support system systems tech technology united universal'.split(
    ' ',
  ),
)
const shortest = 5

/** "Granite Harbor" for Granite Harbor IT; one word only where it is a long one of its own. */
function shortNames(words: readonly string[]): ReadonlySet<string> {
  const heads = words.slice(0, -1).map((_, at) => words.slice(0, at + 1).join(' '))
  return new Set(heads.filter((head) => head.includes(' ') || (head.length >= shortest && !common.has(head))))
}

/** Under HIPAA: whose document it is, MSP or provider. */
const associate = new Set(['business associate', 'business associates', 'ba'])

/** Whose document it is, of itself. */
const ourselves = new Set(['us', 'we', 'we do', 'wir', 'uns', 'nous', 'nosotros', 'nosotras'])

/** Whoever serves: in an MSP's own document that names no MSP besides, it is the MSP. */
const serving = new Set(
  [
    'provider, service provider, services provider, it provider, supplier, contractor',
    'prestataire, fournisseur, fournisseur de services, fournisseur de service, prestataire de services, prestataire de service, titulaire',
    'anbieter, dienstleister, auftragnehmer, lieferant, diensteanbieter, dienstanbieter, serviceanbieter',
    'proveedor, prestador, proveedor de servicios, prestador de servicios, prestador del servicio, proveedor del servicio, adjudicatario, contratista',
  ].flatMap((line) => line.split(', ')),
)

/** Covered entities as HIPAA matrices call them. */
const practices = new Set(['practice', 'the practice', 'clinic', 'the clinic', 'hospital', 'the hospital'])

const legalForms = new Set([
  'inc',
  'llc',
  'ltd',
  'corp',
  'corporation',
  'co',
  'gmbh',
  'sa',
  'sas',
  'ag',
  'plc',
  'company',
  'limited',
])

/** Wherever one may stand. */
const holdsForm = new RegExp(String.raw`\b(?:${[...legalForms].join('|')})\b`)

/** Its name, with or without its legal form, or another name of the same company. */
function isParty(words: string, { own, bare }: Names): boolean {
  if (own === '') return false
  if (words === own || withoutForm(words) === bare) return true
  const company = companies.get(words)
  return company !== undefined && company === companies.get(bare)
}

/** Of words that are plain already. */
function withoutForm(words: string): string {
  if (!holdsForm.test(words)) return words
  return words
    .split(' ')
    .filter((word) => !legalForms.has(word))
    .join(' ')
}

/** The longest phrase that names a party, from each plain word on: what is found and the words that are left, in order. */
export function splitHolders(words: readonly string[], naming: Naming): readonly (Holder | string)[] {
  const parts: (Holder | string)[] = []
  for (let at = 0; at < words.length;) {
    const [length, holder] = longestHolder(words, at, naming)
    parts.push(holder ?? words[at]!)
    at += length
  }
  return parts
}

const longestPhrase = 7
/** Where a name stands without its legal form, a form may stand before it. */
const anybody = firstWords([
  ...sides.keys(),
  ...companies.keys(),
  ...thirdParties,
  ...associate,
  ...ourselves,
  ...serving,
  ...practices,
  ...legalForms,
])

function longestHolder(
  words: readonly string[],
  at: number,
  naming: Naming,
): readonly [length: number, holder: Holder | undefined] {
  if (!anybody.has(words[at]!) && !namesOf(naming).first.has(words[at]!)) return [1, undefined]
  for (let length = Math.min(longestPhrase, words.length - at); length > 0; length -= 1) {
    const phrase = words.slice(at, at + length).join(' ')
    const holder = holderIn(phrase, phrase, naming)
    if (holder) return [length, holder]
  }
  return [1, undefined]
}

/** One and the same holder, however it is called. */
export function holderKey({ side, name }: Holder): string {
  return name === undefined ? side : `${side}:${companies.get(plain(name)) ?? plain(name)}`
}
