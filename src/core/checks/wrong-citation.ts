// An activity whose words belong to another requirement than the id it cites: "CC7.3 Change management".
import { coverRef } from '../activity.ts'
import type { Activity } from '../activity.ts'
import { readingOf } from '../citation/evidence.ts'
import { buildIndex } from '../citation/profile.ts'
import type { CitationIndex } from '../citation/profile.ts'
import { quotesFor } from '../citation/quote.ts'
import { misplaced } from '../citation/verdict.ts'
import type { Verdict } from '../citation/verdict.ts'
import { newVocabulary } from '../citation/vocabulary.ts'
import type { Vocabulary } from '../citation/vocabulary.ts'
import type { Context } from '../context.ts'
import type { Finding } from '../finding.ts'
import type { Framework } from '../framework.ts'
import { splitReference } from '../identifiers.ts'
import type { Matrix } from '../matrix.ts'
import { remembered } from '../remembered.ts'

export function checkWrongCitation(matrix: Matrix, context: Context): readonly Finding[] {
  return matrix.activities.flatMap((activity) => judged(activity, context))
}

function judged(activity: Activity, context: Context): readonly Finding[] {
  const citations = citationsOf(activity, context)
  if (citations.size === 0) return none
  const { vocabulary } = knowledgeOf(context.terms ?? noTerms)
  const read = { title: activity.title, reading: readingOf(activity, vocabulary) }
  return [...citations].flatMap(([framework, cited]) => {
    const index = indexOf(framework, context)
    return misplaced(read, new Set(cited.keys()), index).map((verdict) => ({
      code: 'wrong-citation',
      severity: verdict.certainty === 'sure' ? ('warning' as const) : ('note' as const),
      activity: activity.id,
      at: `activities.${activity.id}.covers[${cited.get(verdict.cited)}]`,
      message: say(activity, verdict, index),
    }))
  })
}

const none: readonly Finding[] = []

/** By framework, the requirements cited and the first cover that cites each; an unknown id is another check's matter. */
function citationsOf({ covers }: Activity, context: Context): ReadonlyMap<Framework, ReadonlyMap<number, number>> {
  const citations = new Map<Framework, Map<number, number>>()
  for (const [at, cover] of covers.entries()) {
    const { framework: frameworkId, id } = splitReference(coverRef(cover))
    const framework = context.frameworks.get(frameworkId)
    const place = framework && indexOf(framework, context).places.get(id)
    if (!framework || place === undefined) continue
    const cited = citations.get(framework) ?? new Map<number, number>()
    if (!cited.has(place)) cited.set(place, at)
    citations.set(framework, cited)
  }
  return citations
}

function say({ title, duties }: Activity, { cited, better, certainty }: Verdict, index: CitationIndex): string {
  const [was, is] = [index.requirements[cited]!, index.requirements[better]!]
  const quotes = quotesFor([title, ...duties.map(({ does }) => does)], index, better)
  const words = quotes.map((quote) => `"${quote}"`).join(', ')
  return certainty === 'sure'
    ? `cites ${was.id} (${was.title}), but its words are those of ${is.id} (${is.title}): ${words}; cite ${is.id} or reword`
    : `cites ${was.id} (${was.title}), but its words possibly belong to ${is.id} (${is.title}): ${words}; compare the two, then cite ${is.id} or reword`
}

type Terms = NonNullable<Context['terms']>

interface Knowledge {
  readonly vocabulary: Vocabulary
  readonly indexes: WeakMap<Framework, CitationIndex>
}

const noTerms: Terms = {}
const knowledgeOf = remembered<Terms, Knowledge>(() => ({ vocabulary: newVocabulary(), indexes: new WeakMap() }))

/** Built once for the framework and the terms that are asked for. */
function indexOf(framework: Framework, { terms = noTerms }: Context): CitationIndex {
  const { vocabulary, indexes } = knowledgeOf(terms)
  const index = indexes.get(framework) ?? buildIndex(framework, terms, vocabulary)
  indexes.set(framework, index)
  return index
}
