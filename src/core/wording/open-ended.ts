// Words that promise a time and give none: "promptly", "regularly", "without undue delay".
import { parseDuration } from '../duration.ts'
import type { Duty } from '../duty.ts'
import { rememberedText } from '../remembered.ts'
import type { Timing } from '../timing.ts'
import { phrasePattern, phrasesOf } from './phrase-pattern.ts'
import { namesTime } from './time-named.ts'
import { vaguePhrases } from './vague.ts'

const work =
  '(?:reviews?|backups?|scans?|scanning|reports?|reporting|updates?|testing|tests?|training|audits?|assessments?|meetings?|maintenance|monitoring|checks?|intervals?|basis|inspections?|exercises|evaluations?|notifications?|notices?|communication)'
const span = '(?:minutes|hours|days|weeks|months|business days|business hours|working days)'

const openEnded = phrasePattern([
  `promptly\\b`,
  `prompt (?:notice|notification|report(?:ing)?|response|action|manner|removal|attention)\\b`,
  `in a (?:timely|prompt|reasonable|expeditious) (?:manner|fashion|way|time|basis|time ?frame|period)\\b`,
  `on a (?:timely|prompt) basis\\b`,
  `timely\\b`,
  `as (?:soon|quickly|fast|rapidly|early|promptly|frequently|often) as (?:is )?(?:reasonably )?(?:possible|practicable|practical|feasible|able|available|needed|necessary)\\b`,
  `at the earliest (?:possible |practicable )?(?:opportunity|convenience|time|moment)\\b`,
  `asap\\b`,
  `regularly\\b(?! scheduled)`,
  `(?:on|at) (?:a )?(?:regular|periodic|routine|recurring|frequent|continual) (?:basis|intervals?)\\b`,
  `(?:regular|periodic|routine|frequent) (?:[a-z-]{1,20} )?${work}\\b`,
  `on-?going (?:[a-z-]{1,20} )?${work}\\b`,
  `periodically\\b`,
  `(?<!\\b(?:how|so|more|most|as|too) )often\\b`,
  `from time to time\\b`,
  `on an? (?:on-?going|as-available|continuing) basis\\b`,
  `frequently\\b(?! asked)`,
  `(?:occasionally|routinely|intermittently|sporadically)\\b`,
  `without (?:undue |unreasonable |unnecessary |further )?delay\\b`,
  `immediately\\b(?! (?:before|after|preceding|following|adjacent|below|above|available|prior)\\b)`,
  `(?:quickly|swiftly|speedily|expeditiously|shortly|straight ?away|right away|forthwith)\\b`,
  `(?:in due course|in good time|at (?:suitable|reasonable|appropriate) intervals)\\b`,
  `within an? (?:reasonable|acceptable|short|appropriate|agreed) (?:time|period|time ?frame|amount of time|length of time)\\b`,
  `(?:a )?reasonable (?:time|period|time ?frame)\\b`,
  `(?:a few|several|some|a number of) ${span}\\b`,
])

const phrasesIn = rememberedText((text) => phrasesOf(openEnded, text))

const unreasonable = /^without\sunreasonable\sdelay$/i

/**
 * Open-ended words in what the duty does, unless the duty gives the figure elsewhere; and those inside its timing, always.
 * The statute's "without unreasonable delay" needs an outer limit: a `within` with a figure.
 */
export function openEndedPhrases(duty: Duty): readonly string[] {
  const inDoes = phrasesIn(duty.does)
  const inTiming = duty.timing ? timingPhrases(duty.timing) : none
  if (inDoes.length === 0) return inTiming
  const limited = hasLimit(duty)
  const clocked = limited || hasFigure(duty)
  const open = inDoes.filter((phrase) => (unreasonable.test(phrase) ? !limited : !clocked))
  return open.length === 0 ? inTiming : [...open, ...inTiming]
}

/** Open-ended words of a sentence that has no duty of its own, such as a hand-off; harmless where it gives a figure. */
export function openEndedIn(text: string): readonly string[] {
  const phrases = phrasesIn(text)
  return phrases.length === 0 || namesTime(text) ? none : phrases
}

const none: readonly string[] = []

function timingPhrases(timing: Timing): readonly string[] {
  const text = Object.values(timing).join(' | ')
  const found = [...phrasesIn(text), ...vaguePhrases(text)]
  return found.length === 0 ? withoutFigure(timing) : found
}

/** A limit, a cadence or a retention that names no time: "soon", "every so often". A question still to be answered may name one. */
function withoutFigure(timing: Timing): readonly string[] {
  const [clock] = Object.values(timing)
  const timed = 'on' in timing || 'before' in timing || clock === undefined || clock.includes('{')
  return timed || namesTime(clock) || parseDuration(clock) !== undefined ? none : [clock]
}

function hasLimit({ timing }: Duty): boolean {
  return timing !== undefined && 'within' in timing && namesTime(timing.within)
}

function hasFigure({ timing, does }: Duty): boolean {
  if (namesTime(does)) return true
  if (timing === undefined || 'keep' in timing) return false
  return Object.values(timing).some(namesTime)
}
