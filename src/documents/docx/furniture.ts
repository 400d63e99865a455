// What stands on every page of a Word document: the header, the draft mark, and the footer with its page numbers.
import { Footer, Header, PageNumber, Paragraph, TabStopType, TextRun } from 'docx'
import { TextWatermark } from 'docx/watermarks'
import { plain } from '../../core/paper/paper.ts'
import type { Paper } from '../../core/paper/paper.ts'
import { paragraphOf } from './runs.ts'
import { styles } from './styles.ts'

/** In Word's own way, so that Design > Watermark takes it away when the text is final. */
const watermark = { text: 'DRAFT', font: 'Calibri', color: '#c3c9d0', opacity: 0.35 } as const

export function headerOf({ header, draft }: Pick<Paper, 'header' | 'draft'>): Header {
  return new Header({
    children: [
      ...(draft === undefined ? [] : [paragraphOf(plain(draft), { style: styles.draft })]),
      paragraphOf(plain(header), { style: styles.header }),
      ...(draft === undefined
        ? []
        : [new Paragraph({ style: styles.header, children: [new TextWatermark(watermark)] })]),
    ],
  })
}

export function footerOf({ footer }: Pick<Paper, 'footer'>, width: number): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: styles.footer,
        tabStops: [{ type: TabStopType.RIGHT, position: width }],
        children: [
          new TextRun(footer),
          new TextRun({ children: ['\tPage ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  })
}
