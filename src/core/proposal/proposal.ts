// An edited workbook, read back as proposed changes to the matrix that it was made from.
import { compare } from '../compare.ts'
import type { Change } from '../compare.ts'
import type { Issue } from '../issue.ts'
import { readDocument } from '../matrix-document.ts'
import type { Read } from '../matrix-document.ts'
import type { Matrix } from '../matrix.ts'
import type { Subject } from '../rendition/rendition.ts'
import { coverName, workbookOf } from '../workbook/workbook-of.ts'
import type { Sheet, Workbook } from '../workbook/workbook.ts'
import { activityEdits } from './activity-edits.ts'
import { derivedChanges } from './changed-cells.ts'
import type { Reading } from './changed-cells.ts'
import { coverEdits } from './cover-edits.ts'
import { dutyEdits } from './duty-edits.ts'
import { issue } from './edit.ts'
import type { Edit } from './edit.ts'
import { editedMatrix } from './edited-matrix.ts'
import { frameOf } from './frame.ts'
import type { Frame } from './frame.ts'
import { marksOn } from './marks.ts'
import { newDuties } from './new-duty.ts'
import { questionEdits, strangeRows } from './question-edits.ts'
import type { RawSheet, RawWorkbook } from './raw-workbook.ts'
import { readingWith } from './renewed-answers.ts'
import { settleEdits } from './settle-edits.ts'
import { tornRows } from './torn-rows.ts'
import { answersTypedOver } from './typed-over.ts'
import { identityOf, strangerIssue } from './whose-workbook.ts'

export interface Proposal {
  /** with every edit that could be read */
  readonly matrix: Matrix
  /** from the matrix that went out to this one */
  readonly changes: readonly Change[]
  /** cells that could not be read, by address */
  readonly issues: readonly Issue[]
  readonly notes: readonly string[]
}

/** @param held what a cell of the file holds of a text, where it is not the whole */
export function readProposal(raw: RawWorkbook, given: Subject, held = (text: string): string => text): Read<Proposal> {
  const identity = identityOf(raw)
  const stranger = strangerIssue(identity, given)
  if (stranger) return { ok: false, issues: [stranger] }
  const subject = { ...given, framework: identity['demarc-framework'] }
  const edits = settleEdits(editsIn(raw, { subject, held }))
  const { matrix, issues } = editedMatrix(subject.matrix, edits)
  const read = readDocument(matrix, subject.context)
  const refused = read.ok
    ? []
    : read.issues.map(({ at, message }) => ({
        at: 'the workbook',
        message: `the edits cannot be taken together (${at}: ${message}); none was taken`,
      }))
  const taken = read.ok ? matrix : subject.matrix
  return {
    ok: true,
    value: {
      matrix: taken,
      changes: compare(subject.matrix, taken),
      issues: [
        ...[...edits, ...issues].flatMap((edit) =>
          edit.kind === 'issue' ? [{ at: edit.at, message: edit.message }] : [],
        ),
        ...refused,
      ],
      notes: edits.flatMap((edit) => (edit.kind === 'note' ? [edit.message] : [])),
    },
  }
}

function editsIn(raw: RawWorkbook, given: Pick<Reading, 'subject' | 'held'>): readonly Edit[] {
  const { matrix } = given.subject
  const workbook = workbookOf(given.subject)
  const looked = workbook.sheets.map((sheet) => lookAt(sheet, raw, given.held))
  const frames = looked.flatMap((found) => ('sheet' in found ? [found] : []))
  const named = (...names: readonly string[]): readonly Frame[] =>
    frames.filter(({ sheet }) => names.includes(sheet.name))
  const reading = readingWith(named('Questions')[0], given)
  const edits = looked.flatMap((found) => ('sheet' in found ? sheetEdits(found, reading) : found.problems))
  const added = edits.flatMap((edit) => (edit.kind === 'activity added' ? [edit.activity] : []))
  return [
    ...strangeSheets(raw, workbook),
    ...coverEdits(raw, workbook, given.held),
    ...edits,
    ...marksOn(raw.sheets.filter(isOurs(workbook)), workbook, given.held),
    ...named('Duties by party').flatMap((frame) => newDuties(frame, given.subject, [...matrix.activities, ...added])),
    ...answersTypedOver(named('Activities', 'Duties by party'), reading),
  ]
}

/** What hinders the reading of a sheet that is derived is no loss. */
function lookAt(sheet: Sheet, raw: RawWorkbook, held: Reading['held']): Frame | { readonly problems: readonly Edit[] } {
  const found = raw.sheets.find(({ name }) => sameName(name, sheet.name))
  const editable = sheet.columns.some((column) => column.editable)
  if (found === undefined) {
    const message = 'this sheet is missing or was renamed; nothing on it was read, and nothing of it is removed'
    return { problems: editable ? [issue(sheet.name, message)] : [] }
  }
  const frame = frameOf(sheet, found, held)
  if (!('sheet' in frame)) return editable ? frame : { problems: [] }
  const torn = tornRows(frame, held)
  return torn ? { problems: [torn] } : frame
}

function sheetEdits(frame: Frame, reading: Reading): readonly Edit[] {
  const { name } = frame.sheet
  return (Object.hasOwn(readers, name) ? readers[name]! : derivedEdits)(frame, reading)
}

const readers: Readonly<Record<string, (frame: Frame, reading: Reading) => readonly Edit[]>> = {
  Activities: activityEdits,
  'Duties by party': dutyEdits,
  Questions: questionEdits,
}

function derivedEdits(frame: Frame, reading: Reading): readonly Edit[] {
  const where = 'change it on the sheets "Activities", "Duties by party" or "Questions", or in the matrix'
  return [...frame.problems, ...derivedChanges(frame, reading, where), ...strangeRows(frame, 'this sheet is derived')]
}

function sameName(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase()
}

function isOurs({ sheets }: Workbook): (sheet: RawSheet) => boolean {
  const names = [coverName, ...sheets.map(({ name }) => name)]
  return ({ name }) => names.some((own) => sameName(own, name))
}

/** Sheets that somebody added: they may hold what was meant for us. */
function strangeSheets(raw: RawWorkbook, workbook: Workbook): readonly Edit[] {
  const ours = isOurs(workbook)
  return raw.sheets
    .filter((sheet) => sheet.rows.length > 0 && !(sheet.hidden && sheet.name.startsWith('_')) && !ours(sheet))
    .map(({ name }): Edit => issue(name, 'this sheet is none of the workbook’s; what stands on it was not taken'))
}
