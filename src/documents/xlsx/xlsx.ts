// Excel as an export format: the workbook that can be edited and read back, or any view.
import type { Content } from '../../core/rendition/content.ts'
import { workbookOf } from '../../core/workbook/workbook-of.ts'
import type { Writer } from '../format.ts'
import { writeView } from './write-view.ts'
import { writeWorkbook } from './write-workbook.ts'

const carries: readonly Content[] = [
  'title',
  'parties',
  'offerings',
  'scopes',
  'agreement',
  'review',
  'decisions',
  'answers',
  'situations',
  'parts',
  'identifiers',
  'duties',
  'clocks',
  'sources',
  'roles',
  'interviewees',
  'bases',
  'claims',
  'evidence',
  'evidence places',
  'handoffs',
  'accountable',
  'citations',
  'questions',
  'suggested answers',
  'exemptions',
  'readings',
]

export const xlsxWriter: Writer = {
  whole: { carries, write: async (subject) => writeWorkbook(workbookOf(subject), subject.rendition) },
  view: { drops: [], write: writeView },
}
