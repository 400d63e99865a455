// Compose builds the matrix of an engagement: every activity of the template that serves a chosen framework, bound to the parties.
import { coverPart, coverRef } from './activity.ts'
import type { Activity, Allocation } from './activity.ts'
import { bind, delivererIn, offeringsOf } from './binding.ts'
import type { Context } from './context.ts'
import type { Decision } from './decision.ts'
import { compareText } from './finding.ts'
import { refer, splitReference } from './identifiers.ts'
import type { Reference, ScopeId } from './identifiers.ts'
import { targetsInScope } from './in-scope.ts'
import type { Engagement, Matrix } from './matrix.ts'
import type { Template } from './template.ts'
import { wordingKey } from './wording-key.ts'

/** Deterministic, and free of the order in which frameworks, offerings or activities are listed. */
export function compose(engagement: Engagement, template: Template, context: Pick<Context, 'frameworks'>): Matrix {
  const unchosen = unchosenReferences(engagement, context)
  const activities = template.activities
    .map((activity) => ({ ...activity, covers: activity.covers.filter((cover) => !unchosen(coverRef(cover))) }))
    .filter(({ covers }) => covers.length > 0)
    .flatMap((activity) => perScope(withVariant(activity, engagement), engagement, template))
    .toSorted((a, b) => compareText(a.topic, b.topic) || compareText(a.id, b.id))
  return { ...inOrder(engagement, context), parts: partsOf(activities, template), activities }
}

/** Other frameworks and categories fall away; a reference that leads nowhere stays, for a check to find. */
function unchosenReferences(engagement: Engagement, context: Pick<Context, 'frameworks'>): (ref: Reference) => boolean {
  const chosen = new Set(engagement.frameworks.map(({ id }) => id))
  const inScope = new Set(targetsInScope(engagement, context).map(({ ref }) => ref))
  const published = new Set(
    [...context.frameworks.values()].flatMap(({ id, requirements }) =>
      requirements.flatMap(({ objectives }) => objectives.map((objective) => refer(id, objective.id))),
    ),
  )
  return (ref) => !chosen.has(splitReference(ref).framework) || (published.has(ref) && !inScope.has(ref))
}

function withVariant(activity: Activity, engagement: Engagement): Activity {
  const chosen = activity.variants?.find(({ id }) => id === engagement.variants?.[activity.id])
  if (!chosen) return activity
  const { accountable, duties, handoff } = chosen
  return allocated({ ...activity, withoutOffering: undefined }, { accountable, duties, handoff })
}

/** Scopes in which different parties deliver an offering, or one party on another basis, get an activity each. */
function perScope(activity: Activity, engagement: Engagement, template: Template): readonly Activity[] {
  const name = (party: string): string => engagement.parties.find(({ id }) => id === party)?.legalName ?? party
  const scopes = engagement.scopes
    .map(({ id }) => id)
    .filter((id) => activity.scopes === undefined || activity.scopes.includes(id))
  const origin = { template: template.id, version: template.version }
  const groups = [...Map.groupBy(scopes, (scope) => deliverers(activity, engagement, scope)).values()]
  return groups.map((group) => {
    const bound = allocated(activity, bind(activity, delivererIn(engagement, group[0]!), name))
    const limited = group.toSorted(compareText)
    // Named by one scope: groups share none, so that no two ids can meet.
    const split =
      groups.length > 1
        ? { ...bound, id: `${activity.id}--${limited[0]}`, scopes: limited }
        : { ...bound, ...(activity.scopes && { scopes: limited }) }
    return { ...split, origin: { ...origin, wording: wordingKey(split) } }
  })
}

function deliverers(activity: Activity, engagement: Engagement, scope: ScopeId): string {
  const deliverer = delivererIn(engagement, scope)
  return JSON.stringify(
    offeringsOf(activity)
      .map(deliverer)
      .map((sold) => [sold?.by, sold?.basis]),
  )
}

function allocated(activity: Activity, allocation: Allocation): Activity {
  const { accountable: _a, duties: _d, handoff: _h, withoutOffering: _w, ...rest } = activity
  const { accountable, duties, handoff } = allocation
  const asked = JSON.stringify([activity.title, duties, handoff])
  const placeholders = Object.entries(activity.placeholders ?? {}).filter(([name]) => asked.includes(`{${name}}`))
  return {
    ...rest,
    placeholders: placeholders.length > 0 ? Object.fromEntries(placeholders) : undefined,
    ...(accountable !== undefined && { accountable }),
    duties,
    ...(handoff !== undefined && { handoff }),
  }
}

function partsOf(activities: readonly Activity[], template: Template): Readonly<Record<Reference, readonly string[]>> {
  const used = activities.flatMap(({ covers }) =>
    covers.filter((cover) => coverPart(cover) !== undefined).map(coverRef),
  )
  return Object.fromEntries(
    [...new Set(used)]
      .toSorted(compareText)
      .filter((ref) => template.parts[ref] !== undefined)
      .map((ref) => [ref, template.parts[ref]!]),
  )
}

function inOrder(engagement: Engagement, context: Pick<Context, 'frameworks'>): Engagement {
  const byId = (a: { readonly id: string }, b: { readonly id: string }): number => compareText(a.id, b.id)
  return {
    ...engagement,
    frameworks: engagement.frameworks
      .map((chosen) => ({
        ...chosen,
        edition: chosen.edition ?? context.frameworks.get(chosen.id)?.edition,
        ...(chosen.categories && { categories: chosen.categories.toSorted(compareText) }),
      }))
      .toSorted(byId),
    scopes: engagement.scopes.toSorted(byId),
    parties: engagement.parties.toSorted(byId),
    offerings: engagement.offerings
      .map((sold) => (sold.scopes ? { ...sold, scopes: sold.scopes.toSorted(compareText) } : sold))
      .toSorted(
        (a, b) =>
          byId(a, b) || compareText(a.by, b.by) || compareText(a.scopes?.join(' ') ?? '', b.scopes?.join(' ') ?? ''),
      ),
    parameters: byKey(engagement.parameters),
    ...(engagement.variants && { variants: byKey(engagement.variants) }),
    decisions: engagement.decisions.toSorted((a, b) => compareText(decisionKey(a), decisionKey(b))),
  }
}

function byKey<T>(record: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => compareText(a, b)))
}

function decisionKey({ ref, scope, kind, date, by, reason, basis }: Decision): string {
  return JSON.stringify([ref, scope, kind, date, by, reason, basis])
}
