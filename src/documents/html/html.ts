// HTML as an export format: the exhibit, or any view, as one page.
import { exhibitCarries, exhibitOf } from '../../core/exhibit/exhibit-of.ts'
import { paperOfView } from '../../core/paper/paper-of-view.ts'
import type { Writer } from '../format.ts'
import { printHtml } from './print-html.ts'

export const htmlWriter: Writer = {
  whole: { carries: exhibitCarries, write: async (subject) => printHtml(exhibitOf(subject), subject.rendition) },
  view: { drops: [], write: async (view, rendition) => printHtml(paperOfView(view, rendition), rendition) },
}
