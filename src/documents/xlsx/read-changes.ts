// An edited workbook file, read back as proposed changes to the matrix that it was exported from.
import type { Read } from '../../core/matrix-document.ts'
import { readProposal } from '../../core/proposal/proposal.ts'
import type { Proposal } from '../../core/proposal/proposal.ts'
import type { Subject } from '../../core/rendition/rendition.ts'
import { cellText } from './cell-text.ts'
import { readWorkbook } from './read-workbook.ts'

/** @param subject as it was exported: the same matrix and its digest; the framework is the workbook's own */
export async function readChanges(bytes: Uint8Array, subject: Subject): Promise<Read<Proposal>> {
  const raw = await readWorkbook(bytes)
  return raw.ok ? readProposal(raw.value, subject, cellText) : raw
}
