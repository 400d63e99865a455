// Tables that have owners and are no matrix: registers of risks and findings, lists of contacts, minutes.
import type { ColumnMapping } from './mapping.ts'
import { plain } from './plain-words.ts'

const kinds: readonly { readonly is: ReadonlySet<string>; readonly called: string }[] = [
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
]

function heads(list: string): ReadonlySet<string> {
  return new Set(list.split(', '))
}

/** Undefined where a column is a party's own, or one holds requirements: a matrix may say more besides. */
export function otherKind(columns: readonly ColumnMapping[], named: boolean): string | undefined {
  if (named || columns.some(({ of }) => of !== undefined)) return undefined
  const headings = columns.map(({ heading }) => plain(heading.split(' › ').at(-1)!))
  return kinds.find(({ is }) => headings.some((heading) => is.has(heading)))?.called
}
