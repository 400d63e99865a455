// What changed around the rows: parties, agreement, offerings, scopes, frameworks and decisions, each in words.
import { same } from '../compare.ts'
import type { Block, Cell, Line } from '../paper/paper.ts'
import { engagementFields, entriesOf, fieldTitles } from './engagement-entries.ts'
import type { Entry } from './engagement-entries.ts'
import { added, cellFrom, isMarked, marked, replaced, struck } from './marks.ts'
import { pairUp } from './pair-up.ts'
import type { Paired } from './pair-up.ts'
import type { Sides } from './side.ts'

type Labelled = readonly [string, Cell]

export interface EngagementChanges {
  readonly blocks: readonly Block[]
  /** the same things in another order: field titles */
  readonly reordered: readonly string[]
}

export function engagementChanges(sides: Sides, titleOf: (framework: string) => string): EngagementChanges {
  const changed = engagementFields.filter((field) => !same(sides.before.matrix[field], sides.after.matrix[field]))
  const told = changed.map((field) => ({
    title: fieldTitles[field],
    rows: entryRows(entriesOf[field](sides.before, titleOf), entriesOf[field](sides.after, titleOf)),
  }))
  return {
    blocks: told
      .filter(({ rows }) => rows.length > 0)
      .map(({ title, rows }) => ({ kind: 'facts', caption: title, rows })),
    reordered: told.filter(({ rows }) => rows.length === 0).map(({ title }) => title),
  }
}

function entryRows(before: readonly Entry[], after: readonly Entry[]): readonly Labelled[] {
  const levels = Math.max(0, ...[...before, ...after].map(({ keys }) => keys.length))
  const keys = Array.from({ length: levels }, (_, level) => (entry: Entry) => entry.keys[level] ?? entry.keys[0]!)
  return pairUp(before, after, keys)
    .map(entryRow)
    .filter(([, cell]) => cell.length > 0)
}

function entryRow({ before, after }: Paired<Entry>): Labelled {
  if (before === undefined) return [after!.name, wholeEntry(after!, added)]
  if (after === undefined) return [before.name, wholeEntry(before, struck)]
  const was = new Map(before.texts)
  return [after.name, cellFrom(...after.texts.map(([label, text]) => changedText(label, was.get(label) ?? '', text)))]
}

function wholeEntry({ texts }: Entry, mark: (text: string) => Line): Cell {
  const said = texts.filter(([, text]) => text !== '')
  return cellFrom(...said.map(([label, text]) => [...labelled(label), ...mark(text)]))
}

const names = new Set(['Legal name', 'Delivered by', 'Assessed', 'Decided by', 'On', 'Edition', 'Reference'])

function changedText(label: string, was: string, is: string): Line {
  const line = names.has(label) ? replaced(was, is) : marked(was, is)
  return isMarked(line) ? [...labelled(label), ...line] : []
}

function labelled(label: string): Line {
  return label === '' ? [] : [{ text: `${label}: `, mark: 'muted' }]
}
