// The questions that the activities ask, with their answers: what a client fills in.
import type { Placeholder } from '../activity.ts'
import { asksOf, isAnswered } from '../placeholder.ts'
import type { Subject } from '../rendition/rendition.ts'
import { sayTitle } from '../views/say-duty.ts'
import { activitiesOf } from '../views/srm.ts'
import { lines, oneLine } from './cells.ts'
import { rowIds } from './row-id.ts'
import type { Sheet, SheetRow } from './workbook.ts'

interface Question {
  readonly name: string
  asked: Placeholder | undefined
  readonly activities: string[]
}

export function questionsSheet(subject: Subject): Sheet {
  return {
    name: 'Questions',
    note: 'What the activities leave to the parties to say. Write the answer in the white column; it is filled in wherever the question stands in braces, as {question}.',
    pinned: 'question',
    orientation: 'landscape',
    columns: [
      { key: 'question', title: 'Question', width: 20 },
      { key: 'ask', title: 'What is asked', width: 34 },
      { key: 'example', title: 'Example', width: 28 },
      { key: 'default', title: 'Customary', width: 18 },
      { key: 'answer', title: 'Answer', width: 42, editable: true },
      { key: 'status', title: 'Status', width: 11, tone: 'status' },
      { key: 'used', title: 'Used in', width: 8 },
      { key: 'activities', title: 'Activities', width: 42 },
    ],
    rows: questionsIn(subject).map((question) => rowOf(question, subject)),
  }
}

/** In the order in which the activities ask; answers that none of them asks for come last. */
function questionsIn(subject: Subject): readonly Question[] {
  const { matrix } = subject
  const questions = new Map<string, Question>()
  for (const activity of activitiesOf(subject)) {
    const { placeholders = {} } = activity
    for (const name of new Set([...asksOf(activity), ...Object.keys(placeholders)])) {
      const question = questions.get(name) ?? { name, asked: undefined, activities: [] }
      question.asked ??= Object.hasOwn(placeholders, name) ? placeholders[name] : undefined
      question.activities.push(oneLine(sayTitle(activity, matrix)))
      questions.set(name, question)
    }
  }
  const others = Object.keys(matrix.parameters).filter((name) => !questions.has(name))
  return [...questions.values(), ...others.map((name) => ({ name, asked: undefined, activities: [] }))]
}

function rowOf({ name, asked, activities }: Question, { matrix: { parameters } }: Subject): SheetRow {
  return {
    id: rowIds.question(name),
    cells: {
      question: lines(name),
      ask: lines(asked?.ask ?? ''),
      example: lines(asked?.example ?? ''),
      default: lines(asked?.default ?? ''),
      answer: Object.hasOwn(parameters, name) ? lines(parameters[name]!) : '',
      status: isAnswered(parameters, name) ? 'answered' : 'open',
      used: String(activities.length),
      activities: some(activities),
    },
  }
}

/** A question that most rows ask is not told by all their titles. */
function some(titles: readonly string[], most = 6): string {
  const shown = titles.length > most ? [...titles.slice(0, most - 1), `and ${titles.length - most + 1} more`] : titles
  return shown.join('\n')
}
