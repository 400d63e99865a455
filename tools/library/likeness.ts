// How alike two activities are: the share of their content words that both use.
import type { Activity } from '../../src/core/activity.ts'

const empty = new Set(
  'a an and any are as at be before by each every for from have in into is it its not of on one or out over that the their them they this those to two until up where which who with within'.split(
    ' ',
  ),
)

export interface LikePair {
  readonly share: number
  readonly first: string
  readonly second: string
}

/** The pairs from the most alike on; titles and duties count, as sold. */
export function likePairs(activities: readonly Activity[], least: number): readonly LikePair[] {
  const read = activities.map((activity) => ({ id: activity.id, words: contentWords(activity) }))
  const pairs: LikePair[] = []
  for (const [index, first] of read.entries()) {
    for (const second of read.slice(index + 1)) {
      const share = sharedShare(first.words, second.words)
      if (share >= least) pairs.push({ share, first: first.id, second: second.id })
    }
  }
  return pairs.toSorted((a, b) => b.share - a.share)
}

function contentWords({ title, duties }: Activity): ReadonlySet<string> {
  const text = [title, ...duties.map(({ does }) => does)].join(' ').toLowerCase()
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(
    words.filter((word) => word.length > 1 && !empty.has(word)).map((word) => word.replace(/(?<=..)s$/, '')),
  )
}

function sharedShare(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter((word) => b.has(word)).length
  return both / (a.size + b.size - both)
}
