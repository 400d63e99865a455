// Where the parties sign: two side by side, each block whole on one page, read one after the other.
import { BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, TabStopType, WidthType } from 'docx'
import { plain } from '../../core/paper/paper.ts'
import type { Signer } from '../../core/paper/paper.ts'
import { labelledParagraph, paragraphOf } from './runs.ts'
import { styles } from './styles.ts'

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const unruled = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none }

/** So many stand on one page, and nobody signs alone on the next. */
const mostTogether = 4

export function signaturesOf(signers: readonly Signer[], width: number): Table {
  const gap = Math.round(width * 0.06)
  const half = Math.floor((width - gap) / 2)
  const widths = [half, gap, width - gap - half]
  const together = signers.length <= mostTogether
  const all = pairs(signers)
  const rows = all.map(
    ([left, right], index) =>
      new TableRow({
        cantSplit: true,
        children: cellsOf(left, right, together && index < all.length - 1).map(
          (children, column) => new TableCell({ children, width: { size: widths[column]!, type: WidthType.DXA } }),
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

function cellsOf(left: Signer, right: Signer | undefined, keepNext: boolean): readonly (readonly Paragraph[])[] {
  return [
    block(left, keepNext),
    [new Paragraph({})],
    right === undefined ? [new Paragraph({})] : block(right, keepNext),
  ]
}

const labelWidth = 1100
const tabStops = [{ type: TabStopType.LEFT, position: labelWidth }]
/** A text of several lines stays beside its label. */
const indent = { start: labelWidth, hanging: labelWidth }

function block({ capacity, legalName, lines }: Signer, keepNext: boolean): readonly Paragraph[] {
  return [
    paragraphOf(plain(capacity), { style: styles.signLabel, spacing: { before: 200 }, keepNext }),
    paragraphOf([{ text: legalName, mark: 'strong' }], { spacing: { after: 80 }, keepNext }),
    ...lines.map(([label, text]) =>
      labelledParagraph(label, text, { style: styles.signLine, tabStops, indent, keepNext }),
    ),
  ]
}

function pairs(signers: readonly Signer[]): readonly (readonly [Signer, Signer?])[] {
  return signers.flatMap((signer, index) => {
    if (index % 2 === 1) return []
    const other = signers[index + 1]
    return [other === undefined ? [signer] : [signer, other]] as const
  })
}
