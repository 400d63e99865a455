// Layouts that others prescribe, as workbooks of one view: FedRAMP's Appendix J and the CSA's CAIQ.
import { caiqView } from '../../core/views/caiq.ts'
import { fedrampCrmView } from '../../core/views/fedramp.ts'
import type { Content } from '../../core/rendition/content.ts'
import type { Projection, View } from '../../core/views/view.ts'
import type { Writer } from '../format.ts'
import { writeView } from './write-view.ts'

const preface = ['title', 'parties', 'offerings', 'scopes', 'agreement', 'review', 'decisions'] as const
const rows = ['answers', 'duties', 'clocks', 'sources', 'accountable', 'citations'] as const

export const fedrampWriter: Writer = writerOf(
  (projection) => inOneTable(fedrampCrmView(projection)),
  [...preface, ...rows, 'bases', 'claims'],
)
export const caiqWriter: Writer = writerOf(caiqView, [...preface, ...rows, 'handoffs'])

function writerOf(view: (projection: Projection) => View, carries: readonly Content[]): Writer {
  return { whole: { carries, write: async (subject) => writeView(view(subject), subject.rendition) } }
}

/** The form has its rows in one list, without headings between them. */
function inOneTable(view: View): View {
  const [first] = view.tables
  if (first === undefined) return view
  return { ...view, tables: [{ ...first, title: view.title, rows: view.tables.flatMap((table) => table.rows) }] }
}
