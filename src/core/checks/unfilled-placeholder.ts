// A question that nobody has answered yet: "{request channel}", "[insert frequency]".
import type { Activity } from '../activity.ts'
import type { Finding } from '../finding.ts'
import type { Matrix } from '../matrix.ts'
import { sayTitle } from '../naming.ts'
import { placeholdersIn, textsOf, unfilled } from '../placeholder.ts'

/** Blanks of other people's templates. */
const blank =
  /\[(?:insert|enter|add|specify|your|client|customer|company|organi[sz]ation|msp|provider|vendor|name|date|number|frequency|tb[da])\b[^\][\n]{0,60}\]|<(?:insert|enter|your|client|company|organi[sz]ation|name|date)\b[^<>\n]{0,60}>|_{4,}/gi

export function checkUnfilledPlaceholder(matrix: Matrix): readonly Finding[] {
  return matrix.activities.flatMap((activity) => [
    ...unfilled(activity, matrix.parameters).map((name) => unanswered(activity, name)),
    ...blanks(activity).map((text) => unwritten(activity, text)),
  ])
}

function unanswered(activity: Activity, name: string): Finding {
  const place = placeOf(activity, (text) => placeholdersIn(text).includes(name))
  return found(activity, place, `{${name}} is not filled in. ${question(activity, name)}`)
}

function unwritten(activity: Activity, text: string): Finding {
  const place = placeOf(activity, (whole) => whole.includes(text))
  return found(activity, place, `${text} is not filled in. Write what belongs there.`)
}

function question(activity: Activity, name: string): string {
  const asked =
    activity.placeholders && Object.hasOwn(activity.placeholders, name) ? activity.placeholders[name] : undefined
  if (!asked) return 'Answer it in the parameters.'
  const example = asked.example === undefined ? '' : ` (for example: ${asked.example})`
  return `Answer in the parameters: ${asked.ask}${/[.?!]$/.test(asked.ask) ? '' : '?'}${example}`
}

function blanks(activity: Activity): readonly string[] {
  const texts = [activity.title, activity.handoff ?? '', ...activity.duties.map(({ does }) => does)]
  return [...new Set(texts.flatMap((text) => (mayHaveBlank(text) ? (text.match(blank) ?? []) : [])))]
}

function mayHaveBlank(text: string): boolean {
  return text.includes('[') || text.includes('<') || text.includes('____')
}

function found(activity: Activity, place: string, says: string): Finding {
  return {
    code: 'unfilled-placeholder',
    severity: 'error',
    activity: activity.id,
    at: `activities.${activity.id}${place}`,
    message: `${sayTitle(activity)}: ${says}`,
  }
}

function placeOf({ title, duties, handoff = '' }: Activity, asks: (text: string) => boolean): string {
  if (asks(title)) return '.title'
  const index = duties.findIndex((duty) => textsOf(duty).some(asks))
  if (index === -1) return asks(handoff) ? '.handoff' : ''
  const { does, timing } = duties[index]!
  if (asks(does)) return `.duties[${index}].does`
  return timing && Object.values(timing).some(asks) ? `.duties[${index}].timing` : `.duties[${index}]`
}
