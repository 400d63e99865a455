// An activity whose words belong to another requirement than the id it cites: "CC7.3 Change management".
import { coverRef } from '../activity.ts'
import type { Activity } from '../activity.ts'
import { readingOf } from '../citation/evidence.ts'
import { citationIndex, vocabularyOf } from '../citation/knowledge.ts'
import type { CitationIndex } from '../citation/profile.ts'
import { quotesFor } from '../citation/quote.ts'
import { misplaced } from '../citation/verdict.ts'
import type { Verdict } from '../citation/verdict.ts'
import type { Context } from '../context.ts'
import type { Finding } from '../finding.ts'
import type { Framework } from '../framework.ts'
import { splitReference } from '../identifiers.ts'
import type { Matrix } from '../matrix.ts'

export function checkWrongCitation(matrix: Matrix, context: Context): readonly Finding[] {
  return matrix.activities.flatMap((activity) => judged(activity, context))
}

function judged(activity: Activity, context: Context): readonly Finding[] {
  const citations = citationsOf(activity, context)
  if (citations.size === 0) return none
  const read = { title: activity.title, reading: readingOf(activity, vocabularyOf(context)) }
  return [...citations].flatMap(([framework, cited]) => {
    const index = citationIndex(framework, context)
    return misplaced(read, new Set(cited.keys()), index).map((verdict) => ({
      code: 'wrong-citation',
      severity: verdict.certainty === 'sure' ? ('warning' as const) : ('note' as const),
      activity: activity.id,
      at: `activities.${activity.id}.covers[${cited.get(verdict.cited)}]`,
      message: sayMisplaced(activity, verdict, index),
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
    const place = framework && citationIndex(framework, context).places.get(id)
    if (!framework || place === undefined) continue
    const cited = citations.get(framework) ?? new Map<number, number>()
    if (!cited.has(place)) cited.set(place, at)
    citations.set(framework, cited)
  }
  return citations
}

/** Which requirement the words belong to, with the words. */
export function sayMisplaced(
  { title, duties }: Pick<Activity, 'title' | 'duties'>,
  { cited, better, certainty }: Verdict,
  index: CitationIndex,
): string {
  const [was, is] = [index.requirements[cited]!, index.requirements[better]!]
  const quotes = quotesFor([title, ...duties.map(({ does }) => does)], index, better)
  const words = quotes.map((quote) => `"${quote}"`).join(', ')
  return certainty === 'sure'
    ? `cites ${was.id} (${was.title}), but its words are those of ${is.id} (${is.title}): ${words}; cite ${is.id} or reword`
    : `cites ${was.id} (${was.title}), but its words possibly belong to ${is.id} (${is.title}): ${words}; compare the two, then cite ${is.id} or reword`
}
