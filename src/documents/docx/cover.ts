// The first page of a Word document: whose it is, what it is, between whom, and the facts that identify it.
import { BorderStyle, Paragraph, TextRun } from 'docx'
import type { FileChild } from 'docx'
import { cellOf, plain } from '../../core/paper/paper.ts'
import type { Cover } from '../../core/paper/paper.ts'
import type { Branding } from '../../core/rendition/branding.ts'
import { logoOf } from './logo.ts'
import { paragraphOf } from './runs.ts'
import { hex, inks, styles } from './styles.ts'
import { factsOf } from './table.ts'

export function coverOf(cover: Cover, branding: Branding, width: number): readonly FileChild[] {
  return [
    ...mastOf(branding),
    paragraphOf(plain(cover.kicker), { style: styles.kicker }),
    paragraphOf(plain(cover.title), { style: 'Title' }),
    ...(cover.subtitle === undefined ? [] : [paragraphOf(plain(cover.subtitle), { style: 'Subtitle' })]),
    ...cover.between.map(({ capacity, legalName }, index) =>
      paragraphOf(
        [
          { text: index === 0 ? 'between ' : 'and ', mark: 'muted' },
          { text: legalName, mark: 'strong' },
          { text: `, ${capacity}`, mark: 'muted' },
        ],
        { style: styles.between },
      ),
    ),
    new Paragraph({ spacing: { before: 480, after: 0 } }),
    factsOf(
      cover.facts.map(([label, text]) => [label, cellOf(text)] as const),
      { width },
    ),
    ...(cover.notice === undefined ? [] : [paragraphOf(plain(cover.notice), { style: styles.notice })]),
  ]
}

/** The logo, or the name in its place, over a rule in the firm's colour. */
function mastOf({ name, address, logo, primary }: Branding): readonly FileChild[] {
  const rule = { style: BorderStyle.SINGLE, size: 18, space: 8, color: hex(primary) }
  const picture = logo === undefined ? undefined : logoOf(logo)
  return [
    ...(picture === undefined ? [] : [new Paragraph({ children: [picture], spacing: { after: 80 } })]),
    ...(picture === undefined && name !== undefined ? [paragraphOf([{ text: name, mark: 'strong' }], {})] : []),
    new Paragraph({
      children: address === undefined ? [] : [new TextRun({ text: address, color: inks.muted, size: 18 })],
      border: { bottom: rule },
    }),
  ]
}
