import { expect, test } from 'vitest'
import { headingMeaning } from './heading-words.ts'
import type { Naming } from './party-words.ts'

const aurora: Naming = { party: 'Aurora Cloud, Inc.' }

function meant(text: string, naming: Naming): string {
  const meaning = headingMeaning(text, naming)
  if (meaning?.is === 'part') return `part of ${meaning.of.name ?? meaning.of.side}`
  return meaning?.is === 'box' ? `box ${meaning.ownership}` : (meaning?.is ?? 'nothing')
}

test.each<readonly [string, string]>([
  [
    'part of client',
    'Customer | Client responsibilities | Subscriber | Tenant | OSA | OSC responsibility | Covered entity',
  ],
  [
    'part of client',
    'User entity | Customer organization | Customer-side | The Practice (Covered Entity) | Medical practice',
  ],
  [
    'part of client',
    'Client | Abonné | Donneur d’ordre | Entité utilisatrice | Rôle du client | À la charge du client',
  ],
  [
    'part of client',
    'Kunde | Auftraggeber | Mandant | Aufgaben des Kunden | Auftraggeberseite | AG | Leistungsempfänger',
  ],
  ['part of client', 'Cliente | Abonado | Entidad usuaria | Responsabilidad del cliente | Organización cliente'],
  ['part of msp', 'MSP | Managed service provider | Infogérant | Systemhaus | Proveedor de servicios gestionados'],
  ['part of msp', 'Outsourced IT | Prestataire de services managés | IT-Dienstleister | Proveedor de servicios de TI'],
  [
    'part of provider',
    'Provider | CSP | Vendor | Fournisseur | Hébergeur | Dienstleister | Auftragnehmer | Proveedor | AN',
  ],
  [
    'part of provider',
    'Aurora Cloud | Aurora | What Aurora does | How Aurora helps | Aurora implementation | Aurora contribution',
  ],
  ['part of soc vendor', 'SOC vendor'],
  ['part of mdr provider', 'MDR provider responsibilities'],
  ['part of data center operator', 'Data center operator'],
  ['part of rz betreiber', 'RZ-Betreiber'],
  ['part of isp', 'ISP'],
  ['ignored', 'Consulted | To be consulted | Informed | Keep informed | Consulté | Informés | À informer'],
  ['ignored', 'Konsultiert | Zu informieren | Consultado | Informada | Implemented | Met | Met / Not met | Status'],
  [
    'ownership',
    'Responsible | Accountable | Responsibility (2025) | Responsibility [v2.1] | Responsabilité | Zuständigkeit',
  ],
  ['ownership', 'Tenant inheritance | Inherited? | Responsable | Rechenschaftspflichtig | Owner (Rev 3)'],
  ['inheritance', 'Can be inherited | Customer inherited | Inherited by customer | Vererbbar | Heredable'],
  ['box client', 'Customer specific | Not inherited | Configured by customer'],
  ['box provider', 'Fully inherited | Inherited from pre-existing FedRAMP Authorization'],
  ['box provider', 'Inherited from pre-existing FedRAMP Authorization for Cloud North, 1/5/2025'],
  ['box shared', 'Shared | Both parties | Hybrid | Gemeinsam | Partagé | Compartida | Les deux'],
  ['box not-applicable', 'N/A | Sans objet | Entfällt | No aplica'],
  ['requirement', 'Practice | Control | Exigence | Anforderung | Requisito'],
  ['nothing', 'Customer support | Client details | Customer coverage | Data center | Type | Code | Support | Carrier'],
])('headings that mean %s: %s', (meaning, headings) => {
  for (const heading of headings.split(' | ')) expect([heading, meant(heading, aurora)]).toEqual([heading, meaning])
})

test('the Practice is the client where HIPAA is cited, and what the user says comes first', () => {
  const hipaa = { ...aurora, practice: true }
  expect(meant('Practice', hipaa)).toBe('part of client')
  expect(meant('What the Practice does', hipaa)).toBe('part of client')
  expect(meant('Practice ID', hipaa)).toBe('requirement')
  expect(meant('Status', { ...aurora, names: { Status: 'client' } })).toBe('part of Status')
})
