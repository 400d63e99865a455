// A party's words by which it has no part, in English, French, German and Spanish: not done, not sold, left to the other.
import { plainWords } from './plain-words.ts'

const verbs =
  'do|does|done|perform(?:ed)?|provided?|offer(?:ed)?|cover(?:ed)?|handled?|deliver(?:ed)?|carr(?:y|ied) out|undertaken?|take (?:part|care)|involved|include[ds]?|available|supported|managed?|operated?|in (?:place|scope)|part of|applicable|responsible'
const english = `(?:does|do|will|is|are|was|has|have|can)(?: (?:not|no longer|never)|n['’]t)(?: be)?(?: (?:currently|yet|today))? (?:${verbs})`
const denied = new RegExp(
  `(?<!\\p{L})(?:${[
    english,
    `no longer (?:${verbs}|does|provides|offers|performs|covers|handles)`,
    `not (?:currently |yet )?(?:${verbs})`,
    '(?:to be|being) (?:moved|transferred|handed over) to',
    "n[’']intervient (?:pas|plus)|n[’']assure (?:pas|plus)|ne (?:fournit|réalise|couvre|fait|gère|propose) (?:pas|plus|rien)|non (?:compris|inclus|couvert|fourni|prévu|assuré)e?s?|hors (?:contrat|forfait|périmètre)|à la charge (?:du client|de l[’']abonné)|incombe au client",
    'nicht (?:im|in|teil|enthalten|vorgesehen|tätig|geleistet|erbracht|angeboten|abgedeckt|zuständig|mehr)|kein (?:bestandteil|teil|leistungsbestandteil)|(?:obliegt|verbleibt|liegt)(?: (?:allein|ausschließlich))? (?:dem|beim|bei dem) (?:kunden|auftraggeber)|aufgabe des (?:kunden|auftraggebers)',
    'no (?:interviene|presta|realiza|cubre|ofrece|gestiona|incluye|incluid[oa]s?|está incluid[oa]|forma parte)|fuera de(?:l)? (?:alcance|contrato)|(?:corresponde|compete|incumbe) al cliente|a cargo del cliente',
  ].join('|')})(?!\\p{L})`,
  'iu',
)

/** In a longer text such words may speak of one thing among many that are done. */
const most = 12

/** "Petrel does not do this.", "Der Dienstleister wird nicht tätig.", "Corresponde al cliente." */
export function deniesPart(text: string): boolean {
  return denied.test(text) && plainWords(text).length <= most
}
