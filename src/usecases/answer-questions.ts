// The answers to what the activities ask: the parameters of an engagement, listed with where each is used, and set many at once.
import { questions } from '../core/asked-questions.ts'
import type { AskedQuestion } from '../core/asked-questions.ts'
import { changedHead } from '../core/draft/head-change.ts'
import { headOf } from '../core/draft/draft-edit.ts'
import type { Matrix } from '../core/matrix.ts'
import { Overtaken, Refusal } from '../core/refusal.ts'
import type { EngagementId } from '../core/record-id.ts'
import { suggest } from '../core/schema-issues.ts'
import type { UseCase } from './context.ts'
import { editDraft } from './edit-draft.ts'
import type { DraftAsked, Edited } from './edit-draft.ts'
import { openEngagement } from './open-engagement.ts'

export async function listQuestions(ctx: UseCase, id: EngagementId): Promise<readonly AskedQuestion[]> {
  const { held } = await openEngagement(ctx, id)
  return questions(held.matrix)
}

export interface ParameterAnswer {
  readonly name: string
  /** null takes the answer away */
  readonly answer: string | null
  /** what the editor saw there; null: nothing */
  readonly seen: string | null
}

/** Two who answer different questions do not stand in each other’s way. */
export function answerQuestions(ctx: UseCase, asked: DraftAsked, answers: readonly ParameterAnswer[]): Promise<Edited> {
  return editDraft(ctx, asked, ({ matrix }) => {
    refuseUnasked(matrix, answers)
    refuseStale(matrix, answers)
    const parameters: Record<string, string> = { ...matrix.parameters }
    for (const { name, answer } of answers) {
      if (answer === null) delete parameters[name]
      else parameters[name] = answer
    }
    const changed = changedHead(headOf(matrix), { parameters })
    if (changed === undefined) throw new Refusal('invalid', 'there is nothing to change: these are the answers already')
    const only = (from: Matrix['parameters']) =>
      Object.fromEntries(answers.map(({ name }) => [name, valueOf(from, name)]))
    return {
      head: {
        head: changed.head,
        kind: 'parameters.answered',
        before: only(matrix.parameters),
        after: only(parameters),
      },
    }
  })
}

function refuseUnasked(matrix: Matrix, answers: readonly ParameterAnswer[]): void {
  const names = questions(matrix).map(({ name }) => name)
  const issues = answers.flatMap(({ name, answer }, index) => {
    const at = `answers[${index}].name`
    if (answers.findIndex((other) => other.name === name) < index)
      return [{ at, message: `"${name}" is answered twice; send one answer` }]
    return answer === null || names.includes(name)
      ? []
      : [{ at, message: `no activity asks for "${name}"; ${suggest(name, names)}` }]
  })
  if (issues.length > 0) throw new Refusal('invalid', 'these are not answers to what the activities ask', issues)
}

function refuseStale({ parameters }: Matrix, answers: readonly ParameterAnswer[]): void {
  const stale = answers.filter(({ name, seen }) => valueOf(parameters, name) !== seen)
  if (stale.length === 0) return
  throw new Overtaken(
    `somebody answered ${stale.map(({ name }) => `"${name}"`).join(', ')} meanwhile; look at what stands there now, then send the answers again`,
    stale.map(({ name }) => ({ name, answer: valueOf(parameters, name) })),
  )
}

function valueOf(parameters: Matrix['parameters'], name: string): string | null {
  return Object.hasOwn(parameters, name) ? parameters[name]! : null
}
