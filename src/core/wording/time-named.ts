// Whether a sentence names a time that one could hold somebody to: a figure with a unit, a named day, a cadence.

const number =
  '(?:\\d+(?:\\.\\d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty(?:-four)?|thirty|forty(?:-five|-eight)?|sixty|seventy-two|ninety)'
const unit = '(?:minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|fortnights?|months?|quarters?|years?|shifts?)'
const dayName = '(?:mon|tues|wednes|thurs|fri|satur|sun)days?'
const monthName = '(?:january|february|march|april|may|june|july|august|september|october|november|december)'

const time = new RegExp(
  `\\b(?:${[
    `${number}(?:\\s\\(\\d+\\))?[\\s-](?:(?:full|consecutive|business|working|calendar|clock|office)[\\s-])?${unit}`,
    `\\d+\\s?(?:h|d|min)`,
    dayName,
    `(?:hourly|daily|nightly|overnight|weekly|fortnightly|monthly|quarterly|half-yearly|semi-?annual(?:ly)?|annual(?:ly)?|yearly|biennial(?:ly)?)`,
    `(?:once|twice|\\w+\\stimes)\\s(?:a|an|per|each|every)\\s${unit}`,
    `(?:each|every|per|once\\sa)\\s(?:other\\s)?(?:\\d+\\s)?(?:business\\s|working\\s|calendar\\s)?(?:${unit}|morning|evening|${dayName}|${monthName})`,
    `(?:the\\s)?(?:same|next|first|second|third|fourth|last|following|previous|\\d{1,2}(?:st|nd|rd|th))\\s(?:(?:business|working|calendar|full)\\s)?(?:${unit}|morning|${dayName})`,
    `(?:by|on|before|until)\\s(?:the\\s)?\\d{1,2}(?:st|nd|rd|th)|\\d{1,2}(?:st|nd|rd|th)\\s(?:of|day)`,
    `\\d{1,2}\\s${monthName}|${monthName}\\s\\d{1,2}`,
    `(?:by|before|until|at)\\s(?:noon|midnight|close\\sof\\sbusiness|cob|end\\sof\\s(?:the\\s)?(?:${unit}|business|shift)|\\d{1,2}(?::\\d{2})?\\s?(?:am|pm|utc))`,
    `\\d{1,2}:\\d{2}`,
    `24\\s?[/x]\\s?7`,
    `(?:in|by|each|every|of)\\s${monthName}`,
    `\\d{4}-\\d{2}-\\d{2}`,
  ].join(
    '|',
  )})(?![\\w])|^(?:the\\s)?(?:business\\s|working\\s|calendar\\s)?${unit}$|\\{[^{}]{0,60}(?:time|hour|day|week|month|window|deadline|cadence|schedule|interval|frequency|period)[^{}]{0,60}\\}`,
  'i',
)

export function namesTime(text: string): boolean {
  return time.test(text)
}
