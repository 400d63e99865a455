// A duration or cadence as people write it: "4 business hours", "1 month", "quarterly".

export type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year'

export interface Duration {
  readonly count: number
  readonly unit: Unit
  /** counted in business time: nights, weekends and holidays stand still */
  readonly business: boolean
}

const figure =
  /^(?:(?:within|every|each|at least|at most|no (?:more|later|longer) than|not more than|up to|maximum|max\.?|per|a|an|once (?:a|an|per|every)|one full)\s+)*(?:(?<count>\d{1,6}(?:\.\d{1,3})?|[a-z]+(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)(?:\s*\(\d{1,6}\))?[\s-]*)??(?<business>(?:business|working|work|office|calendar|clock|consecutive)[\s-]+)?(?<unit>minutes?|mins?|hours?|hrs?|h|days?|d|weeks?|wks?|fortnights?|months?|quarters?|years?|yrs?)(?:\s+or (?:less|sooner|fewer))?$/

const cadences: Readonly<Record<string, readonly [number, Unit]>> = {
  hourly: [1, 'hour'],
  daily: [1, 'day'],
  nightly: [1, 'day'],
  weekly: [1, 'week'],
  fortnightly: [2, 'week'],
  monthly: [1, 'month'],
  quarterly: [3, 'month'],
  'semi-annually': [6, 'month'],
  semiannually: [6, 'month'],
  'half-yearly': [6, 'month'],
  'half-year': [6, 'month'],
  'half year': [6, 'month'],
  'twice a year': [6, 'month'],
  'twice yearly': [6, 'month'],
  'twice a month': [15, 'day'],
  'four times a year': [3, 'month'],
  annually: [12, 'month'],
  annual: [12, 'month'],
  yearly: [12, 'month'],
  biennially: [24, 'month'],
}

const units: readonly (readonly [prefix: string, count: number, unit: Unit])[] = [
  ['min', 1, 'minute'],
  ['mo', 1, 'month'],
  ['h', 1, 'hour'],
  ['d', 1, 'day'],
  ['w', 1, 'week'],
  ['f', 2, 'week'],
  ['q', 3, 'month'],
  ['y', 1, 'year'],
]

const ones = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
const numbers: ReadonlyMap<string, number> = new Map([
  ...ones.map((word, value) => [word, value] as const),
  ['fifteen', 15],
  ['twenty', 20],
  ['thirty', 30],
  ['forty', 40],
  ['forty-eight', 48],
  ['forty-five', 45],
  ['sixty', 60],
  ['seventy-two', 72],
  ['ninety', 90],
])

const inTime = /^(business|working|work|office)\b/
const longest = 80

/** Undefined where the words give no figure: "promptly", "{response time}", "bimonthly". */
export function parseDuration(text: string): Duration | undefined {
  if (text.length > longest) return undefined
  const words = text.trim().toLowerCase().replaceAll(/\s+/g, ' ').replace(/\.$/, '')
  if (Object.hasOwn(cadences, words)) return calendar(...cadences[words]!)
  const found = figure.exec(words)?.groups
  if (!found) return undefined
  const count = countOf(found['count'])
  const [, times, unit] = units.find(([prefix]) => found['unit']!.startsWith(prefix))!
  return count === undefined
    ? undefined
    : { count: count * times, unit, business: inTime.test(found['business'] ?? '') }
}

/** The most clock hours that it can last; business time strictly, begun just before a weekend (holidays are not known here). */
export function worstCaseHours({ count, unit, business }: Duration): number {
  const hours = count * hoursIn[unit]
  if (!business) return hours
  if (unit === 'minute' || unit === 'hour') return stretched(hours)
  if (unit === 'day') return hours + weekends(count) * 48
  return hours
}

const hoursIn: Readonly<Record<Unit, number>> = {
  minute: 1 / 60,
  hour: 1,
  day: 24,
  week: 168,
  month: 31 * 24,
  year: 366 * 24,
}

function calendar(count: number, unit: Unit): Duration {
  return { count, unit, business: false }
}

function countOf(word: string | undefined): number | undefined {
  if (word === undefined || word === '') return 1
  return /^\d/.test(word) ? Number(word) : numbers.get(word)
}

/** Eight-hour days: the clock stops 16 hours a night and 64 over a weekend, and the first stop may be a weekend. */
function stretched(hours: number): number {
  const stops = Math.ceil(hours / 8)
  return hours + stops * 16 + weekends(stops) * 48
}

function weekends(days: number): number {
  return Math.ceil(days / 5)
}
