// PDF as an export format: the exhibit with the matrix document attached, or any view.
import { exhibitOf } from '../../core/exhibit/exhibit-of.ts'
import { paperOfView } from '../../core/paper/paper-of-view.ts'
import { allContent } from '../../core/rendition/content.ts'
import type { Writer } from '../format.ts'
import { printPdf } from './print-pdf.ts'

export const pdfWriter: Writer = {
  takes: ['standard'],
  // The attachment is the revision itself.
  whole: {
    carries: allContent,
    write: async (subject) =>
      printPdf(exhibitOf(subject), subject.rendition, [
        {
          name: 'matrix.json',
          mediaType: 'application/json',
          description: 'The revision: the bytes that the digest at the foot of each page names',
          bytes: subject.rendition.bytes,
        },
      ]),
  },
  view: { drops: [], write: async (view, rendition) => printPdf(paperOfView(view, rendition), rendition, []) },
}
