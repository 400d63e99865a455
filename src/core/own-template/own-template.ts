// What an MSP has made of the library: its catalogue of services, and its own wording of activities. Both are laid over the library.
import type { Activity } from '../activity.ts'
import type { Issue } from '../issue.ts'
import type { Engagement } from '../matrix.ts'
import type { Offering, Template } from '../template.ts'

export interface OwnOffering {
  readonly offering: Offering
  /** the library's that it stands over, as its editor saw it */
  readonly origin?: Offering
  readonly archived: boolean
}

export const wordingKinds = ['worded', 'added', 'left-out'] as const
export type WordingKind = (typeof wordingKinds)[number]

/** Worded and left out stand over the library's activity, as their editor saw it; what is added stands over none. */
export type Wording =
  | { readonly kind: 'worded'; readonly id: string; readonly activity: Activity; readonly origin: Activity }
  | { readonly kind: 'left-out'; readonly id: string; readonly origin: Activity }
  | { readonly kind: 'added'; readonly id: string; readonly activity: Activity }

export interface OwnTemplate {
  /** one more with every change of it; 0: there is none */
  readonly version: number
  /** in their order; none: the catalogue was not started, and the MSP may sell whatever the library knows */
  readonly offerings: readonly OwnOffering[]
  readonly wordings: readonly Wording[]
}

/** The library as this MSP composes from it. What the library has more or less since a wording was made, is so here too. */
export function effectiveTemplate(library: Template, own: OwnTemplate): Template {
  if (own.offerings.length === 0 && own.wordings.length === 0) return library
  const byId = new Map(own.wordings.map((wording) => [wording.id, wording]))
  const known = new Set(library.activities.map(({ id }) => id))
  const kept = library.activities.flatMap((activity) => effective(byId.get(activity.id), activity) ?? [])
  const more = own.wordings.flatMap((one) => (known.has(one.id) || one.kind === 'left-out' ? [] : one.activity))
  return {
    ...library,
    version: `${library.version}+${own.version}`,
    offerings: effectiveOfferings(library, own),
    activities: [...kept, ...more],
  }
}

function effective(wording: Wording | undefined, activity: Activity): Activity | undefined {
  if (wording === undefined) return activity
  return wording.kind === 'left-out' ? undefined : wording.activity
}

/** The catalogue in its order; then what the MSP does not sell, and another provider may. */
function effectiveOfferings(library: Template, { offerings }: OwnTemplate): readonly Offering[] {
  const sold = offerings.filter(({ archived }) => !archived).map(({ offering }) => offering)
  const ids = new Set(sold.map(({ id }) => id))
  return [...sold, ...library.offerings.filter(({ id }) => !ids.has(id))]
}

/** Offerings that the MSP shall deliver in an engagement and does not sell. */
export function unsoldIssues({ offerings }: Engagement, own: OwnTemplate): readonly Issue[] {
  const ids = new Set(own.offerings.filter(({ archived }) => !archived).map(({ offering }) => offering.id))
  if (own.offerings.length === 0) return []
  return offerings.flatMap(({ id, by }, index) =>
    by !== 'msp' || ids.has(id)
      ? []
      : [
          {
            at: `offerings[${index}].id`,
            message: `"${id}" is not in your catalogue; add it there, or say which other party delivers it`,
          },
        ],
  )
}
