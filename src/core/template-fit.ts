// What an engagement asks of a template that the template does not have: offerings, situations and variants by a wrong name.
import type { Issue } from './issue.ts'
import type { Engagement } from './matrix.ts'
import { suggest } from './schema-issues.ts'
import type { Template } from './template.ts'

export function templateIssues(engagement: Engagement, template: Template): readonly Issue[] {
  const offerings = template.offerings.map(({ id }) => id)
  const unsold = engagement.offerings.flatMap(({ id }, index) =>
    offerings.includes(id)
      ? []
      : [{ at: `offerings[${index}].id`, message: `there is no offering "${id}"; ${suggest(id, offerings)}` }],
  )
  const unvaried = Object.entries(engagement.variants ?? {}).flatMap(([id, chosen]) => {
    const activity = template.activities.find((one) => one.id === id)
    if (activity === undefined) {
      const ids = template.activities.map((one) => one.id)
      return [{ at: `variants.${id}`, message: `there is no activity "${id}"; ${suggest(id, ids)}` }]
    }
    const variants = activity.variants?.map((variant) => variant.id) ?? []
    return variants.includes(chosen)
      ? []
      : [{ at: `variants.${id}`, message: `this activity has no variant "${chosen}"; ${suggest(chosen, variants)}` }]
  })
  const situations = (template.situations ?? []).map(({ id }) => id)
  const unheard = (engagement.situations ?? []).flatMap((id, index) =>
    situations.includes(id)
      ? []
      : [{ at: `situations[${index}]`, message: `there is no situation "${id}"; ${suggest(id, situations)}` }],
  )
  return [...unsold, ...unheard, ...unvaried]
}
