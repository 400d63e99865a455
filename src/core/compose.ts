// Compose builds the matrix of an engagement: every activity of the template that serves a chosen framework, bound to the parties.
import { coverPart, coverRef } from './activity.ts'
import type { Activity, Allocation } from './activity.ts'
import { bind, delivererIn, offeringsOf, soldElsewhere } from './binding.ts'
import type { Deliverer } from './binding.ts'
import type { Context } from './context.ts'
import { inScope } from './covering.ts'
import type { Decision } from './decision.ts'
import { compareText } from './finding.ts'
import { frameworkIndex } from './framework-lookup.ts'
import { splitReference } from './identifiers.ts'
import type { Reference, ScopeId } from './identifiers.ts'
import { targetsInScope } from './in-scope.ts'
import type { Engagement, Matrix } from './matrix.ts'
import { asksIn } from './placeholder.ts'
import type { Situation, Template } from './template.ts'
import { wordingKey } from './wording-key.ts'

/** Deterministic, and free of the order in which frameworks, offerings or activities are listed. */
export function compose(engagement: Engagement, template: Template, context: Pick<Context, 'frameworks'>): Matrix {
  const unchosen = unchosenReferences(engagement, context)
  const job = {
    engagement,
    origin: { template: template.id, version: template.version },
    deliverers: deliverersOf(engagement),
    situations: (template.situations ?? []).filter((one) => holds(one, engagement)).map(({ id }) => id),
  }
  const activities = inReadingOrder(template).flatMap((activity) => {
    const covers = activity.covers.filter((cover) => !unchosen(coverRef(cover)))
    return covers.length === 0
      ? []
      : perScope({ ...withVariant(exempting(activity, unchosen), job), covers }, job).toSorted(byId)
  })
  return {
    ...inOrder(engagement, context),
    ...topicsOf(activities, template),
    parts: partsOf(activities, template),
    activities,
  }
}

function inReadingOrder({ activities, topics = [] }: Template): readonly Activity[] {
  const order = topics.flatMap((topic) => topic.activities)
  const rank = new Map(order.map((id, index) => [id, index]))
  const chapter = new Map(topics.map(({ id }, index) => [id, index]))
  const place = (of: ReadonlyMap<string, number>, id: string): number => of.get(id) ?? of.size
  return activities.toSorted(
    (a, b) =>
      place(chapter, a.topic) - place(chapter, b.topic) ||
      compareText(a.topic, b.topic) ||
      place(rank, a.id) - place(rank, b.id) ||
      byId(a, b),
  )
}

function topicsOf(activities: readonly Activity[], { topics = [] }: Template): Pick<Matrix, 'topics'> {
  const used = new Set(activities.map(({ topic }) => topic))
  const named = topics.filter(({ id }) => used.has(id)).map(({ id, title }) => ({ id, title }))
  return named.length > 0 ? { topics: named } : {}
}

/** Other frameworks and categories fall away; a reference that leads nowhere stays, for a check to find. */
function unchosenReferences(engagement: Engagement, context: Pick<Context, 'frameworks'>): (ref: Reference) => boolean {
  const chosen = new Set(engagement.frameworks.map(({ id }) => id))
  const wanted = new Set(targetsInScope(engagement, context).map(({ ref }) => ref))
  return (ref) => {
    if (wanted.has(ref)) return false
    const { framework, id } = splitReference(ref)
    const known = context.frameworks.get(framework)
    return !chosen.has(framework) || (known !== undefined && frameworkIndex(known).byObjective.has(id))
  }
}

function exempting(activity: Activity, unchosen: (ref: Reference) => boolean): Activity {
  if (activity.notApplicable === undefined) return activity
  const notApplicable = activity.notApplicable
    .map((exemption) => ({
      ...exemption,
      refs: exemption.refs.filter((ref) => !unchosen(coverRef(ref))),
    }))
    .filter(({ refs }) => refs.length > 0)
  return { ...activity, notApplicable: notApplicable.length > 0 ? notApplicable : undefined }
}

/** With the variants that may hold, the first first: what the engagement names for this activity, else those of its situations. */
function withVariant(activity: Activity, { engagement, situations }: Pick<Job, 'engagement' | 'situations'>): Activity {
  const wanted = engagement.variants?.[activity.id]
  const names = wanted === undefined ? situations : [wanted]
  return { ...activity, variants: names.flatMap((name) => activity.variants?.find(({ id }) => id === name) ?? []) }
}

function holds({ id, elsewhere }: Situation, engagement: Engagement): boolean {
  if (engagement.situations?.includes(id) !== true) return false
  return elsewhere === undefined || soldElsewhere(engagement, elsewhere) !== undefined
}

interface Job {
  readonly engagement: Engagement
  readonly origin: Pick<NonNullable<Activity['origin']>, 'template' | 'version'>
  readonly deliverers: ReadonlyMap<ScopeId, Deliverer>
  readonly situations: readonly string[]
}

function deliverersOf(engagement: Engagement): Job['deliverers'] {
  return new Map(engagement.scopes.map(({ id }) => [id, delivererIn(engagement, id)]))
}

/** Scopes in which different parties deliver an offering, or one party on another basis, get an activity each. */
function perScope(activity: Activity, { engagement, origin, deliverers }: Job): readonly Activity[] {
  const name = (party: string): string => engagement.parties.find(({ id }) => id === party)?.legalName ?? party
  const scopes = [...deliverers.keys()].filter((id) => inScope(activity, id))
  const groups = grouped(scopes, activity, deliverers)
  return groups.map((group) => {
    const limited = group.toSorted(compareText)
    // Named by one scope: groups share none, so that no two ids can meet.
    const id = groups.length > 1 ? `${activity.id}--${limited[0]}` : activity.id
    const bound = allocated(activity, bind(activity, deliverers.get(group[0]!)!, name))
    const limits = (groups.length > 1 || activity.scopes) && { scopes: limited }
    return { ...bound, id, ...limits, origin: { ...origin, wording: wordingKey(bound) } }
  })
}

function grouped(
  scopes: readonly ScopeId[],
  activity: Activity,
  deliverers: Job['deliverers'],
): readonly (readonly ScopeId[])[] {
  if (scopes.length < 2) return scopes.length === 0 ? [] : [scopes]
  const offerings = [activity, ...(activity.variants ?? [])].flatMap(offeringsOf)
  const terms = (scope: ScopeId): string => {
    const sold = offerings.map(deliverers.get(scope)!)
    return JSON.stringify(sold.map((one) => [one?.by, one?.basis]))
  }
  return [...Map.groupBy(scopes, terms).values()]
}

function allocated(activity: Activity, { accountable, duties, handoff }: Allocation): Activity {
  const others = { withoutOffering: undefined, withoutOne: undefined, variants: undefined }
  const divided = { ...activity, ...others, accountable, duties, handoff }
  return activity.placeholders ? { ...divided, placeholders: askedBy(divided) } : divided
}

/** A division asks no more of the questions than stand in it. */
function askedBy(activity: Activity): Activity['placeholders'] {
  const asked = asksIn(activity)
  const left = Object.entries(activity.placeholders ?? {}).filter(([name]) => asked.includes(name))
  return left.length > 0 ? Object.fromEntries(left) : undefined
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
    ...(engagement.situations && { situations: [...new Set(engagement.situations)].toSorted(compareText) }),
    ...(engagement.variants && { variants: byKey(engagement.variants) }),
    decisions: engagement.decisions.toSorted((a, b) => compareText(decisionKey(a), decisionKey(b))),
  }
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return compareText(a.id, b.id)
}

function byKey<T>(record: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => compareText(a, b)))
}

function decisionKey({ ref, scope, kind, date, by, reason, basis }: Decision): string {
  return JSON.stringify([ref, scope, kind, date, by, reason, basis])
}
