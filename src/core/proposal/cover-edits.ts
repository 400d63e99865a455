// The cover is derived: a text on it that nobody exported changes nothing, and that is said.
import { sayList } from '../naming.ts'
import { coverName } from '../workbook/workbook-of.ts'
import type { Workbook } from '../workbook/workbook.ts'
import { plain } from './cell-text.ts'
import type { Reading } from './changed-cells.ts'
import type { Edit } from './edit.ts'
import { address } from './framed-row.ts'
import type { RawWorkbook } from './raw-workbook.ts'

/** A note, no issue: whose name stands above the title, and how dates are written, was chosen when it was exported. */
export function coverEdits(raw: RawWorkbook, { title, cover }: Workbook, held: Reading['held']): readonly Edit[] {
  const rows = raw.sheets.find(({ name }) => name === coverName)?.rows ?? []
  const begin = rows.findIndex(({ cells }) => [...cells.values()].some(({ text }) => plain(text) === plain(title)))
  const exported = new Set(
    cover.flatMap(({ heading, facts }) => [heading, ...facts.flat()]).map((text) => plain(held(text))),
  )
  const strange = rows
    .slice(begin + 1)
    .flatMap(({ number, cells }) =>
      [...cells]
        .filter(([, { text }]) => plain(text) !== '' && !exported.has(plain(text)))
        .map(([letter]) => address(coverName, letter, number)),
    )
  if (strange.length === 0) return []
  const message = `${sayList(strange)} ${strange.length === 1 ? 'reads' : 'read'} otherwise than the export writes it; the cover is derived, and nothing on it is read back. Change the matrix itself.`
  return [{ kind: 'note', message }]
}
