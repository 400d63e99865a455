// Where a row stands in each revision's Schedule A, and where in this comparison.
import { chaptersOf, numbersOf } from '../exhibit/numbered-rows.ts'
import type { ActivityId } from '../identifiers.ts'
import type { Subject } from '../rendition/rendition.ts'

export interface Places {
  readonly before: ReadonlyMap<ActivityId, string>
  readonly after: ReadonlyMap<ActivityId, string>
}

export function placesIn(before: Subject, after: Subject): Places {
  const numbers = (subject: Subject): Places['before'] => numbersOf(chaptersOf({ ...subject, framework: undefined }))
  return { before: numbers(before), after: numbers(after) }
}

/** "Schedule A, row 3.4 (row 3.5 before)" */
export function sayPlace(id: ActivityId, { before, after }: Places): string {
  const [was, is] = [before.get(id), after.get(id)]
  if (is === undefined) return `Schedule A, row ${was} of the earlier revision`
  return was === undefined || was === is ? `Schedule A, row ${is}` : `Schedule A, row ${is} (row ${was} before)`
}

/** "1.1–1.6, 2.3": numbers of one chapter that follow each other as one span; all of them in words. */
export function sayRows(ids: readonly ActivityId[], { before, after }: Places): string {
  const staying = [...after.keys()].filter((id) => before.has(id))
  const wanted = new Set(ids)
  if (staying.length > 1 && staying.every((id) => wanted.has(id))) return 'every row that stands in both revisions'
  return spansOf(ids.map((id) => after.get(id)!)).join(', ')
}

/** Of numbers such as 3.4, in their order. */
export function spansOf(numbers: readonly string[]): readonly string[] {
  const spans: { readonly first: string; readonly last: string; readonly next: string }[] = []
  for (const number of numbers) {
    const [chapter, row] = number.split('.')
    const next = `${chapter}.${Number(row) + 1}`
    const open = spans.at(-1)
    if (open?.next === number) spans[spans.length - 1] = { first: open.first, last: number, next }
    else spans.push({ first: number, last: number, next })
  }
  return spans.map(({ first, last }) => (first === last ? first : `${first}–${last}`))
}
