// PDF as an export format: the exhibit with the matrix document attached, or any view.
import { exhibitCarries, exhibitOf } from '../../core/exhibit/exhibit-of.ts'
import { paperOfView } from '../../core/paper/paper-of-view.ts'
import { allContent } from '../../core/rendition/content.ts'
import type { Subject } from '../../core/rendition/rendition.ts'
import type { Writer } from '../format.ts'
import type { Attachment } from './order.ts'
import { printPdf } from './print-pdf.ts'

export const pdfWriter: Writer = {
  takes: ['standard'],
  // The attachment is the revision itself; an extract is given to those who are not to see the rest.
  whole: {
    carries: allContent,
    ofExtract: exhibitCarries,
    remarks: attached,
    write: async (subject) =>
      printPdf(exhibitOf(subject), subject.rendition, subject.framework === undefined ? [revisionOf(subject)] : []),
  },
  view: { drops: [], write: async (view, rendition) => printPdf(paperOfView(view, rendition), rendition, []) },
}

/** What the page does not show and the attachment holds: whoever gets the file can read it. */
function attached({ matrix, framework }: Subject): readonly string[] {
  const notes = matrix.activities.filter(({ trap }) => trap !== undefined).length
  if (framework !== undefined || notes === 0) return []
  return [
    `The attached matrix.json is the whole revision, which its digest covers: with ${notes} of the library’s notes on traps, for whoever opens it.`,
  ]
}

function revisionOf({ rendition: { bytes } }: Subject): Attachment {
  return {
    name: 'matrix.json',
    mediaType: 'application/json',
    description: 'The revision: the bytes that the digest at the foot of each page names',
    bytes,
  }
}
