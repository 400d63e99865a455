// Two parties with the same words: nothing tells who does which part.
import type { Activity } from '../activity.ts'
import { unassigned } from '../duty.ts'
import type { Duty } from '../duty.ts'
import { remembered } from '../remembered.ts'

const stopWords: ReadonlySet<string> = new Set(
  'a an the and or of for to in on at by with from into its it their our your his her own each any all both that this these those is are be which who as per managed msp msps client clients customer customers provider providers vendor vendors party parties company organization organisation side'.split(
    ' ',
  ),
)

/** What is wrong when two different parties' duties say the same; undefined when they do not. */
export function repeatedDuty({ duties }: Pick<Activity, 'duties'>): string | undefined {
  const pair = repeatedPair(duties)
  if (!pair) return undefined
  const [first, second] = pair
  return `"${second.does}" says the same for ${second.party} as for ${first.party}: say what each does, or make it two activities`
}

export const repeatedPair = remembered(findRepeated)

function findRepeated(duties: readonly Duty[]): readonly [first: Duty, second: Duty] | undefined {
  if (!mayRepeat(duties)) return undefined
  const seen = new Map<string, Duty>()
  for (const duty of duties) {
    if (duty.party === unassigned) continue
    const key = contentOf(duty, duties)
    if (key === undefined) continue
    const earlier = seen.get(key)
    if (earlier && earlier.party !== duty.party) return [earlier, duty]
    if (!earlier) seen.set(key, duty)
  }
  return undefined
}

/** Cheap, and never wrong when it says no: of duties that say the same, each has the other's longer words. */
function mayRepeat(duties: readonly Duty[]): boolean {
  if (duties.length < 2) return false
  const texts = duties.map(({ does }) => does.toLowerCase())
  const parties = new Set(duties.map(({ party }) => party))
  return duties.some(({ party }, index) =>
    duties.some((other, at) => at > index && other.party !== party && hasWordsOf(texts[index]!, texts[at]!, parties)),
  )
}

function hasWordsOf(text: string, other: string, parties: ReadonlySet<string>): boolean {
  for (const [word] of text.matchAll(longer)) {
    if (!other.includes(word.slice(0, -1)) && !stopWords.has(word) && !parties.has(word)) return false
  }
  return true
}

/** Whole words of plain letters; the last one may be a plural's. */
const longer = /(?<![\p{L}\p{N}])[a-z]{4,}(?![\p{L}\p{N}])/gu

/** Its content words in a fixed order; doing a thing and paying for it are not the same. */
function contentOf(duty: Duty, duties: readonly Duty[]): string | undefined {
  const words = duty.does.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const content = new Set(
    words
      .filter((word) => word !== 's' && !stopWords.has(word) && !duties.some(({ party }) => party === word))
      .map(singular),
  )
  return content.size === 0 ? undefined : `${duty.kind ?? 'does'} ${[...content].sort().join(' ')}`
}

function singular(word: string): string {
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
}
