// An answer that was typed over where it stood: the row keeps its own words then, and the question is not asked there any more.
import { sayList } from '../naming.ts'
import { isAnswered, placeholdersIn } from '../placeholder.ts'
import type { Sheet } from '../workbook/workbook.ts'
import { workbookOf } from '../workbook/workbook-of.ts'
import { changedRows } from './changed-cells.ts'
import type { Reading } from './changed-cells.ts'
import { plain } from './cell-text.ts'
import type { Edit } from './edit.ts'
import type { Frame } from './frame.ts'

/** A note for each question, with the cells; where it is answered on the sheet "Questions", the answer changes everywhere. */
export function answersTypedOver(frames: readonly Frame[], reading: Reading): readonly Edit[] {
  const changed = frames.flatMap((frame) =>
    changedRows(frame, reading).flatMap(({ base, cells }) => cells.map((cell) => ({ ...cell, base, frame }))),
  )
  if (changed.length === 0) return []
  const { matrix } = reading.subject
  const asked = workbookOf({ ...reading.subject, matrix: { ...matrix, parameters: {} } }).sheets
  const places = changed.flatMap(({ at, text, column, base, frame }) =>
    namesTypedOver(askedIn(asked, frame.sheet, [base.id, column.key]), text, reading).map((name) => ({ name, at })),
  )
  return [...Map.groupBy(places, ({ name }) => name)].map(([name, cells]): Edit => {
    const where = sayList([...new Set(cells.map(({ at }) => at))])
    return {
      kind: 'note',
      message: `${where}: the answer to the question "${name}" was typed over, so these words are the row's own now. To change the answer wherever it stands, change it on the sheet "Questions".`,
    }
  })
}

/** The text of a cell with its questions in braces, answered or not. */
function askedIn(sheets: readonly Sheet[], { name }: Sheet, [id, key]: readonly [string, string]): string {
  const row = sheets.find((sheet) => sheet.name === name)?.rows.find((known) => known.id === id)
  return row?.cells[key] ?? ''
}

/** Where nothing else of the text was changed. */
function namesTypedOver(asked: string, text: string, { answers }: Reading): readonly string[] {
  const names = placeholdersIn(asked).filter((name) => isAnswered(answers[0], name))
  if (names.length === 0) return []
  const pieces = plain(asked).split(/\{([^{}]+)\}/)
  const literals: string[] = [pieces[0]!]
  const gaps: string[] = []
  for (let at = 1; at < pieces.length; at += 2) {
    const name = pieces[at]!.trim()
    if (names.includes(name)) {
      gaps.push(name)
      literals.push(pieces[at + 1]!)
    } else literals.push(`${literals.pop()!}{${pieces[at]!}}${pieces[at + 1]!}`)
  }
  const found = between(literals, plain(text))
  return gaps.filter((name, index) => {
    const said = found?.[index]
    return said !== undefined && answers.every((known) => !said.includes(plain(known[name] ?? '')))
  })
}

/** What stands between the pieces of a text, where they stand in it one behind the other and nothing else does. */
function between(literals: readonly string[], text: string): readonly string[] | undefined {
  const [first = '', ...rest] = literals
  const last = rest.at(-1) ?? ''
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) return undefined
  const found: string[] = []
  let from = first.length
  for (const [index, literal] of rest.entries()) {
    const at = index === rest.length - 1 ? text.length - literal.length : text.indexOf(literal, from + 1)
    if (at <= from) return undefined
    found.push(text.slice(from, at))
    from = at + literal.length
  }
  return found
}
