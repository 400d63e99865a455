// Placeholders in braces are questions; the engagement's parameters are their answers.
import type { Activity } from './activity.ts'
import type { Duty } from './duty.ts'
import type { Matrix } from './matrix.ts'
import { remembered, rememberedText } from './remembered.ts'

const none: readonly string[] = []
const braces = /\{([^{}]+)\}/g

export function placeholdersIn(text: string): readonly string[] {
  return asks(text) ? namesIn(text) : none
}

function asks(text: string): boolean {
  return text.includes('{')
}

const namesIn = rememberedText((text): readonly string[] => [
  ...new Set([...text.matchAll(braces)].map((match) => nameIn(match[1]!))),
])

/** Line breaks and runs of blanks in a name are one blank. */
function nameIn(inside: string): string {
  return inside.trim().replaceAll(/\s+/g, ' ')
}

/** Every text of a duty that a party must be able to act on. */
export function textsOf({ does, role, timing, evidence }: Duty): readonly string[] {
  const texts = [does]
  if (role !== undefined) texts.push(role)
  if (timing !== undefined) texts.push(...Object.values(timing))
  for (const { what, from, keptAt } of evidence ?? []) texts.push(what, from ?? '', keptAt ?? '')
  return texts
}

/** The questions of an activity, each once. */
export const asksOf = remembered(asksIn)

export function asksIn({ title, handoff = '', duties }: Activity): readonly string[] {
  const texts = [title, handoff].filter(asks)
  for (const duty of duties) for (const text of textsOf(duty)) if (asks(text)) texts.push(text)
  return texts.length === 0 ? none : [...new Set(texts.flatMap(placeholdersIn))]
}

export function unfilled(activity: Activity, parameters: Matrix['parameters']): readonly string[] {
  return asksOf(activity).filter((name) => !isAnswered(parameters, name))
}

const noAnswer =
  /^(tb[acd]|to be (determined|defined|confirmed|agreed|decided)|unknown|pending|x{2,}|_+|\[.*\]|<.*>|\{.*|[^\p{L}\p{N}]*)$/iu

export function isAnswered(parameters: Matrix['parameters'], name: string): boolean {
  if (!Object.hasOwn(parameters, name)) return false
  const answer = parameters[name]!.trim()
  return !noAnswer.test(answer) && placeholdersIn(answer).length === 0
}

/** The text with every answered placeholder replaced; an unanswered one keeps its braces. */
export function fill(text: string, parameters: Matrix['parameters']): string {
  if (!text.includes('{')) return text
  return text.replaceAll(braces, (whole, inside: string) => {
    const name = nameIn(inside)
    return isAnswered(parameters, name) ? parameters[name]! : whole
  })
}
