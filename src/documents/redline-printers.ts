// The formats in which a redline is printed. Each is loaded only when it is asked for: some are large.
import type { Paper } from '../core/paper/paper.ts'
import type { Rendition } from '../core/rendition/rendition.ts'

export interface RedlinePrinter {
  readonly name: string
  readonly extension: `.${string}`
  readonly text: boolean
  readonly print: (paper: Paper, rendition: Rendition) => Promise<Uint8Array> | Uint8Array
}

export const redlinePrinters = [
  {
    name: 'pdf',
    extension: '.pdf',
    text: false,
    print: async (paper, rendition) => (await import('./pdf/print-pdf.ts')).printPdf(paper, rendition, []),
  },
  {
    name: 'docx',
    extension: '.docx',
    text: false,
    print: async (paper, rendition) => (await import('./docx/print-docx.ts')).printDocx(paper, rendition),
  },
  {
    name: 'html',
    extension: '.html',
    text: true,
    print: async (paper, rendition) => (await import('./html/print-html.ts')).printHtml(paper, rendition),
  },
] as const satisfies readonly RedlinePrinter[]
