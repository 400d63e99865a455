// A day as people write it in four languages; what may be two days is none.
import { CalendarDate } from '../text.ts'

export type WrittenDay = { readonly day: string } | { readonly ambiguous: string }

const months = new Map(
  [
    'jan january janvier januar enero ene',
    'feb february fevrier fevr februar febrero',
    'mar march mars marz maerz marzo',
    'apr april avril avr abril abr',
    'may mai mayo',
    'jun june juin juni junio',
    'jul july juillet juil juli julio',
    'aug august aout agosto ago',
    'sep sept september septembre septiembre',
    'oct october octobre okt oktober octubre',
    'nov november novembre noviembre',
    'dec december decembre dez dezember diciembre dic',
  ].flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
)

const forms: readonly (readonly [RegExp, (groups: readonly string[]) => WrittenDay | undefined])[] = [
  [/^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[t\s]\d{1,2}:\d\d.*)?$/, ([year, , month, day]) => whole(year, month, day)],
  [/^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/, ([first, , second, year]) => eitherOrder(first, second, year)],
  [
    /^(\d{1,2})(?:\.|st|nd|rd|th|er)?\s(?:of\s|de\s)?([a-z]{3,10})\.?,?\s(?:de\s)?(\d{4})$/,
    ([day, month, year]) => named(year, month, day),
  ],
  [/^([a-z]{3,10})\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})$/, ([month, day, year]) => named(year, month, day)],
]

/** Undefined: it is no day. */
export function writtenDay(text: string): WrittenDay | undefined {
  const bare = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().trim().replaceAll(/\s+/g, ' ')
  for (const [form, read] of forms) {
    const [, ...groups] = form.exec(bare) ?? []
    if (groups.length > 0) return read(groups)
  }
  return undefined
}

function named(year = '', month = '', day = ''): WrittenDay | undefined {
  const number = months.get(month)
  return number === undefined ? undefined : whole(year, String(number), day)
}

/** 13/04/2026 is one day, 03/04/2026 may be two. */
function eitherOrder(first = '', second = '', year = ''): WrittenDay | undefined {
  const [dayFirst, monthFirst] = [whole(year, second, first), whole(year, first, second)]
  if (dayFirst === undefined || monthFirst === undefined || first === second) return dayFirst ?? monthFirst
  return { ambiguous: `${first}/${second}/${year}` }
}

function whole(year = '', month = '', day = ''): { readonly day: string } | undefined {
  const read = CalendarDate.safeParse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  return read.success ? { day: read.data } : undefined
}
