// Days of the calendar, counted without a clock.
import { worstCaseHours } from './duration.ts'
import type { Duration } from './duration.ts'
import type { CalendarDate } from './text.ts'

/** The last day that a duration from this day can reach; a month's end stays a month's end. */
export function addTo(date: CalendarDate, duration: Duration): CalendarDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const months = monthsIn(duration)
  if (months === undefined) return fromDays(toDays(year, month, day) + Math.ceil(worstCaseHours(duration) / 24))
  const index = year * 12 + (month - 1) + months
  const [newYear, newMonth] = [Math.floor(index / 12), (index % 12) + 1]
  return written(newYear, newMonth, Math.min(day, lengthOf(newYear, newMonth)))
}

function monthsIn({ count, unit }: Duration): number | undefined {
  if (!Number.isInteger(count)) return undefined
  if (unit === 'year') return count * 12
  return unit === 'month' ? count : undefined
}

function lengthOf(year: number, month: number): number {
  const [nextYear, nextMonth] = month === 12 ? [year + 1, 1] : [year, month + 1]
  return toDays(nextYear, nextMonth, 1) - toDays(year, month, 1)
}

/** Days since 0000-03-01 of the Gregorian calendar; years start in March so that leap days come last. */
function toDays(year: number, month: number, day: number): number {
  const shifted = month > 2 ? year : year - 1
  const sinceMarch = (month + 9) % 12
  return (
    shifted * 365 +
    Math.floor(shifted / 4) -
    Math.floor(shifted / 100) +
    Math.floor(shifted / 400) +
    Math.floor((sinceMarch * 153 + 2) / 5) +
    day -
    1
  )
}

function fromDays(days: number): CalendarDate {
  let year = Math.floor(days / 365.2425) + 1
  while (toDays(year, 3, 1) > days) year -= 1
  const sinceMarch = days - toDays(year, 3, 1)
  const month = Math.floor((sinceMarch * 5 + 2) / 153)
  const day = sinceMarch - Math.floor((month * 153 + 2) / 5) + 1
  return month < 10 ? written(year, month + 3, day) : written(year + 1, month - 9, day)
}

function written(year: number, month: number, day: number): CalendarDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
