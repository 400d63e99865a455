// Changes that touch nobody's duties: origin, readings, questions, guidance, order. A line each, told once for the rows that share it.
import type { Activity } from '../activity.ts'
import { same } from '../compare.ts'
import type { ActivityId } from '../identifiers.ts'
import type { Cell, Line, RowGroup, Section } from '../paper/paper.ts'
import { heading } from '../views/srm.ts'
import { formChanges } from './form-change.ts'
import { leafTexts } from './leaf-texts.ts'
import { cellFrom, isMarked, marked } from './marks.ts'
import { sayRows } from './numbering.ts'
import type { Places } from './numbering.ts'
import { pairUp } from './pair-up.ts'
import type { RowChange } from './row-change.ts'
import type { Side, Sides } from './side.ts'
import { note } from './standing-section.ts'

export interface Quiet {
  readonly what: string
  /** of no row: a heading over them */
  readonly row: ActivityId | undefined
  readonly line: Line
}

/** What each field is called, in the order in which they are told. */
const fields = {
  trap: 'Notes on what goes wrong',
  notApplicable: 'Facts that would exempt',
  placeholders: 'Questions of the rows',
  withoutOffering: 'Divisions that do not hold now: without the offering',
  withoutOne: 'Divisions that do not hold now: without one of several offerings',
  variants: 'Divisions that do not hold now: variants',
  reviewed: 'Who read the wording',
  origin: 'Where the wording came from',
} as const satisfies Partial<Record<keyof Activity, string>>

export function quietLines(change: RowChange, sides: Sides): readonly Quiet[] {
  const { before, after } = change
  const row = after.id
  const told = Object.entries(fields).flatMap(([field, what]) => {
    const [was, is] = [before, after].map((activity) => activity[field as keyof typeof fields])
    return fieldLines([was, is], sides).map((line) => ({ what, row, line }))
  })
  const topics = marked(heading(before.topic, sides.before.matrix), heading(after.topic, sides.after.matrix))
  const moved =
    before.topic === after.topic ? [] : [{ what: 'Heading over the row', row, line: named(topics, before, after) }]
  const form = formChanges(before, after)
  const said =
    form.length === 0 ? [] : [{ what: 'Form', row, line: [{ text: `${form.join(', ')}. It says the same.` }] }]
  return [...moved, ...told, ...said]
}

/** Two topics may bear one heading. */
function named(line: Line, before: Activity, after: Activity): Line {
  return isMarked(line) ? line : marked(before.topic, after.topic)
}

function fieldLines([was, is]: readonly unknown[], { before, after }: Sides): readonly Line[] {
  if (same(was, is)) return []
  const [old, now] = [leafTexts(was, before), leafTexts(is, after)]
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((label) => {
    const line = marked(old.get(label) ?? '', now.get(label) ?? '')
    return isMarked(line) ? [[...(label === '' ? [] : [{ text: `${label}: ` }]), ...line]] : []
  })
}

export interface QuietText {
  readonly quiet: readonly Quiet[]
  readonly order: readonly string[]
  readonly places: Places
}

export function quietSection(number: string, { quiet, order, places }: QuietText): Section {
  const groups = [...Map.groupBy(quiet, ({ what }) => what)].map(([title, lines]): RowGroup => ({
    title,
    rows: rowsOf(lines, places),
  }))
  return {
    number,
    heading: 'Order, and what has no effect on anybody’s duties',
    level: 1,
    blocks: [
      ...order.map(note),
      ...(groups.length === 0
        ? []
        : [
            {
              kind: 'table' as const,
              caption: 'Changes without effect on duties',
              columns: [
                { title: 'Change', weight: 8 },
                { title: 'Rows of Schedule A', weight: 4 },
              ],
              groups,
            },
          ]),
    ],
  }
}

/** One change that many rows share is told once. */
function rowsOf(lines: readonly Quiet[], places: Places): readonly (readonly Cell[])[] {
  return [...Map.groupBy(lines, ({ line }) => JSON.stringify(line)).values()].map((group) => {
    const [{ line }] = group as [Quiet]
    const rows = group.flatMap(({ row }) => row ?? [])
    return [cellFrom(line), cellFrom([{ text: sayRows(rows, places) }])]
  })
}

/** The headings over the rows. */
export function headingLines({ before, after }: Sides): readonly Quiet[] {
  const [was, is] = [before.matrix.topics ?? [], after.matrix.topics ?? []]
  return pairUp(was, is, [({ id }) => id]).flatMap((pair) => {
    const line = marked(pair.before?.title ?? '', pair.after?.title ?? '')
    return isMarked(line) ? [{ what: 'Headings', row: undefined, line }] : []
  })
}

/** The rows in another order, and the lists around them. */
export function orderLines({ before, after }: Sides, reordered: readonly string[]): readonly string[] {
  const stays = (one: Side, other: Side): readonly string[] => {
    const ids = new Set(other.matrix.activities.map(({ id }) => id))
    return one.matrix.activities.map(({ id }) => id).filter((id) => ids.has(id))
  }
  const topicIds = ({ matrix }: Side): readonly string[] => (matrix.topics ?? []).map(({ id }) => id)
  const headings = !same(topicIds(before), topicIds(after))
  return [
    ...(headings ? ['The headings stand in another order, or under other short names.'] : []),
    ...(same(stays(before, after), stays(after, before)) ? [] : ['The rows stand in another order.']),
    ...reordered.map((title) => `${title}: the same, in another order or form.`),
  ]
}
