import { expect, test } from 'vitest'
import { inheritanceIn, inheritsIn, ownershipIn } from './ownership-words.ts'
import { partTextIn } from './part-text.ts'
import { isWaived, saysNothing } from './marks.ts'

const aurora = { party: 'Aurora Cloud, Inc.' }

test.each<readonly [string, string]>([
  [
    'client',
    'Customer | Subscriber | Tenant | OSA | OSC | Covered Entity | User entity | Your organization | Customer only',
  ],
  [
    'client',
    'Client | Abonné | Commanditaire | À la charge du client | Kunde | Mandant | Auftraggeber | Kundenspezifisch',
  ],
  ['client', 'Cliente | Organización cliente | No heredado | Nicht vererbt | Not inherited | Customer configured'],
  ['msp', 'MSP | Managed by the MSP | Infogérant | IT-Systemhaus | Proveedor de servicios gestionados'],
  [
    'provider',
    'Aurora Cloud | CSP | Vendor | SOC vendor | MDR provider | Hébergeur | Rechenzentrumsbetreiber | Proveedor',
  ],
  ['provider', 'Inherited | Fully inherited | Hérité | Entièrement hérité | Geerbt | Vererbt | Heredado por completo'],
  [
    'shared',
    'Shared | Joint | Both | Hybrid | Co-managed | Partial | Jointly managed | Shared (Aurora Cloud, Customer)',
  ],
  ['shared', 'Partagé | Partagées | Conjoint | Mixte | Co-géré | Gemeinsam | Geteilt | Beiderseits | Teilweise'],
  ['shared', 'Compartida | Conjunta | Mixta | Ambos | Cogestionado | Parcial'],
  ['not-applicable', 'N/A | n. a. | NA | Not applicable | S.O. | Sans objet | Entfällt | Nicht zutreffend | No aplica'],
  ['unclear', 'TBD | TBC | See SOW | As required | Varies | N/D | À définir | Le cas échéant | Non disponible'],
  ['unclear', 'Offen | Noch zu klären | Nach Bedarf | k. A. | Por definir | Pendiente | Según corresponda'],
  [
    'nothing',
    'Met | Not met | Implemented | Partially implemented | Planned | In place | Compliant | Umgesetzt | Conforme',
  ],
  [
    'nothing',
    'Practice | Data center | Not shared | Provider? | Yes | No | P | C | S | IT manager | Customer unless agreed',
  ],
])('cells that say %s: %s', (ownership, cells) => {
  for (const cell of cells.split(' | '))
    expect([cell, ownershipIn(cell, aurora)?.ownership ?? 'nothing']).toEqual([cell, ownership])
})

test.each<readonly [string, string]>([
  ['provider', 'Yes | Y | Full | Fully | Inherited | Oui | Ja | Sí | Totalement | Vollständig'],
  ['shared', 'Partial | P | Partially | Partially inherited | Hybrid | Partiellement | Teilweise | Parcialmente'],
  ['client', 'No | N | None | Not | Not inherited | Non | Nein | Nicht geerbt'],
  ['not-applicable', 'N/A | Sans objet | No aplica'],
])('whether it can be inherited, %s: %s', (ownership, cells) => {
  for (const cell of cells.split(' | ')) expect([cell, inheritanceIn(cell)]).toEqual([cell, ownership])
})

test.each<readonly [string, string]>([
  [
    'nothing',
    'Inherited | Inherited from Aurora Cloud | No customer action | Not applicable to customer | None | S.O.',
  ],
  ['nothing', 'Aucune action du client | Keine Mitwirkung erforderlich | Ninguna acción del cliente | Entfällt | N/A'],
  [
    'unread',
    'TBD | See SOW | As required | À définir | Noch zu klären | Pendiente | N/D | Partially inherited | Shared',
  ],
  ['part', 'Name the users. | Approuve les accès | Meldet Störungen | Revisa los accesos'],
  ['owner', 'Provider | Customer | Customer and Aurora Cloud'],
])('in the customer’s own column, %s: %s', (is, cells) => {
  for (const cell of cells.split(' | ')) expect([cell, partTextIn(cell, aurora, 'client')]).toEqual([cell, is])
})

test('what a provider inherits is a part that nobody described', () => {
  expect(partTextIn('Inherited', aurora, 'provider')).toBe('unread')
  expect(inheritsIn('Inherited from somebody', aurora)).toBe(false)
})

test('only “not applicable” lets a party off; “none” and “not available” do not', () => {
  for (const text of ['N/A', 'n.a.', 'S.O.', 'Sans objet', 'Nicht zutreffend', 'No procede', 'N/A (by design)'])
    expect([text, isWaived(text), saysNothing(text)]).toEqual([text, true, true])
  for (const text of ['None', '-', 'N/D', 'No', 'TBD']) expect([text, isWaived(text)]).toEqual([text, false])
})
