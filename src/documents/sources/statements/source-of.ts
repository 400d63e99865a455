// What every reader of statements hands over: the document's own facts, and its complaints in a number that can be read.
import type { SourceDocument } from '../../../core/claims/source-document.ts'
import type { Issue } from '../../../core/issue.ts'
import { CalendarDate } from '../../../core/text.ts'

/** So that a file of nothing but faults cannot fill the memory with complaints. */
const most = 5000

type Facts = Pick<SourceDocument, 'format' | 'statements' | 'title' | 'version' | 'date'>

export function sourceOf(facts: Facts, issues: readonly Issue[]): SourceDocument {
  return {
    ...facts,
    tables: [],
    prose: 0,
    pictures: 0,
    issues: shortened(facts.statements.length === 0 ? [...issues, nothing] : issues),
  }
}

const nothing: Issue = { at: 'the document', message: 'it says nothing about any requirement' }

function shortened(all: readonly Issue[]): readonly Issue[] {
  const issues = [...new Map(all.map((issue) => [`${issue.at}\n${issue.message}`, issue])).values()]
  if (issues.length <= most) return issues
  const left = issues.length - most
  return [...issues.slice(0, most), { at: 'the document', message: `and ${left} more of such faults` }]
}

/** Fields for what is there. */
export function given<Key extends string>(key: Key, text: string | undefined): Readonly<Partial<Record<Key, string>>> {
  return (text === undefined || text === '' ? {} : { [key]: text }) as Readonly<Partial<Record<Key, string>>>
}

/** Of a time or a day as OSCAL and others write them; anything else is no date. */
export function dayOf(text: string): string | undefined {
  const day = /^(\d{4}-\d{2}-\d{2})(?:$|[T ])/.exec(text)?.[1]
  return day !== undefined && CalendarDate.safeParse(day).success ? day : undefined
}
