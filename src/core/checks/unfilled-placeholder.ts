// A question that nobody has answered yet: "{request channel}", "[insert frequency]".
import type { Activity } from '../activity.ts'
import type { Finding } from '../finding.ts'
import type { Matrix } from '../matrix.ts'
import { sayTitle } from '../naming.ts'
import { unfilled } from '../placeholder.ts'

/** Blanks of other people's templates. */
const blank =
  /\[(?:insert|enter|add|specify|your|client|customer|company|organi[sz]ation|msp|provider|vendor|name|date|number|frequency|tb[da])\b[^\][\n]{0,60}\]|<(?:insert|enter|your|client|company|organi[sz]ation|name|date)\b[^<>\n]{0,60}>|_{4,}/gi

export function checkUnfilledPlaceholder(matrix: Matrix): readonly Finding[] {
  return matrix.activities.flatMap((activity) => [
    ...unfilled(activity, matrix.parameters).map((name) => found(activity, `{${name}}`, question(activity, name))),
    ...blanks(activity).map((text) => found(activity, text, 'Write what belongs there.')),
  ])
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

function found(activity: Activity, asked: string, advice: string): Finding {
  return {
    code: 'unfilled-placeholder',
    severity: 'error',
    activity: activity.id,
    at: `activities.${activity.id}${placeOf(activity, asked)}`,
    message: `${sayTitle(activity)}: ${asked} is not filled in. ${advice}`,
  }
}

function placeOf(activity: Activity, asked: string): string {
  const loosely = asked.replaceAll(/[{}]/g, '')
  if (activity.title.includes(loosely)) return '.title'
  const index = activity.duties.findIndex((duty) => JSON.stringify(duty).includes(loosely))
  if (index === -1) return activity.handoff?.includes(loosely) ? '.handoff' : ''
  const duty = activity.duties[index]!
  if (duty.does.includes(loosely)) return `.duties[${index}].does`
  return JSON.stringify(duty.timing ?? '').includes(loosely) ? `.duties[${index}].timing` : `.duties[${index}]`
}
