// Where the parties sign: two side by side, each block whole on one page, read one after the other.
import { BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import { plain } from '../../core/paper/paper.ts'
import type { Signer } from '../../core/paper/paper.ts'
import { paragraphOf } from './runs.ts'
import { styles } from './styles.ts'

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const unruled = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none }

export function signaturesOf(signers: readonly Signer[], width: number): Table {
  const gap = Math.round(width * 0.06)
  const half = Math.floor((width - gap) / 2)
  const widths = [half, gap, width - gap - half]
  const rows = pairs(signers).map(
    ([left, right]) =>
      new TableRow({
        cantSplit: true,
        children: [block(left), [new Paragraph({})], right === undefined ? [new Paragraph({})] : block(right)].map(
          (children, index) => new TableCell({ children, width: { size: widths[index]!, type: WidthType.DXA } }),
        ),
      }),
  )
  return new Table({
    rows,
    borders: unruled,
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
  })
}

function block({ capacity, legalName, lines }: Signer): readonly Paragraph[] {
  return [
    paragraphOf(plain(capacity), { style: styles.signLabel, spacing: { before: 200 } }),
    paragraphOf([{ text: legalName, mark: 'strong' }], { spacing: { after: 160 } }),
    ...lines.flatMap(([label, text]) => [
      paragraphOf(plain(label), { style: styles.signLabel }),
      paragraphOf(plain(text), { style: styles.signLine }),
    ]),
  ]
}

function pairs(signers: readonly Signer[]): readonly (readonly [Signer, Signer?])[] {
  return signers.flatMap((signer, index) => {
    if (index % 2 === 1) return []
    const other = signers[index + 1]
    return [other === undefined ? [signer] : [signer, other]] as const
  })
}
