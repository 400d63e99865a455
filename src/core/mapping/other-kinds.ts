// Tables that have owners and are no matrix: registers of risks and findings, inventories, lists of contacts, invoices.
import type { ColumnMapping } from './mapping.ts'
import { markIn } from './marks.ts'
import { plain } from './plain-words.ts'

interface Kind {
  readonly is: ReadonlySet<string>
  readonly called: string
  /** a column of the party's name may stand in it and say whose the entry is */
  readonly ofParties?: true
  /** so many of its headings together make it one, whatever requirements it names */
  readonly together?: number
}

const kinds: readonly Kind[] = [
  {
    called: 'a project plan',
    together: 2,
    is: heads(
      'start, start date, begin, end, end date, finish, finish date, complete, percent complete, progress, duration, predecessor, predecessors, milestone, debut, date de debut, fin, date de fin, avancement, duree, beginn, anfang, ende, fortschritt, dauer, inicio, fecha de inicio, fecha de fin, avance, duracion',
    ),
  },
  {
    called: 'a list of vendors',
    ofParties: true,
    together: 2,
    is: heads(
      'vendor, vendor name, supplier, business associate, baa, baa signed, baa date, baa in place, relationship owner, vendor owner, vendor contact, contract date, contract expiry, contract end, last vendor review, criticality',
    ),
  },
  {
    called: 'a list of requests for evidence',
    ofParties: true,
    together: 2,
    is: heads('request, requested item, evidence requested, to be provided by, requested from, received, received on'),
  },
  {
    called: 'a register of risks or findings',
    is: heads(
      'likelihood, probability, severity, cvss, cvss score, risk level, risk rating, inherent risk, residual risk, vraisemblance, probabilite, gravite, risque residuel, eintrittswahrscheinlichkeit, wahrscheinlichkeit, schweregrad, restrisiko, probabilidad, gravedad, riesgo residual',
    ),
  },
  {
    called: 'a list of contacts',
    is: heads(
      'phone, phone number, telephone, mobile, e mail, email, email address, e mail address, telefon, telefonnummer, mobil, telephone portable, courriel, telefono, correo, correo electronico',
    ),
  },
  {
    called: 'a list of actions with their dates',
    is: heads(
      'due, due date, deadline, scheduled completion date, target date, echeance, date d echeance, frist, falligkeit, fallig bis, fecha limite, vencimiento',
    ),
  },
  {
    called: 'an inventory or a list of alerts',
    ofParties: true,
    is: heads(
      'os, operating system, serial number, serial no, hostname, host name, host, hosts, ip, ip address, mac address, asset tag, asset id, manufacturer, alert, alert id, alarm, ticket, ticket id, systeme d exploitation, numero de serie, nom d hote, hote, adresse ip, fabricant, alerte, betriebssystem, seriennummer, ip adresse, hersteller, sistema operativo, numero de serie, direccion ip, fabricante, alerta',
    ),
  },
  {
    called: 'a list of cookies or of processors',
    ofParties: true,
    is: heads(
      'cookie, cookies, cookie name, expiry, expires, subprocessor, subprocessors, sub processor, sub processors, sous traitant ulterieur, sous traitants ulterieurs, unterauftragsverarbeiter, subencargado, subencargados',
    ),
  },
  {
    called: 'an invoice or a list of prices',
    ofParties: true,
    is: heads(
      'amount, price, unit price, prices, list price, monthly price, monthly fee, fee, fees, cost, costs, subtotal, montant, prix, prix unitaire, tarif, cout, preis, einzelpreis, betrag, kosten, importe, precio, precio unitario, tarifa, coste',
    ),
  },
]

function heads(list: string): ReadonlySet<string> {
  return new Set(list.split(', '))
}

/** Undefined where a column is a party's own, or one holds requirements: a matrix may say more besides. */
export function otherKind(columns: readonly ColumnMapping[], named: boolean): string | undefined {
  if (columns.some(isGrid)) return undefined
  const parties = columns.some(({ of }) => of !== undefined)
  const headings = [...new Set(columns.map(({ heading }) => plain(heading.split(' › ').at(-1)!)))]
  return kinds.find(
    ({ is, ofParties, together }) =>
      (!named || together !== undefined) &&
      (!parties || ofParties === true) &&
      headings.filter((heading) => is.has(heading)).length >= (together ?? 1),
  )?.called
}

/** Letters, degrees and ticks under somebody's name are a matrix whatever stands beside them. */
function isGrid({ is, examples = [] }: ColumnMapping): boolean {
  if (is === 'raci' || is === 'degree' || is === 'box') return true
  return is === 'mark' && examples.some((text) => markIn(text) === 'marked')
}
