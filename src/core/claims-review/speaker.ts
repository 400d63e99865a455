// Who speaks in a document, and of whom: a name as the document has it, and the party of the matrix that it is.
import type { PartyId } from '../identifiers.ts'
import type { Matrix } from '../matrix.ts'
import type { Party } from '../party.ts'

export interface Speaker {
  /** the party's id, or its name where the matrix has no such party */
  readonly key: string
  /** null: no party of the matrix has this name, and nobody said which it is */
  readonly id: PartyId | null
  readonly kind: Party['kind']
  readonly name: string
}

/** What people said that a name means: `Contoso` is `cloud`. Keys are names as `nameKey` writes them. */
export type NamedParties = ReadonlyMap<string, PartyId>

export function nameKey(name: string): string {
  return name.trim().replaceAll(/\s+/g, ' ').toLowerCase()
}

/** By what was said, else by the legal name or the id exactly; a likeness is no identity. */
export function speakerNamed(name: string, matrix: Pick<Matrix, 'parties'>, said: NamedParties): Speaker {
  const key = nameKey(name)
  const id = said.get(key)
  const party = matrix.parties.find((known) =>
    id === undefined ? nameKey(known.legalName) === key || known.id === key : known.id === id,
  )
  if (party) return { key: party.id, id: party.id, kind: party.kind, name: party.legalName }
  if (id !== undefined) return { key: id, id, kind: 'provider', name: name.trim() }
  return { key: `name:${key}`, id: null, kind: 'provider', name: name.trim() }
}

/** For a review: an id for each name that is no party yet, as if it had been added. */
export function withProvisional(
  names: readonly string[],
  matrix: Pick<Matrix, 'parties'>,
  said: NamedParties,
): NamedParties {
  const all = new Map(said)
  const taken = new Set(matrix.parties.map(({ id }) => id))
  for (const name of names) {
    if (speakerNamed(name, matrix, all).id !== null) continue
    const slug =
      nameKey(name)
        .replaceAll(/[^a-z0-9]+/g, '-')
        .replaceAll(/^-+|-+$/g, '') || 'provider'
    let id = slug
    for (let next = 2; taken.has(id) || id === 'unassigned'; next += 1) id = `${slug}-${next}`
    taken.add(id)
    all.set(nameKey(name), id)
  }
  return all
}
