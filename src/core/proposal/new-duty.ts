// Rows without an id on the sheet "Duties by party": each is a duty that somebody proposes to add to an activity.
import type { Activity } from '../activity.ts'
import { brief } from '../brief.ts'
import type { Duty } from '../duty.ts'
import type { PartyId } from '../identifiers.ts'
import type { Matrix } from '../matrix.ts'
import { fill } from '../placeholder.ts'
import type { Subject } from '../rendition/rendition.ts'
import { suggest } from '../schema-issues.ts'
import type { Timing } from '../timing.ts'
import { sayTitle } from '../views/say-duty.ts'
import { citationCell, offeringTitle } from '../workbook/cells.ts'
import { frameworkTitlesOf } from '../workbook/framework-names.ts'
import { partyLabel } from '../workbook/party-label.ts'
import { linesIn, plain } from './cell-text.ts'
import { issue } from './edit.ts'
import type { Edit } from './edit.ts'
import { newItem } from './evidence-lines.ts'
import type { Frame } from './frame.ts'
import type { FramedRow } from './framed-row.ts'
import { parseTiming, timingsExplained } from './parse-timing.ts'
import { noSuchParty, partyNamed } from './party-named.ts'

/** @param activities those of the matrix and those that the same workbook adds */
export function newDuties({ fresh, sheet }: Frame, subject: Subject, activities: readonly Activity[]): readonly Edit[] {
  return fresh.flatMap((row) => {
    const faults = sheet.columns.flatMap(({ key }) => {
      const cell = row.cell(key)
      return cell?.fault === undefined ? [] : [issue(cell.at, cell.fault)]
    })
    return faults.length > 0 ? faults : dutyIn(row, subject, activities)
  })
}

/** What the cells of a row say; undefined or several where they do not say one thing. */
interface Said {
  readonly text: (key: string) => string
  readonly at: (key: string) => string
  readonly party: PartyId | undefined
  readonly named: readonly Activity[]
  readonly kind: string
  readonly timing: Timing | undefined
  readonly offering: Pick<Duty, 'offering'> | { readonly fault: string }
}

function saidIn(row: FramedRow, subject: Subject, activities: readonly Activity[]): Said {
  const text = (key: string): string => row.cell(key)?.text ?? ''
  const party = partyNamed(text('party'), subject.matrix)
  return {
    text,
    at: (key) => row.cell(key)?.at ?? `row ${row.number}`,
    party,
    named: activitiesNamed(text('activity'), subject.matrix, activities),
    kind: text('kind').toLowerCase(),
    timing: text('when') === '' ? undefined : parseTiming(text('when')),
    offering: party === undefined ? {} : offeringNamed(text('offering'), party, subject),
  }
}

function wrongIn(
  { text, at, party, named, kind, timing, offering }: Said,
  matrix: Matrix,
  activities: readonly Activity[],
): readonly Edit[] {
  return [
    ...(party === undefined ? [issue(at('party'), noSuchParty(text('party'), matrix))] : []),
    ...(named.length === 1 ? [] : [issue(at('activity'), noSuchActivity(text('activity'), named.length, activities))]),
    ...(text('does') === '' ? [issue(at('does'), 'a new duty needs words')] : []),
    ...(['', 'does', 'pays'].includes(kind) ? [] : [issue(at('kind'), 'write "does" or "pays"')]),
    ...(timing === undefined && text('when') !== ''
      ? [issue(at('when'), `"${brief(text('when'))}" is not a time that can be read; ${timingsExplained}`)]
      : []),
    ...('fault' in offering ? [issue(at('offering'), offering.fault)] : []),
  ]
}

function dutyIn(row: FramedRow, subject: Subject, activities: readonly Activity[]): readonly Edit[] {
  const said = saidIn(row, subject, activities)
  const wrong = wrongIn(said, subject.matrix, activities)
  if (wrong.length > 0) return wrong
  const { text, at, party, named, kind, timing, offering } = said
  const optional = (['source', 'role', 'interviewee'] as const).filter((key) => text(key) !== '')
  const evidence = linesIn(text('evidence')).map(newItem)
  const duty: Duty = {
    party: party!,
    ...('fault' in offering ? {} : offering),
    ...(kind === 'pays' && { kind: 'pays' }),
    does: text('does'),
    ...(timing && { timing }),
    ...Object.fromEntries(optional.map((key) => [key, text(key)])),
    ...(evidence.length > 0 && { evidence }),
  }
  return [{ kind: 'duty added', at: at('does'), activity: named[0]!.id, duty }, ...leftOut(row, named[0]!, subject)]
}

/** Of a row that is taken, the cells that say what nobody writes here. */
function leftOut(row: FramedRow, activity: Activity, subject: Subject): readonly Edit[] {
  const citations = plain(citationCell(activity, frameworkTitlesOf(subject)))
  return Object.entries(derived).flatMap(([key, advice]) => {
    const cell = row.cell(key)
    if (cell === undefined || cell.text === '' || (key === 'citations' && plain(cell.text) === citations)) return []
    return [issue(cell.at, `this cell is derived, also in a new row; ${advice}`)]
  })
}

const derived = {
  kept: 'say in the matrix where the evidence is kept',
  basis: 'say in the matrix what the duty rests on',
  citations: 'citations belong to the activity, on the sheet "Activities"',
}

/** By its id or its title, of those that the party delivers. */
function offeringNamed(text: string, party: PartyId, { matrix, context }: Subject): Said['offering'] {
  if (text === '') return {}
  const wanted = plain(text).toLowerCase()
  const sold = matrix.offerings.filter(({ by }) => by === party).map(({ id }) => id)
  const offering = sold.find((id) => id === wanted || plain(offeringTitle(id, context)).toLowerCase() === wanted)
  if (offering !== undefined) return { offering }
  const titles = sold.map((id) => offeringTitle(id, context))
  return { fault: `"${brief(text)}" is no offering of ${partyLabel(matrix, party)} here; ${suggest(text, titles)}` }
}

/** By id; by title with its scopes, as the sheet says it; by the bare title. */
function activitiesNamed(text: string, matrix: Matrix, activities: readonly Activity[]): readonly Activity[] {
  const wanted = plain(text).toLowerCase()
  const named = (nameOf: (activity: Activity) => string): readonly Activity[] =>
    activities.filter((activity) => plain(nameOf(activity)).toLowerCase() === wanted)
  return (
    [
      ({ id }: Activity) => id,
      (it: Activity) => sayTitle(it, matrix),
      (it: Activity) => fill(it.title, matrix.parameters),
    ]
      .map(named)
      .find((found) => found.length > 0) ?? []
  )
}

function noSuchActivity(text: string, count: number, activities: readonly Activity[]): string {
  if (text === '') return 'a new duty needs its activity: write the title or the id'
  if (count > 1)
    return `"${brief(text)}" is the title of ${count} activities; write the id: ${activities
      .filter(({ title }) => plain(title) === plain(text))
      .map(({ id }) => id)
      .join(', ')}`
  return `there is no activity "${brief(text)}"; ${suggest(
    text,
    activities.map(({ title }) => title),
  )}`
}
