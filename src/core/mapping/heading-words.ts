// What a column's heading means, in English, French, German and Spanish: every word of it must be accounted for.
import type { ClaimOwnership } from '../claims/claim.ts'
import { boxMeaning } from '../control-summary/box-meaning.ts'
import { originationOwnership } from '../control-summary/origination-words.ts'
import { otherHeadings, ownerHeadings } from './owner-headings.ts'
import { holderKey, holderOf, splitHolders } from './party-words.ts'
import type { Holder, Naming } from './party-words.ts'
import { plain, plainWords } from './plain-words.ts'
import { levelOwned, numberedService } from './service-headings.ts'
import { stateIn } from './state-headings.ts'

export type HeadingMeaning =
  | {
      readonly is:
        | 'requirement'
        | 'objective'
        | 'activity'
        | 'ownership'
        | 'inheritance'
        | 'evidence'
        | 'notes'
        | 'ignored'
      /** which of the services side by side, where the heading says so itself */
      readonly service?: string
    }
  /** a party's part: its words, its mark or its RACI letters, by what stands in the cells */
  | {
      readonly is: 'part'
      readonly of: Holder
      /** its contribution: how much of it the party does */
      readonly measured?: true
      readonly service?: string
    }
  /** a box: where it is marked, this is whose it is */
  | { readonly is: 'box'; readonly ownership: ClaimOwnership }
  /** what both have in it, in running text: where a reader finds what the customer must do */
  | { readonly is: 'split' }
  /** the customer's controls that a report counts on beside its own */
  | { readonly is: 'counted-on' }
  /** the part of somebody whom no table knows */
  | { readonly is: 'somebody' }
  /** who does it in another state than the one that holds: proposed, planned, past */
  | { readonly is: 'other-state' }

type Worded = Exclude<HeadingMeaning['is'], 'part' | 'box' | 'somebody' | 'other-state'>

const phrases: Readonly<Record<Worded, readonly string[]>> = {
  requirement: [
    'id, ids, control, controls, control id, control ids, control identifier, control number, control no, control nr, control ref, control reference, requirement, requirements, requirement id, requirement ids, requirement number, requirement no, requirement identifier, req, req id, req no, practice, practice id, practice number, cmmc practice, cmmc practice id, cmmc id, cmmc control, cmmc control id, cmmc requirement, cmmc, cmmc level 2 practice, nist id, nist control, nist control id, nist 800 171, nist sp 800 171r3, nist sp 800 171r2, nist 800 171r2, nist 800 171r3, 800 171r2, 800 171r3, nist sp 800 171 rev 3, nist sp 800 171 rev 2, nist 800 171 rev 2, nist 800 171 rev 3, cfr section, cis, cis id, cis control, cis controls, cis control id, cis safeguard, cis safeguards, cis safeguard id, cis safeguard number, cis sub control, cis subcontrol, hipaa section, hipaa safeguard, hipaa requirement, hipaa id, 45 cfr, security rule section, iso 27001, iso 27001 control, iso control, annex a control, pci dss, pci dss requirement, pci requirement, nist csf, csf subcategory, csf id, subcategory, soc 2 criterion, soc 2, ccm control id, question id, control acronym, security requirement id, practice no, cmmc l2 practice, nist sp 800 171, nist 800 171 control, nist 800 171 id, nist sp 800 171 requirement, 800 171, 800 171 control, sp 800 171, nist 800 53, nist 800 53 control, nist sp 800 53, 800 53, security control, security control id, safeguard, safeguard id, criteria, criterion, criteria id, trust services criteria, tsc, tsc id, soc 2 criteria, citation, cfr, cfr citation, regulation, hipaa citation, hipaa standard, hipaa reference, standard, section, clause, ref, reference, no, nr, number, item',
    'mesure cis, identifiant, identifiant de l exigence, exigence, exigences, n exigence, numero d exigence, reference, ref, controle, controles, numero, n, numero de controle, mesure, identifiant du controle, id exigence, id controle, critere, article',
    'cis massnahme, kennung, kontrolle, kontroll id, kontrollnummer, kontrollen id, anforderung, anforderungs id, anforderungsnummer, referenz, nummer, massnahme, massnahmen id, nr, kriterium, id nummer',
    'salvaguarda, salvaguarda cis, identificador, identificador de control, id de control, id control, control, requisito, id requisito, id de requisito, numero de control, numero de requisito, referencia, numero, criterio, clausula',
  ],
  objective: [
    'objective id, objective number, assessment objective id, determination id, ao, ao id, requirement objective number, objective no',
    'identifiant de l objectif, prufziel id, id de objetivo',
  ],
  activity: [
    'layer, layers, resource, resources, what, duty, duties, area, areas, component, components, asset, responsibility of, security layer, scope of work, item description, step, work package, measure, measures, action, title, control title, control name, name, requirement title, requirement name, practice title, practice name, safeguard title, safeguard name, safeguard description, criterion title, criteria title, criteria description, subcategory title, subcategory description, short title, security requirement, requirement text, requirement description, requirement statement, practice description, practice statement, control description, control text, control statement, control language, description, summary, objective, assessment objective, assessment objectives, determination statement, requirement objective description, activity, activities, task, tasks, service, function, functional area, responsibility area, topic, process, subject, capability, security capability, question, control specification, specification, area of responsibility, deliverable, work item',
    'couche, composant, ressource, mesures, action, actions, domaine de responsabilite, perimetre, etape, brique, activite, activites, tache, taches, intitule, libelle, titre, description, objectif, service, fonction, processus, prestation, sujet, thematique, description de l exigence, intitule de l exigence, description de l activite, domaine d activite',
    'schicht, ebene, komponente, ressource, gegenstand, leistungsbestandteil, leistungsgegenstand, arbeitspaket, teilleistung, vorgang, themengebiet, aktivitat, aktivitaten, tatigkeit, tatigkeiten, aufgabe, aufgaben, bezeichnung, titel, beschreibung, thema, leistung, leistungen, prozess, funktion, ziel, prufziel, anforderungstext, beschreibung der anforderung, aufgabenbereich, themenbereich',
    'capa, componente, recurso, ambito, accion, medida, elemento, actividad, actividades, tarea, tareas, titulo, nombre, descripcion, objetivo, servicio, funcion, proceso, tema, descripcion del requisito, descripcion del control, nombre del control, area',
  ],
  ownership: [
    'responsibility, responsibilities, responsible, responsible party, responsible parties, responsible entity, responsible role, responsible organization, responsibility type, responsibility model, responsibility assignment, control responsibility, control responsibilities, security responsibility, implementation responsibility, requirement responsibility, ownership, owner, control owner, control ownership, ssrm control ownership, ssrm, shared responsibility, shared responsibilities, shared responsibility model, allocation, responsibility allocation, who, who is responsible, who does it, who owns it, origination, control origination, control origin, origin, provided by, delivered by, performed by, implemented by, source delivered by, inheritance, inherited, inheritance type, inheritance status, tenant inheritance, customer inheritance, osc inheritance, osa inheritance, inheritance level, level of inheritance, inheritance coverage, degree of inheritance, control type, control inheritance, responsibility matrix, crm designation, designation, srm, crm, assignment, ssrm ownership, ssrm responsibility, control responsibility type, crm responsibility, responsible organization s, responsible entities, implementation owner, control owner s, owned by, assigned to, control designation, security control designation, responsibility designation, responsibility category, responsibility status, inherited shared customer, responsibility inherited shared customer, shared inherited customer, resp, resp party, coverage responsibility, accountable party, who is responsible for this control, accountable, accountability, accountable parties, accountable organization, who is accountable, accountable entity',
    'responsabilite, responsabilites, responsable, partie responsable, entite responsable, type de responsabilite, repartition, repartition des responsabilites, proprietaire, qui, attribution, heritage, origine, porteur, pris en charge par, imputable, garant',
    'verantwortung, verantwortlich, verantwortlichkeit, verantwortliche partei, verantwortlicher, zustandigkeit, zustandig, aufteilung, verantwortungsbereich, eigentumer, wer, vererbung, zuordnung, erbracht von, rechenschaftspflichtig, gesamtverantwortlich',
    'responsabilidad, responsabilidades, responsable, parte responsable, entidad responsable, tipo de responsabilidad, propietario, titular, asignacion, quien, herencia, origen, a cargo de, rinde cuentas, quien rinde cuentas',
  ],
  inheritance: [
    'can be inherited from csp, can be inherited from the csp, can be inherited, inheritable, can be inherited by customer, inheritable by customer, is inherited, inherited from csp, inherited yes no, inherited y n, can this control be inherited, inherited none partial full',
    'peut etre herite, heritable, heritage possible, vererbbar, kann geerbt werden, heredable, puede heredarse, se puede heredar',
  ],
  evidence: [
    'evidence, artifacts, artifact, artefacts, evidence artifacts, evidence artifact, proof, documentation, examine, supporting evidence, evidence examples',
    'preuve, preuves, elements de preuve, nachweis, nachweise, evidencia, evidencias, prueba, pruebas',
  ],
  notes: [
    'notes, note, comments, comment, remarks, remark, details, additional information, shared details, implementation, implementation description, implementation statement, implementation details, guidance, implementation guidance, explanation, rationale, justification, clarification, how it is met, solution, tool, tools, technology, products, product, responsibility notes, responsibility summary, responsibility explanation, responsibility comments, responsibility matrix notes, shared responsibility notes, responsibility rationale, csp implementation description, csp implementation description optional recommended, shared responsibility details, determination, statement, objective text, standard implementation specification',
    'remarques, remarque, commentaire, commentaires, notes, precisions, details, mise en oeuvre, explication',
    'bemerkung, bemerkungen, anmerkung, anmerkungen, kommentar, kommentare, hinweise, hinweis, umsetzung, erlauterung',
    'comentario, comentarios, observaciones, notas, nota, detalles, implementacion, explicacion',
  ],
  ignored: [
    'cuec id, cuec no, cuec nr, cuec number, csoc id, csoc no, csoc number, family, control family, domain, category, level, cmmc level, weight, sprs, sprs score, sprs points, points, score, value, priority, status, implementation status, implementation state, baseline, date, last updated, version, scope, row, l1, l2, l3, level 1, level 2, level 3, cmmc level 1, cmmc level 2, low, moderate, high, low baseline, moderate baseline, high baseline, li saas, fedramp baseline, fedramp low, fedramp moderate, fedramp high, nist baseline, il2, il4, il5, in scope, applicability, applicable, applies, applicable to us, applies to us, applicable y n, applicable yes no, is it applicable, relevant, relevant to us, assessed, met, met not met, self assessment, compliance, compliant, automated, r a, required addressable, required or addressable, r or a, fci, cui, privacy, csp caiq answer, caiq answer, answer, sprs value, point value, sprs weight, poam allowed, poa m allowed, assessment method, test method, row, poam, poa m, frequency, timing, due, due date, reviewed, reviewer, sort id, requirement value, time to assess minutes, date assessed, assessed by, findings, interviews, test, overall comments, standards acceptance, implemented, partially implemented, planned, alternative implementation, hand off, handoff, confidence, sort',
    'consulted, consulted party, consulted parties, to be consulted, who is consulted, must be consulted, informed, informed party, informed parties, to be informed, who is informed, must be informed, keep informed, kept informed, consulte, consultes, consultee, consultees, a consulter, informe, informes, informee, informees, a informer, konsultiert, zu konsultieren, informiert, zu informieren, consultado, consultada, consultados, a consultar, consultar, informado, informada, informados, a informar, informar',
    'famille, domaine, categorie, niveau, statut, etat, priorite, points, familie, bereich, kategorie, stufe, prioritat, punkte, familia, dominio, categoria, nivel, estado, prioridad, puntos, fecha, datum',
  ],
  'counted-on': [
    'complementary user entity controls, complementary user entity control, complementary user entity controls cuecs, cuec, cuecs, complementary customer controls, user entity controls, user entity responsibilities, user entity control, control to be operated by user entity, controls to be operated by user entity, control to be operated by user entities, controls to be operated by user entities, user entity shall, user entities shall, user entity should, user entities should, controls expected of user entities, controls expected at user entities, complementary user entity control considerations, user control considerations',
    'controles complementaires de l entite utilisatrice, komplementare kundenkontrollen, controles complementarios de la entidad usuaria',
  ],
  split: [
    'specific inheritance and customer agency csp responsibilities, specific inheritance and customer agency responsibilities, specific inheritance and customer responsibilities, responsibility description, description of responsibilities, division of responsibilities, responsibility details, responsibility statement, shared responsibility description, inheritance and customer responsibilities',
    'description des responsabilites, beschreibung der verantwortung, beschreibung der verantwortlichkeiten, descripcion de responsabilidades',
  ],
}

const meaningOf: ReadonlyMap<string, HeadingMeaning> = new Map(
  [...Object.entries({ ignored: otherHeadings, ownership: ownerHeadings }), ...Object.entries(phrases)].flatMap(
    ([is, lines]) =>
      lines.flatMap((line) => line.split(', ')).map((phrase) => [phrase, { is } as HeadingMeaning] as const),
  ),
)

/** Boxes of simple grids; those of the FedRAMP control summary are the words for where a control comes from. */
const boxes: Readonly<Record<Exclude<ClaimOwnership, 'unclear' | 'msp'>, string>> = {
  provider:
    'fully inherited, herite, entierement herite, geerbt, vollstandig geerbt, vererbt, heredado, totalmente heredado',
  client:
    'not inherited, customer specific, client specific, customer only, kundenspezifisch, specifique au client, especifico del cliente',
  shared:
    'joint, hybrid, both, both parties, co managed, hybride, hibrido, mixte, mixto, conjoint, conjunto, conjunta, beide, ambos, les deux, partially inherited, partage, partagee, geteilt, gemeinsam, compartido, compartida',
  'not-applicable':
    'n a, na, not applicable, non applicable, sans objet, nicht anwendbar, nicht zutreffend, entfallt, no aplica, s o',
}

const boxOf: ReadonlyMap<string, HeadingMeaning> = new Map([
  ...[...originationOwnership].map(([phrase, ownership]): readonly [string, HeadingMeaning] => [
    phrase,
    { is: 'box', ownership },
  ]),
  ...Object.entries(boxes).flatMap(([ownership, list]) =>
    list.split(', ').map((phrase) => [phrase, { is: 'box', ownership } as HeadingMeaning] as const),
  ),
])

/** Words that may stand around a party's name in a heading of its part. */
const partWords = new Set(
  'charge a cargo your our responsibility responsibilities responsible role roles duty duties task tasks action actions obligation obligations part side s the of by for to requirements considerations consideration implementation guidance must do does performs what description statement raci is inherited managed owned provided led only and a l d de du des le la les responsabilite responsabilites obligation actions taches part cote der die das des dem fur von verantwortung verantwortlichkeit verantwortlich zustandigkeit aufgaben aufgabe pflichten rolle seite responsabilidad responsabilidades del el los tareas obligaciones acciones rol lado mark scope in it team department dept staff reseller'.split(
    ' ',
  ),
)

/** Undefined where the table does not account for every word. */
export function headingMeaning(text: string, naming: Naming): HeadingMeaning | undefined {
  const bare = withoutRole(withoutHint(text), naming)
  const told = naming.names === undefined ? undefined : holderOf(bare, { party: '', names: naming.names })
  if (told?.name !== undefined && Object.hasOwn(naming.names!, told.name)) return { is: 'part', of: told }
  if (naming.practice === true && /^(?:the )?practice$/i.test(bare.trim()))
    return { is: 'part', of: { side: 'client' } }
  if (/^\s*(?:cuec|csoc)\s*#\s*$/i.test(text)) return { is: 'ignored' }
  return (
    inState(bare, naming) ??
    ofService(bare, naming) ??
    ofPhrase(plain(bare), naming) ??
    ofPhrase(plain(bare.replaceAll(camel, '$1 ')), naming) ??
    ofBox(bare)
  )
}

const roleBehind = /^([^()]{2,60}?)\s*\(([^()]{2,40})\)/u

/** "Bracken (ESP) responsibility": what the party whose document it is calls itself besides its name. */
function withoutRole(text: string, naming: Naming): string {
  const [both, name, role] = roleBehind.exec(text) ?? []
  if (both === undefined || name === undefined || role === undefined) return text
  const own = holderOf(name, naming) !== undefined && holderOf(name, nobody) === undefined
  const side = holderOf(role, nobody)?.side
  return own && (side === 'msp' || side === 'provider') ? `${name}${text.slice(both.length)}` : text
}

const nobody: Naming = { party: '' }

/** "IL4 Responsibility", "Service A Customer". */
function ofService(text: string, naming: Naming): HeadingMeaning | undefined {
  const level = levelOwned(text)
  if (level !== undefined) return { is: 'ownership', service: level }
  const [service, rest] = numberedService(plain(text)) ?? []
  if (service === undefined || rest === undefined) return undefined
  const meaning = ofParty(rest, naming)
  return meaning?.is === 'part' ? { ...meaning, service: text.trim().slice(0, service.length) } : undefined
}

/** "Proposed responsible", "Ancien responsable": no word of who does it now. "Current responsible" is one. */
function inState(text: string, naming: Naming): HeadingMeaning | undefined {
  const state = stateIn(text)
  if (state === undefined || meaningOf.has(plain(text))) return undefined
  const meaning = state.rest === '' ? undefined : ofPhrase(state.rest, naming)
  if (state.holds) return meaning !== undefined && says.has(meaning.is) ? meaning : undefined
  return state.rest === '' || (meaning !== undefined && says.has(meaning.is)) ? { is: 'other-state' } : undefined
}

/** Who does it. */
const says: ReadonlySet<HeadingMeaning['is']> = new Set(['ownership', 'part', 'inheritance', 'split', 'somebody'])

const camel = /(\p{Ll})(?=\p{Lu}\p{L})/gu

function ofPhrase(phrase: string, naming: Naming): HeadingMeaning | undefined {
  return meaningOf.get(phrase) ?? boxOf.get(phrase) ?? ofContract(phrase, naming) ?? ofParty(phrase, naming)
}

/** "Inherited from pre-existing FedRAMP Authorization for Cloud North, 1/5/2025". */
function ofBox(text: string): HeadingMeaning | undefined {
  const meaning = boxMeaning(text)
  return meaning?.is === 'origin' && meaning.side === 'inherited' ? { is: 'box', ownership: 'provider' } : undefined
}

/** What a report counts on its own providers for (CSOC). */
const subservice = new Set([
  'complementary subservice organization control',
  'complementary subservice organization controls',
  'complementary subservice organization controls csocs',
  'complementary subservice organisation control',
  'complementary subservice organisation controls',
  'subservice organization control',
  'subservice organization controls',
  'csoc',
  'csocs',
])

/** German contracts write AG for Auftraggeber and AN for Auftragnehmer. */
function ofContract(phrase: string, naming: Naming): HeadingMeaning | undefined {
  if (subservice.has(phrase)) return { is: 'part', of: { side: 'provider' } }
  if (phrase === 'ag') return { is: 'part', of: { side: 'client' } }
  return phrase === 'an' ? ofParty('auftragnehmer', naming) : undefined
}

/** "Customer responsibility", "Rôle client", "What the MSP does", "How Acme helps", "Vendor coverage". */
function ofParty(phrase: string, naming: Naming): HeadingMeaning | undefined {
  const parts = splitHolders(
    plainWords(phrase).filter((word) => word !== 'both' && word !== 'shared' && word !== 'or'),
    naming,
  )
  const said = parts.filter((part) => typeof part === 'string')
  const help = said.some((word) => helpWords.has(word))
  const measured = said.some((word) => measureWords.has(word))
  if (!said.every((word) => partWords.has(word) || helpWords.has(word) || measureWords.has(word)))
    return ofSomebody(parts)
  const holders = new Map(parts.flatMap((part) => (typeof part === 'string' ? [] : [[holderKey(part), part] as const])))
  const [only, second] = holders.values()
  if (only === undefined) return undefined
  if (second !== undefined) return help || measured ? undefined : ofSeveral([...holders.values()])
  if (/\b(?:both|shared|or)\b/.test(phrase)) return undefined
  if (only.side !== 'client') return { is: 'part', of: only, ...(measured && { measured }) }
  // What a customer inherits is no part of its own, and its support desk is nobody's.
  if (said.some((word) => word === 'inherited')) return { is: 'inheritance' }
  return help || measured ? undefined : { is: 'part', of: only }
}

const helpWords = new Set('how helps help works meets addresses satisfies aide hilft ayuda'.split(' '))
const measureWords = new Set(
  'contribution contributions coverage support supports contributes couverture abdeckung beitrag cobertura contribucion'.split(
    ' ',
  ),
)

function ofSeveral(holders: readonly Holder[]): HeadingMeaning {
  // "Cloud provider (AWS)": the role and its name
  const names = holders.filter(({ name }) => name !== undefined)
  const one = new Set(holders.map(({ side }) => side)).size === 1 && holders.length === 2 && names.length === 1
  return one ? { is: 'part', of: names[0]! } : { is: 'split' }
}

const strong = new Set(
  'responsibility responsibilities role duties duty obligations responsabilite responsabilites obligations verantwortung verantwortlichkeit aufgaben pflichten rolle responsabilidad responsabilidades obligaciones rol'.split(
    ' ',
  ),
)

/** "Customer responsibility", "Customer must": it says that the work is the party's. */
export function callsDuty(heading: string): boolean {
  return plainWords(heading).some((word) => duty.has(word))
}

const duty = new Set(
  'responsibility responsibilities responsible duty duties obligation obligations must shall responsabilite responsabilites responsable doit devoirs charge verantwortung verantwortlichkeit verantwortlichkeiten verantwortlich zustandigkeit zustandig pflicht pflichten muss responsabilidad responsabilidades obligacion obligaciones debe cargo'.split(
    ' ',
  ),
)

/** "Acme responsibility": a name before or after a word for a part, and nobody else named. */
function ofSomebody(parts: readonly (object | string)[]): HeadingMeaning | undefined {
  const named = parts.filter((part) => typeof part !== 'string' || !partWords.has(part))
  const said = parts.some((part) => typeof part === 'string' && strong.has(part))
  if (named.some((part) => typeof part === 'string' && neutral.has(part))) return undefined
  return said && named.length <= 4 && named.every((part) => typeof part === 'string') ? { is: 'somebody' } : undefined
}

/** Beside a word for a part they name no party: a kind, a degree, a remark. */
const neutral = new Set(
  'notes note summary level category type matrix explanation comments comment details status model primary secondary id number definition shared assigned required'.split(
    ' ',
  ),
)

/** "(required)", "(Yes/No)", "*": what a form tells the person who fills it in. */
function withoutHint(text: string): string {
  return text.replace(
    /[([](?:(?:19|20)\d\d|as of [^)\]]{4,20}|v(?:er(?:sion)?)?\.? ?\d{1,3}(?:\.\d{1,3})*|rev(?:ision)?\.? ?\d{1,3})[)\]]|\((?:required|optional|optional ?\/ ?recommended|inherited ?\/ ?shared ?\/ ?customer|customer, shared, csp|full ?\/ ?partial ?\/ ?none|[a-z]{2,8} ?\/ ?[a-z]{2,8}(?: ?\/ ?(?:both|shared))?|yes ?\/ ?no(?: ?\/ ?partial)?|y\/n|r,? ?a,? ?c,? ?i|raci|x|ag|an|auftraggeber|auftragnehmer|us|we|wir|nous|nosotros)\)/giu,
    ' ',
  )
}
