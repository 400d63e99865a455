// Word as an export format: the exhibit, or any view, as an editable document.
import { exhibitCarries, exhibitOf } from '../../core/exhibit/exhibit-of.ts'
import { paperOfView } from '../../core/paper/paper-of-view.ts'
import type { Writer } from '../format.ts'
import { logoLoss } from './logo.ts'
import { printDocx } from './print-docx.ts'

export const docxWriter: Writer = {
  whole: {
    carries: exhibitCarries,
    remarks: ({ rendition }) => [logoLoss(rendition.branding) ?? []].flat(),
    write: async (subject) => printDocx(exhibitOf(subject), subject.rendition),
  },
  view: { drops: [], write: async (view, rendition) => printDocx(paperOfView(view, rendition), rendition) },
}
