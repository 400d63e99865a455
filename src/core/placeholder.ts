// Placeholders in braces are questions; the engagement's parameters are their answers.
import type { Activity } from './activity.ts'
import type { Matrix } from './matrix.ts'
import { remembered } from './remembered.ts'

const braces = /\{([^{}]+)\}/g

export function placeholdersIn(text: string): readonly string[] {
  if (!text.includes('{')) return []
  return [...new Set([...text.matchAll(braces)].map((match) => nameIn(match[1]!)))]
}

/** Line breaks and runs of blanks in a name are one blank. */
function nameIn(inside: string): string {
  return inside.trim().replaceAll(/\s+/g, ' ')
}

/** Every text of an activity that a party must be able to act on. */
export function textsOf(activity: Activity): readonly string[] {
  const texts = [activity.title, activity.handoff ?? '']
  for (const duty of activity.duties) {
    texts.push(duty.does, duty.role ?? '', ...Object.values(duty.timing ?? {}))
    for (const evidence of duty.evidence ?? []) texts.push(evidence.what, evidence.from ?? '', evidence.keptAt ?? '')
  }
  return texts
}

/** The questions of an activity, each once. */
export const asksOf = remembered((activity: Activity): readonly string[] => [
  ...new Set(textsOf(activity).flatMap(placeholdersIn)),
])

export function unfilled(activity: Activity, parameters: Matrix['parameters']): readonly string[] {
  return asksOf(activity).filter((name) => !isAnswered(parameters, name))
}

export function isAnswered(parameters: Matrix['parameters'], name: string): boolean {
  return (
    Object.hasOwn(parameters, name) && parameters[name]!.trim() !== '' && placeholdersIn(parameters[name]!).length === 0
  )
}

/** The text with every answered placeholder replaced; an unanswered one keeps its braces. */
export function fill(text: string, parameters: Matrix['parameters']): string {
  if (!text.includes('{')) return text
  return text.replaceAll(braces, (whole, inside: string) => {
    const name = nameIn(inside)
    return isAnswered(parameters, name) ? parameters[name]! : whole
  })
}
