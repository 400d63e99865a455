// What only the whole document can tell: ids that repeat, ids that lead nowhere, an offering that two parties deliver at once.
import type { Activity } from './activity.ts'
import { brief } from './brief.ts'
import type { Context } from './context.ts'
import { unassigned } from './duty.ts'
import type { Issue } from './issue.ts'
import type { Engagement, Matrix } from './matrix.ts'
import { suggest } from './schema-issues.ts'

interface Known {
  readonly what: string
  readonly ids: ReadonlySet<string>
}

type Sold = Engagement['offerings'][number]

export function* engagementIssues(engagement: Engagement, context: Pick<Context, 'frameworks'>): Generator<Issue> {
  const parties = known('party', engagement.parties)
  const scopes = known('scope', engagement.scopes)
  const frameworks = { what: 'framework', ids: new Set(context.frameworks.keys()) }
  yield* repeated('frameworks', engagement.frameworks)
  yield* repeated('scopes', engagement.scopes)
  yield* repeated('parties', engagement.parties)
  yield* misnamed(engagement.parties)
  for (const [index, chosen] of engagement.frameworks.entries()) {
    const at = `frameworks[${index}]`
    yield* stranger(`${at}.id`, chosen.id, frameworks)
    yield* stranger(`${at}.assessed`, chosen.assessed, parties)
    const categories = known('category', context.frameworks.get(chosen.id)?.categories ?? [])
    for (const category of chosen.categories ?? []) yield* stranger(`${at}.categories`, category, categories)
  }
  for (const [index, { by, scopes: limited }] of engagement.offerings.entries()) {
    yield* stranger(`offerings[${index}].by`, by, parties)
    for (const scope of limited ?? []) yield* stranger(`offerings[${index}].scopes`, scope, scopes)
  }
  yield* soldTwice(engagement.offerings)
  for (const [index, { scope }] of engagement.decisions.entries()) {
    if (scope !== undefined) yield* stranger(`decisions[${index}].scope`, scope, scopes)
  }
}

/** Two ids are kept for the two sides of the agreement. */
function* misnamed(parties: Engagement['parties']): Generator<Issue> {
  for (const [index, { id, kind }] of parties.entries()) {
    if ((id === 'msp' || id === 'client') && kind !== id)
      yield { at: `parties[${index}].kind`, message: `the party "${id}" is of kind ${id}; a ${kind} needs another id` }
  }
}

export function* matrixIssues(matrix: Matrix, context: Pick<Context, 'frameworks'>): Generator<Issue> {
  yield* engagementIssues(matrix, context)
  const parties = known('party', [...matrix.parties, { id: unassigned }])
  const scopes = known('scope', matrix.scopes)
  yield* repeated('activities', matrix.activities)
  for (const [index, activity] of matrix.activities.entries()) {
    const at = `activities[${index}] (${brief(activity.id)})`
    for (const party of accountableIn(activity)) yield* stranger(`${at}.accountable`, party, parties)
    for (const [duty, { party }] of activity.duties.entries())
      yield* stranger(`${at}.duties[${duty}].party`, party, parties)
    for (const scope of activity.scopes ?? []) yield* stranger(`${at}.scopes`, scope, scopes)
  }
}

function accountableIn({ accountable }: Activity): readonly string[] {
  return typeof accountable === 'string' ? [accountable] : (accountable ?? [])
}

function* repeated(list: string, items: readonly { readonly id: string }[]): Generator<Issue> {
  const first = new Map<string, number>()
  for (const [index, { id }] of items.entries()) {
    const earlier = first.get(id)
    if (earlier === undefined) first.set(id, index)
    else
      yield {
        at: `${list}[${index}].id`,
        message: `"${brief(id)}" is already the id of ${list}[${earlier}]; ids are unique, give this one another`,
      }
  }
}

function known(what: string, items: readonly { readonly id: string }[]): Known {
  return { what, ids: new Set(items.map(({ id }) => id)) }
}

function* stranger(at: string, id: string, { what, ids }: Known): Generator<Issue> {
  if (!ids.has(id))
    yield {
      at,
      message: `there is no ${what} "${brief(id)}"; ${suggest(
        id,
        [...ids].map((other) => brief(other)),
      )}`,
    }
}

const everywhere = ''

/** Each offering has one deliverer in a scope; one sold without scopes is sold in all. */
function* soldTwice(offerings: readonly Sold[]): Generator<Issue> {
  const sales = new Map<string, Map<string, number>>()
  for (const [index, sold] of offerings.entries()) {
    const byScope = sales.get(sold.id) ?? new Map<string, number>()
    sales.set(sold.id, byScope)
    const earlier = earlierSale(byScope, sold)
    for (const scope of sold.scopes ?? [everywhere]) if (!byScope.has(scope)) byScope.set(scope, index)
    if (earlier === undefined) continue
    yield {
      at: `offerings[${index}]`,
      message: `"${brief(sold.id)}" is already delivered by ${brief(offerings[earlier]!.by)} (offerings[${earlier}]); limit each to its own scopes`,
    }
  }
}

function earlierSale(byScope: ReadonlyMap<string, number>, { scopes }: Sold): number | undefined {
  if (byScope.size === 0) return undefined
  if (byScope.has(everywhere)) return byScope.get(everywhere)
  const taken = scopes === undefined ? [...byScope.keys()] : scopes.filter((scope) => byScope.has(scope))
  return taken[0] === undefined ? undefined : byScope.get(taken[0])
}
