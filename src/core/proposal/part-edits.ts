// What the parties' cells of one activity propose: each line held against the duty that it was.
import type { Activity } from '../activity.ts'
import { same } from '../compare.ts'
import type { Duty } from '../duty.ts'
import type { PartyId } from '../identifiers.ts'
import { sayDuty } from '../views/say-duty.ts'
import { nearestAnswers } from './answers.ts'
import { linesIn, plain } from './cell-text.ts'
import type { ChangedRow, Reading } from './changed-cells.ts'
import { issue } from './edit.ts'
import type { DutyField, Edit } from './edit.ts'
import { matchLines } from './match-lines.ts'
import { parseChangedLine, parseNewLine, unreadTime } from './parse-line.ts'
import type { LineDuty } from './parse-line.ts'
import { timingsExplained } from './parse-timing.ts'

const mostLines = 200
const partKey = 'party:'

/** A line as it stands in a party's cell now. */
interface Line {
  readonly party: PartyId
  readonly at: string
  readonly text: string
}

/** A duty as it stood in its party's cell. */
interface Shown {
  readonly index: number
  readonly duty: Duty
  readonly text: string
}

interface Task {
  readonly changed: ChangedRow
  readonly activity: Activity
  readonly reading: Reading
  /** parties whose cell cannot be read: their duties stay as they are */
  readonly unread: ReadonlySet<PartyId>
}

interface Fault {
  readonly party: PartyId
  readonly at: string
  readonly message: string
}

/** A cell with a line that cannot be read is left out whole. */
export function partEdits(changed: ChangedRow, activity: Activity, reading: Reading): readonly Edit[] {
  if (!changed.cells.some(({ column }) => column.key.startsWith(partKey))) return []
  const unread = new Set([...changed.unread].map((key) => key.slice(partKey.length)))
  const issues: Edit[] = []
  for (;;) {
    const { faults, edits } = attempt({ changed, activity, reading, unread })
    if (faults.length === 0) return [...issues, ...edits]
    for (const { party, at, message } of faults) {
      unread.add(party)
      issues.push(issue(at, message))
    }
  }
}

function attempt(task: Task): { readonly faults: readonly Fault[]; readonly edits: readonly Edit[] } {
  const cells = cellsOf(task)
  const tooMany = cells.filter(({ lines }) => lines.length > mostLines)
  if (tooMany.length > 0)
    return {
      faults: tooMany.map((cell) => ({
        ...cell,
        message: `it has more than ${mostLines} lines; make several activities of it`,
      })),
      edits: [],
    }
  const after = cells.flatMap(({ party, at, lines }): Line[] => lines.map((text) => ({ party, at, text })))
  const before = shownDuties(task, new Set(cells.map(({ party }) => party)), after)
  const places = matchLines(
    before.map(({ duty, text }) => ({ group: duty.party, text })),
    after.map(({ party, text }) => ({ group: party, text })),
  )
  const matched = new Set(places.values())
  const results = [
    ...before.map((shown, index) => {
      const place = places.get(index)
      return place === undefined ? lostLine(shown, cells, task) : keptLine(shown, after[place]!, task)
    }),
    ...after.filter((_, index) => !matched.has(index)).map((line) => newLine(line, task)),
  ]
  return {
    faults: results.flatMap((result) => ('message' in result ? [result] : [])),
    edits: results.flatMap((result) => ('message' in result ? [] : result)),
  }
}

interface PartCell {
  readonly party: PartyId
  readonly at: string
  readonly lines: readonly string[]
}

function cellsOf({ changed: { base, row }, unread }: Task): readonly PartCell[] {
  return Object.keys(base.cells)
    .filter((key) => key.startsWith(partKey))
    .flatMap((key) => {
      const party = key.slice(partKey.length)
      const cell = row.cell(key)
      return cell === undefined || unread.has(party) ? [] : [{ party, at: cell.at, lines: linesIn(cell.text) }]
    })
}

/** With the answers that came back, where a line says it so. */
function shownDuties(
  { activity, reading: { answers } }: Task,
  parties: ReadonlySet<PartyId>,
  lines: readonly Line[],
): readonly Shown[] {
  const now = new Set(lines.map(({ text }) => text))
  return activity.duties
    .map((duty, index): Shown => {
      const texts = answers.map((parameters) => plain(sayDuty(duty, { parameters })))
      return { index, duty, text: texts.find((text) => now.has(text)) ?? texts[0]! }
    })
    .filter(({ duty }) => parties.has(duty.party))
}

/** Not gone for certain while a cell that it may have been moved to cannot be read. */
function lostLine(
  { index, duty, text }: Shown,
  cells: readonly PartCell[],
  { activity, unread }: Task,
): readonly Edit[] {
  const at = cells.find(({ party }) => party === duty.party)!.at
  if (unread.size === 0) return [{ kind: 'duty removed', at, activity: activity.id, index }]
  return [
    issue(
      at,
      `"${text}" is gone from here, but another party's cell in this row cannot be read; the duty was kept. Mend that cell first`,
    ),
  ]
}

function keptLine({ index, duty, text }: Shown, line: Line, { activity, reading }: Task): readonly Edit[] | Fault {
  const edit = (field: DutyField, value: unknown): Edit => ({
    kind: 'duty',
    at: line.at,
    activity: activity.id,
    index,
    field,
    value,
  })
  const moved = line.party === duty.party ? [] : [edit('party', line.party)]
  if (line.text === text) return moved
  const answers = nearestAnswers(reading.answers, (parameters) => sayDuty(duty, { parameters }), line.text)
  const read = parseChangedLine(line.text, duty, answers)
  if (typeof read === 'string') return { party: line.party, at: line.at, message: read }
  const fields = ['does', 'kind', 'timing', 'source'] as const
  return [
    ...moved,
    ...(read.timing === undefined ? timeNotRead(line, text) : []),
    ...fields.filter((field) => !same(read[field], duty[field])).map((field) => edit(field, read[field])),
  ]
}

function newLine({ party, at, text }: Line, { activity, unread }: Task): readonly Edit[] {
  if (unread.size > 0) {
    const message = `"${text}" is new here, but another party's cell in this row cannot be read, and it may have come from there; the duty was not added. Mend that cell first`
    return [issue(at, message)]
  }
  const duty = newDuty(party, parseNewLine(text))
  return [{ kind: 'duty added', at, activity: activity.id, duty }, ...timeNotRead({ at, text })]
}

/** A note where words at the end of a line look like a time and are none; @param before what the line said */
export function timeNotRead({ at, text }: Pick<Line, 'at' | 'text'>, before = ''): readonly Edit[] {
  const time = unreadTime(text)
  if (time === undefined || unreadTime(before) === time) return []
  return [{ kind: 'note', message: `${at}: "(${time})" was read as words of the duty; ${timingsExplained}.` }]
}

/** Without evidence: nobody has named any. */
export function newDuty(party: PartyId, { does, kind, timing, source }: LineDuty): Duty {
  return { party, ...(kind && { kind }), does, ...(timing && { timing }), ...(source !== undefined && { source }) }
}
