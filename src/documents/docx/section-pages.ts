// On which page each section of a Word document begins, reckoned from the paper: Word itself lays pages out only when it opens them.
import { textOf } from '../../core/paper/paper.ts'
import type { Block, Cell, Line, Paper, RowGroup, Section, Signer } from '../../core/paper/paper.ts'
import type { Locale } from '../../core/rendition/rendition.ts'
import { columnWidths } from './column-widths.ts'
import { pageOf, roomOn } from './measures.ts'
import { markedPages } from './page-flow.ts'
import type { Piece } from './page-flow.ts'
import { headTitle, stretchesOf } from './stretches.ts'
import type { Placed } from './stretches.ts'
import { staysWhole } from './table.ts'
import { heightOf, lineHeight } from './text-height.ts'
import { cellPadding, isDense, typeSizes } from './type-sizes.ts'
import type { TypeSize } from './type-sizes.ts'

export function sectionPages(paper: Paper, size: Locale['page']): readonly number[] {
  const room = roomOn(pageOf(size, 'portrait'))
  const cover = { room, pieces: [{ height: room, lead: 0 }] }
  const body = stretchesOf(paper).map(({ orientation, front, sections }) => {
    const page = pageOf(size, orientation)
    const pieces = sections.flatMap((placed) => sectionPieces(placed, page.textWidth))
    return { room: roomOn(page), pieces: front ? [...frontOf(paper, page.textWidth), ...pieces] : pieces }
  })
  return markedPages([...(paper.cover === undefined ? [] : [cover]), ...body.filter(({ pieces }) => pieces.length > 0)])
}

function frontOf(paper: Paper, width: number): readonly Piece[] {
  const title = headTitle(paper)
  return [
    ...(title === undefined ? [] : [paragraph(title, width, typeSizes.title)]),
    ...(paper.contents === undefined ? [] : contentsOf(paper)),
  ]
}

function contentsOf({ sections }: Paper): readonly Piece[] {
  const entry = ({ level }: Section): Piece => {
    const height = paragraph('', 0, level === 1 ? typeSizes.contents1 : typeSizes.contents2).height
    return { height, lead: height }
  }
  return [paragraph('', 0, typeSizes.contents), ...sections.map(entry)]
}

function sectionPieces({ section, breaks }: Placed, width: number): readonly Piece[] {
  const { heading, level, blocks } = section
  const title = paragraph(heading, width, level === 1 ? typeSizes.heading1 : typeSizes.heading2)
  return [
    { ...title, keepNext: true, marked: true, newPage: breaks },
    ...blocks.flatMap((block) => blockPieces(block, heading, width)),
  ]
}

function blockPieces(block: Block, heading: string, width: number): readonly Piece[] {
  switch (block.kind) {
    case 'text':
      return [paragraph(lineText(block.line), width, typeSizes[block.style ?? 'text'])]
    case 'list':
      return block.items.map((item) => paragraph(lineText(item), width - 360, typeSizes.item))
    case 'facts':
      return [...captionPieces(block.caption, heading, width), ...factPieces(block.rows, width), gap]
    case 'table':
      return [...captionPieces(block.caption, heading, width), ...tablePieces(block, width), gap]
    default:
      return [...signerPieces(block.signers, width), gap]
  }
}

const gap: Piece = paragraph('', 0, typeSizes.afterTable)

function captionPieces(caption: string, heading: string, width: number): readonly Piece[] {
  return caption === '' || caption === heading
    ? []
    : [{ ...paragraph(caption, width, typeSizes.caption), keepNext: true }]
}

function factPieces(rows: readonly (readonly [string, Cell])[], width: number): readonly Piece[] {
  return rows.map(([, value]) => rowPiece([value], [width * 0.72], typeSizes.cell))
}

function tablePieces(table: Extract<Block, { kind: 'table' }>, width: number): readonly Piece[] {
  const widths = columnWidths(table, width)
  const size = isDense(table.columns) ? typeSizes.dense : typeSizes.cell
  const titles = table.columns.map(({ title }) => [[{ text: title }]])
  const header = rowPiece(titles, widths, typeSizes.head)
  return [
    { ...header, keepNext: true },
    ...table.groups.flatMap((group) => [
      ...groupPieces(group, width).map((piece) => ({ ...piece, keepNext: true, repeats: header.height })),
      ...group.rows.map((row) => ({ ...rowPiece(row, widths, size), repeats: header.height })),
      ...(group.foot === undefined ? [] : [{ ...rowPiece([group.foot], [width], size), repeats: header.height }]),
    ]),
  ]
}

function groupPieces({ title, note = [] }: RowGroup, width: number): readonly Piece[] {
  if (title === undefined && note.length === 0) return []
  const head = title === undefined ? 0 : paragraph(title, width, typeSizes.group).height
  const under = cellHeight(note, width, typeSizes.dense)
  const height = head + (note.length === 0 ? 0 : under) + cellPadding.top + cellPadding.bottom
  return [{ height, lead: height }]
}

function rowPiece(row: readonly Cell[], widths: readonly number[], size: TypeSize): Piece {
  const heights = widths.map((width, index) =>
    cellHeight(row[index] ?? [], width - cellPadding.left - cellPadding.right, size),
  )
  const padding = cellPadding.top + cellPadding.bottom
  const height = Math.max(...heights) + padding
  return { height, lead: staysWhole(row) ? height : lineHeight(size) + padding }
}

function cellHeight(cell: Cell, width: number, size: TypeSize): number {
  const lines: Cell = cell.length === 0 ? [[]] : cell
  return lines.reduce((height, line) => height + heightOf(lineText(line), width, size) + size.before + size.after, 0)
}

/** Two blocks side by side; a block does not break. */
function signerPieces(signers: readonly Signer[], width: number): readonly Piece[] {
  const line = paragraph('', 0, typeSizes.signLine).height
  const heights = signers.map(
    ({ legalName, lines }) => 600 + heightOf(legalName, width * 0.47, typeSizes.text) + lines.length * line,
  )
  return heights
    .map((height, index) => Math.max(height, heights[index + 1] ?? 0))
    .filter((_, index) => index % 2 === 0)
    .map((height) => ({ height, lead: height }))
}

function paragraph(text: string, width: number, size: TypeSize): Piece {
  const height = width === 0 ? lineHeight(size) : heightOf(text, width, size)
  return {
    height: height + size.before + size.after,
    lead: size.before + Math.min(height, 2 * lineHeight(size)),
  }
}

function lineText(line: Line): string {
  return textOf([line])
}
