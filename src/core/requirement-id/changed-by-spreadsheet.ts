// Numbers and days that a spreadsheet made of ids: what they may have been is said, never taken.
import { addTo } from '../calendar-date.ts'
import type { RawCell } from '../proposal/raw-workbook.ts'
import type { Dictionary } from './dictionary.ts'

const months: readonly (readonly string[])[] = [
  ['jan', 'ene'],
  ['feb', 'fev', 'fév'],
  ['mar', 'mär', 'mrz'],
  ['apr', 'avr', 'abr'],
  ['may', 'mai'],
  ['jun', 'juin'],
  ['jul', 'juil'],
  ['aug', 'aou', 'aoû', 'ago'],
  ['sep'],
  ['oct', 'okt'],
  ['nov'],
  ['dec', 'déc', 'dez', 'dic'],
]
const month = `(${months.flat().join('|')})[a-zäéû]{0,8}`
const time = String.raw`(?:[ T]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d{1,6})?Z?)?`
const isoDay = new RegExp(String.raw`^(\d{4})-(\d{1,2})-(\d{1,2})${time}$`)
const writtenDay = new RegExp(String.raw`^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})${time}$`)
const namedDay = new RegExp(
  String.raw`^(\d{1,2})(?:st|nd|rd|th)?[-. /,]{1,3}${month}\.?(?:[-. /,]{1,3}(\d{4}|\d{2}))?$`,
  'i',
)
const namedMonth = new RegExp(String.raw`^${month}\.?[-. /,]{1,3}(\d{1,4})(?:[-. /,]{1,3}(\d{4}|\d{2}))?$`, 'i')
const decimal = /^-?\d+[.,]\d+(?:e[+-]?\d+)?$/i
const whole = /^\d{5}$/

/** What is wrong with a cell that is a number or a day; undefined: it may still hold an id. */
export function damage({ kind }: Pick<RawCell, 'kind'>, text: string, dictionary: Dictionary): string | undefined {
  const plain = text.trim()
  if (plain.length > 40) return undefined
  if (kind === 'number') return numberDamage(plain, dictionary)
  const day = dayOf(plain)
  return day || kind === 'date' ? dayDamage(plain, day, dictionary) : undefined
}

/** What a day may have been: its numbers, in the orders that people and spreadsheets read them. */
type Day = readonly (readonly [number, number, number])[]

function dayOf(text: string): Day | undefined {
  const iso = isoDay.exec(text)
  if (iso) return orders(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const written = writtenDay.exec(text)
  if (written) {
    // 03.01.01 is how Rev. 3 of NIST SP 800-171 numbers its requirements
    if (written[2] !== '/' && written[4]!.length === 2) return undefined
    const [one, other, year] = [Number(written[1]), Number(written[3]), Number(written[4])]
    return one > 31 || other > 31 ? undefined : [...orders(year, one, other), ...orders(year, other, one)]
  }
  const day = namedDay.exec(text)
  if (day) return day[3] ? orders(Number(day[3]), monthOf(day[2]!), Number(day[1])) : []
  const first = namedMonth.exec(text)
  if (!first) return undefined
  return first[3] ? orders(Number(first[3]), monthOf(first[1]!), Number(first[2])) : []
}

function monthOf(name: string): number {
  return months.findIndex((names) => names.includes(name.toLowerCase())) + 1
}

function orders(year: number, monthNumber: number, day: number): Day {
  const short = year % 100
  return [
    [monthNumber, day, short],
    [day, monthNumber, short],
    [short, monthNumber, day],
  ]
}

function dayDamage(text: string, day: Day | undefined, { numbered }: Dictionary): string {
  const was = [...new Set((day ?? []).map((numbers) => numbers.join('.')))].filter((id) => numbered.has(id))
  return `"${text}" is a day: spreadsheets make days of ids such as 3.1.1. ${mayHaveBeen(was)} Put the id back as text.`
}

function numberDamage(text: string, dictionary: Dictionary): string | undefined {
  if (whole.test(text)) return serialDamage(Number(text), dictionary)
  if (!decimal.test(text)) return undefined
  const digits = text.replace(',', '.')
  const ids = [digits, `${digits}0`]
  const was = [
    ...ids.filter((id) => dictionary.families.has(id)).map((id) => `something in family ${id}`),
    ...[...dictionary.criteria.keys()].filter((id) => id.replace(/^[A-Z]+/, '') === digits),
    ...ids.filter((id) => [...dictionary.paragraphs.keys()].some((each) => each.startsWith(`${id}(`))),
  ]
  return `"${text}" is a number: spreadsheets make numbers of ids and drop their last zeros, so that 3.10 becomes 3.1. ${mayHaveBeen(was)} Put the id back as text.`
}

/** A day that lost its format: Excel counts them from 1899-12-30. */
function serialDamage(serial: number, dictionary: Dictionary): string | undefined {
  if (serial < 36_526 || serial > 47_847) return undefined
  const date = addTo('1899-12-30', { count: serial, unit: 'day', business: false })
  return `"${serial}" is a number that stands for a day: ${dayDamage(date, dayOf(date), dictionary)}`
}

function mayHaveBeen(ids: readonly string[]): string {
  return ids.length === 0
    ? 'What it was cannot be told.'
    : `It may have been ${ids.join(' or ')}; which cannot be told.`
}
