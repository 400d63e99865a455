// Rows without an id on the sheet "Activities": each is an activity that somebody proposes to add.
import type { Activity } from '../activity.ts'
import { unassigned } from '../duty.ts'
import type { Duty } from '../duty.ts'
import type { ActivityId, ScopeId } from '../identifiers.ts'
import type { Matrix } from '../matrix.ts'
import { suggest } from '../schema-issues.ts'
import { heading } from '../views/srm.ts'
import { linesIn, plain } from './cell-text.ts'
import type { Reading } from './changed-cells.ts'
import { issue } from './edit.ts'
import type { Edit } from './edit.ts'
import type { Frame } from './frame.ts'
import type { FramedRow } from './framed-row.ts'
import { parseCitations } from './parse-citations.ts'
import { parseNewLine } from './parse-line.ts'
import { newDuty, timeNotRead } from './part-edits.ts'
import { noSuchParty, partyNamed } from './party-named.ts'

export function newActivities({ sheet, fresh }: Frame, { subject }: Reading): readonly Edit[] {
  const taken = new Set(subject.matrix.activities.map(({ id }) => id))
  const parties = sheet.columns.flatMap(({ key }) => (key.startsWith('party:') ? [key.slice('party:'.length)] : []))
  return fresh.flatMap((row) => {
    const faults = faultsOf(row, parties)
    if (faults.length > 0) return faults
    const id = freeId(textOf(row, 'title'), taken)
    const read = activityIn(row, { id, parties, subject })
    if (!read.every((edit) => edit.kind === 'activity added')) return read
    taken.add(id)
    return [...read, ...leftOut(row), ...timesNotRead(row, parties)]
  })
}

function textOf(row: FramedRow, key: string): string {
  return row.cell(key)?.text ?? ''
}

function atOf(row: FramedRow, key: string, otherwise = 'title'): string {
  return row.cell(key)?.at ?? row.cell(otherwise)?.at ?? `row ${row.number}`
}

/** Cells that hold no text of their own, and the two things that no activity is without. */
function faultsOf(row: FramedRow, parties: readonly string[]): readonly Edit[] {
  const keys = [
    'topic',
    'title',
    'handoff',
    'accountable',
    'scopes',
    'citations',
    ...parties.map((party) => `party:${party}`),
  ]
  const faults = keys.flatMap((key) => {
    const cell = row.cell(key)
    return cell?.fault === undefined ? [] : [issue(cell.at, cell.fault)]
  })
  if (faults.length > 0) return faults
  const missing = (key: string, what: string): Edit =>
    issue(
      atOf(row, key),
      `a new activity needs ${what}; this row has no id in the hidden first column, so it was read as one`,
    )
  if (textOf(row, 'title') === '') return [missing('title', 'a title')]
  if (textOf(row, 'topic') === '') return [missing('topic', 'a topic')]
  const part = parties.some((party) => textOf(row, `party:${party}`) !== '')
  return part ? [] : [missing(`party:${parties[0] ?? ''}`, 'the part of at least one party')]
}

interface Making {
  readonly id: ActivityId
  readonly parties: readonly string[]
  readonly subject: Reading['subject']
}

function activityIn(row: FramedRow, { id, parties, subject }: Making): readonly Edit[] {
  const { matrix } = subject
  const covers = parseCitations(textOf(row, 'citations'), subject)
  const accountable = accountableIn(textOf(row, 'accountable'), matrix)
  const scopes = scopesIn(textOf(row, 'scopes'), matrix)
  const wrong = [
    ...(typeof covers === 'string' ? [issue(atOf(row, 'citations'), covers)] : []),
    ...('fault' in accountable ? [issue(atOf(row, 'accountable'), accountable.fault)] : []),
    ...('fault' in scopes ? [issue(atOf(row, 'scopes'), scopes.fault)] : []),
  ]
  if (typeof covers === 'string' || 'fault' in accountable || 'fault' in scopes) return wrong
  const handoff = textOf(row, 'handoff')
  const activity: Activity = {
    id,
    title: textOf(row, 'title'),
    topic: topicNamed(textOf(row, 'topic'), matrix),
    covers,
    ...accountable,
    duties: parties.flatMap((party): Duty[] =>
      linesIn(textOf(row, `party:${party}`)).map((line) => newDuty(party, parseNewLine(line))),
    ),
    ...(handoff !== '' && { handoff }),
    ...scopes,
  }
  return [{ kind: 'activity added', at: atOf(row, 'title'), activity }]
}

function timesNotRead(row: FramedRow, parties: readonly string[]): readonly Edit[] {
  return parties.flatMap((party) => {
    const { at = '', text = '' } = row.cell(`party:${party}`) ?? {}
    return linesIn(text).flatMap((line) => timeNotRead({ at, text: line }))
  })
}

const derived = ['status', 'exempt']

/** Of a row that is taken, the cells that say what nobody writes here. */
function leftOut(row: FramedRow): readonly Edit[] {
  return derived.flatMap((key) => {
    const cell = row.cell(key)
    return cell === undefined || cell.text === ''
      ? []
      : [issue(cell.at, 'this cell is derived, also in a new row; what stands in it was not taken')]
  })
}

interface Faulty {
  readonly fault: string
}

function accountableIn(text: string, matrix: Matrix): Pick<Activity, 'accountable'> | Faulty {
  if (text === '') return {}
  const party = partyNamed(text, matrix)
  if (party === undefined) return { fault: noSuchParty(text, matrix) }
  return party === unassigned ? {} : { accountable: party }
}

function scopesIn(text: string, matrix: Matrix): { readonly scopes?: readonly ScopeId[] } | Faulty {
  const scopes: ScopeId[] = []
  for (const line of linesIn(text)) {
    const scope = matrix.scopes.find(({ id, title }) => id === line || plain(title) === line)
    if (scope === undefined)
      return {
        fault: `there is no scope "${line}"; ${suggest(
          line,
          matrix.scopes.map(({ title }) => title),
        )}`,
      }
    scopes.push(scope.id)
  }
  return scopes.length === 0 ? {} : { scopes }
}

/** The topic whose heading it is; else a topic of its own. */
function topicNamed(text: string, matrix: Matrix): string {
  const wanted = plain(text).toLowerCase()
  const known = [...(matrix.topics ?? []).map(({ id }) => id), ...matrix.activities.map(({ topic }) => topic)]
  return known.find((topic) => plain(heading(topic, matrix)).toLowerCase() === wanted || topic === wanted) ?? text
}

const longestId = 60

function freeId(title: string, taken: ReadonlySet<ActivityId>): ActivityId {
  const slug = title
    .normalize('NFKD')
    .replaceAll(/['’\p{M}]/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, longestId)
    .replaceAll(/^-+|-+$/g, '')
  const wanted = slug === '' ? 'activity' : slug
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? wanted : `${wanted}-${number}`
    if (!taken.has(id)) return id
  }
}
