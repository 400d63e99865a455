// Page size and the writing of dates by locale; the words of our documents stay English.
import { Refusal } from '../../core/refusal.ts'
import type { Locale } from '../../core/rendition/rendition.ts'

/** Where people print on US Letter (CLDR: territories with that paper). */
const letterRegions = new Set(['US', 'CA', 'MX', 'PH', 'PR', 'CL', 'CO', 'CR', 'GT', 'NI', 'PA', 'SV', 'VE', 'BZ'])

/** @param tag BCP 47: `en-US`, `en-GB`, `de-DE` */
export function localeOf(tag: string, page?: Locale['page']): Locale {
  const parsed = known(tag)
  const region = parsed.maximize().region ?? 'US'
  // English months in the region's order: the text around them is English, whoever prints it.
  const format = new Intl.DateTimeFormat(englishOf(region), { dateStyle: 'long', timeZone: 'UTC', calendar: 'gregory' })
  return {
    tag: parsed.toString(),
    page: page ?? (letterRegions.has(region) ? 'us-letter' : 'a4'),
    sayDate: (date) => format.format(new Date(`${date}T00:00:00Z`)),
  }
}

/** Where a region has no English of its own, that of the world: day, month, year. */
function englishOf(region: string): string {
  const { locale } = new Intl.DateTimeFormat(`en-${region}`).resolvedOptions()
  return locale === 'en' && region !== 'US' ? 'en-001' : locale
}

function known(tag: string): Intl.Locale {
  try {
    const locale = new Intl.Locale(tag)
    if (Intl.DateTimeFormat.supportedLocalesOf(locale).length > 0) return locale
  } catch {
    // refused below, in words
  }
  throw new Refusal(
    'invalid',
    `"${tag}" is no locale that dates can be written in; say a language and a region, such as en-US, en-GB or fr-CA`,
  )
}
