// Somebody's document read into claims, by what was confirmed of its layout before.
import { knownLayouts } from '../store/layouts.ts'
import type { Counts, ImportAsked } from '../store/imports.ts'
import type { PackedClaims } from './claims-desk/tasks.ts'
import type { UseCase } from './context.ts'

/** Rows of one document. The longest matrix that we have seen has 1,100. */
const mostRows = 100_000

export interface GivenDocument {
  readonly name: string
  readonly bytes: Uint8Array
  readonly asked: ImportAsked
}

/** The layouts that a document has are only known once it was read. */
export async function readClaims(ctx: UseCase, given: GivenDocument): Promise<PackedClaims> {
  const { tenant } = ctx.actor
  const document = { ...given, most: mostRows }
  const first = await ctx.claimsDesk.ask(tenant, 'read', document)
  const told = await ctx.store.read(tenant, (scope) => knownLayouts(scope, first.layouts))
  return told === undefined ? first : ctx.claimsDesk.ask(tenant, 'read', { ...document, told })
}

export function countsOf({ claims, issues }: PackedClaims): Counts {
  const sum = (parts: PackedClaims['claims']) => parts.reduce((total, { count }) => total + count, 0)
  return { claims: sum(claims), issues: sum(issues) }
}
