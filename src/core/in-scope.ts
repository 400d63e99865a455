// What an engagement is assessed on: the requirements and objectives of its frameworks in the chosen categories.
import type { Context } from './context.ts'
import type { Framework, Objective, Requirement } from './framework.ts'
import { refer } from './identifiers.ts'
import type { Reference } from './identifiers.ts'
import type { Engagement } from './matrix.ts'

export interface Target {
  readonly ref: Reference
  readonly framework: Framework
  readonly requirement: Requirement
  readonly objective: Objective
}

function requirementsInScope(
  engagement: Pick<Engagement, 'frameworks'>,
  context: Pick<Context, 'frameworks'>,
): readonly { readonly framework: Framework; readonly requirement: Requirement }[] {
  return engagement.frameworks.flatMap((chosen) => {
    const framework = context.frameworks.get(chosen.id)
    if (!framework) return []
    const categories = chosenCategories(framework, chosen.categories ?? [])
    return framework.requirements
      .filter(({ attributes }) => attributes.category === undefined || categories.has(attributes.category))
      .map((requirement) => ({ framework, requirement }))
  })
}

const targets = new WeakMap<
  Engagement['frameworks'],
  { readonly frameworks: Context['frameworks']; readonly targets: readonly Target[] }
>()

/** Asked again and again while a matrix is edited: remembered by the list of frameworks, which edits of activities leave. */
export function targetsInScope(
  engagement: Pick<Engagement, 'frameworks'>,
  context: Pick<Context, 'frameworks'>,
): readonly Target[] {
  const known = targets.get(engagement.frameworks)
  if (known?.frameworks === context.frameworks) return known.targets
  const found = targetsOf(engagement, context)
  targets.set(engagement.frameworks, { frameworks: context.frameworks, targets: found })
  return found
}

function targetsOf(
  engagement: Pick<Engagement, 'frameworks'>,
  context: Pick<Context, 'frameworks'>,
): readonly Target[] {
  return requirementsInScope(engagement, context).flatMap(({ framework, requirement }) =>
    requirement.objectives.map((objective) => ({
      ref: refer(framework.id, objective.id),
      framework,
      requirement,
      objective,
    })),
  )
}

function chosenCategories(framework: Framework, chosen: readonly string[]): ReadonlySet<string> {
  const always = (framework.categories ?? []).filter((category) => category.always).map((category) => category.id)
  return new Set([...always, ...chosen])
}
