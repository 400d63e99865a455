// Requirements that a row may mean by its words, for a person to choose from: never more than a suggestion.
import { readingOf, weigh } from '../citation/evidence.ts'
import { citationIndex, vocabularyOf } from '../citation/knowledge.ts'
import { leastPossible } from '../citation/strength.ts'
import type { Context } from '../context.ts'
import type { Framework } from '../framework.ts'
import type { Claim } from './claim.ts'

const most = 3

export function withSuggestions(
  claims: readonly Claim[],
  context: Pick<Context, 'frameworks' | 'terms'>,
): readonly Claim[] {
  return claims.map((claim) => {
    if (claim.framework !== null || claim.activity === undefined) return claim
    const suggestions = suggestionsFor(claim, context)
    return suggestions.length === 0 ? claim : { ...claim, suggestions }
  })
}

type Suggestions = NonNullable<Claim['suggestions']>

function suggestionsFor(claim: Claim, context: Pick<Context, 'frameworks' | 'terms'>): Suggestions {
  const texts = [claim.text, claim.customerMust ?? ''].filter((does) => does !== '')
  const activity = { title: claim.activity!, duties: texts.map((does) => ({ party: claim.party, does })) }
  return [...context.frameworks.values()]
    .flatMap((framework) => likely(activity, framework, context))
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, most)
    .map(({ framework, requirement, title }) => ({ framework, requirement, title }))
}

function likely(
  activity: Parameters<typeof readingOf>[0],
  framework: Framework,
  context: Pick<Context, 'frameworks' | 'terms'>,
) {
  const index = citationIndex(framework, context)
  const weights = [...weigh(readingOf(activity, vocabularyOf(context)), index)]
  const best = Math.max(...weights)
  if (best < leastPossible) return []
  return weights.flatMap((weight, place) => {
    const { id, title } = index.requirements[place]!
    return weight >= Math.max(leastPossible, nearBest * best)
      ? [{ framework: framework.id, requirement: id, title, weight }]
      : []
  })
}

/** The others are worth a look only where they say nearly as much. */
const nearBest = 0.75
