// Of which state a heading speaks: the one that holds now, or one that is proposed, planned or past and says nothing of now.
import { plain } from './plain-words.ts'

export interface State {
  readonly holds: boolean
  /** what is left of the heading without the words for the state; empty where they are all of it */
  readonly rest: string
}

const now = wordSet(
  'current currently present existing actual actuel actuelle actuellement aktuell aktuelle aktueller derzeit derzeitig derzeitige derzeitiger momentan gegenwartig gegenwartige actualmente vigente',
)
const other = wordSet(
  'proposed proposal suggested recommended draft target future planned intended tentative former formerly previous previously old past desired propose proposee proposition brouillon cible futur ancien ancienne precedent precedente prevu prevue anterieur anterieure vorgeschlagen vorgeschlagene vorgeschlagener vorschlag entwurf geplant geplante geplanter kunftig kunftige kunftiger zukunftig zukunftige zukunftiger fruher fruhere fruherer bisher bisherig bisherige bisheriger ehemalig ehemalige ehemaliger propuesto propuesta borrador futuro futura anterior antiguo antigua previsto prevista',
)
const otherPhrases: ReadonlySet<string> = new Set(
  'as is, to be, to be state, as is state, old contract, new contract, future state, target state, ist, soll, soll zustand, ist zustand, alter vertrag, neuer vertrag, ancien contrat, nouveau contrat, etat cible, contrato anterior, contrato nuevo, nuevo contrato, estado futuro, today, tomorrow, before, after, vorher, nachher, avant, apres, antes, despues'.split(
    ', ',
  ),
)
const besides = wordSet('for discussion to be agreed confirmed state only zur diskussion pour para discusion')

/** Undefined where no word of it is one for a state. */
export function stateIn(heading: string): State | undefined {
  const phrase = plain(heading)
  if (otherPhrases.has(phrase)) return { holds: false, rest: '' }
  const words = phrase.split(' ')
  const gone = words.some((word) => other.has(word))
  if (!gone && !words.some((word) => now.has(word))) return undefined
  const left = words.filter((word) => !now.has(word) && !other.has(word) && !(gone && besides.has(word)))
  return { holds: !gone, rest: left.join(' ') }
}

function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.split(' '))
}
