// The other of two parties: a column like the client's, headed by a name that no table knows.
import type { ColumnMapping } from './mapping.ts'
import type { Naming } from './party-words.ts'
import { plain, plainWords } from './plain-words.ts'
import { houses } from './third-party-words.ts'

/**
 * One client, no provider, and one column of the same kind: whoever it names is the provider. Otherwise nobody is; nor in
 * an MSP's own document, where it may be the MSP by another name, or one of its vendors.
 */
export function otherParty(columns: readonly ColumnMapping[], { side }: Naming): readonly ColumnMapping[] {
  if (side === 'msp') return columns
  const known = columns.filter(({ of }) => of !== undefined)
  const unknown = columns.filter(({ is }) => is === 'unknown-party')
  const [one, ...more] = unknown
  const clients = known.filter(({ of }) => of === 'client')
  if (one === undefined || more.length > 0 || clients.length !== 1 || known.length > 1) return columns
  const [client] = clients as [ColumnMapping]
  const name = nameIn(one.heading, client.heading)
  if (!isLike(one, client) || namesNobody(name)) return columns
  const { is } = client
  return columns.map((column) =>
    column === one
      ? { ...column, is, of: 'provider', name, because: `${column.because}, and it is the other of two parties` }
      : column,
  )
}

/** "Data center" over letters or marks, beside a client and whoever serves it. */
export function housing(columns: readonly ColumnMapping[]): readonly ColumnMapping[] {
  const sides = new Set(columns.flatMap(({ of }) => of ?? []))
  if (!sides.has('client') || sides.size < 2) return columns
  return columns.map((column) => {
    const name = column.heading.split(' › ').at(-1)!
    const like = columns.find(({ of, is }) => of !== undefined && is === cellKind(column))
    if (like === undefined || !houses.has(plain(name))) return column
    return { ...column, is: like.is, of: 'provider', name, because: `“${name}” beside other parties, and its cells` }
  })
}

function cellKind({ is, because }: ColumnMapping): ColumnMapping['is'] | undefined {
  if (is !== 'unknown-party') return undefined
  return because?.endsWith('its cells are RACI letters') === true
    ? 'raci'
    : because?.endsWith('its cells are marks') === true
      ? 'mark'
      : undefined
}

/** Marks, or words, under a heading that names nobody's part may say anything: a level, a baseline, a scope. */
function isLike({ because }: ColumnMapping, { is }: ColumnMapping): boolean {
  return is === 'raci' || ((is === 'mark' || is === 'words') && because?.startsWith('its cells') !== true)
}

function namesNobody(name: string): boolean {
  return name === '' || plainWords(name).every((word) => ordinary.has(word))
}

/** Headings of marks that name nobody. */
const ordinary: ReadonlySet<string> = new Set(
  'included optional required mandatory recommended automated manual managed unmanaged done completed implemented critical applicable applies active available enabled default standard basic premium add on option scope in out of na yes no remarks check ok verified tested contract inklusive enthalten optional erforderlich pflicht automatisiert erledigt relevant inclus en option obligatoire requis automatise fait incluido opcional obligatorio requerido automatizado hecho'.split(
    ' ',
  ),
)

/** "Rôle Cloud Nord" beside "Rôle client" names Cloud Nord. */
function nameIn(heading: string, besides: string): string {
  const shared = new Set(plainWords(besides))
  return heading
    .split(/\s+/)
    .filter((word) => !shared.has(plain(word)))
    .join(' ')
}
