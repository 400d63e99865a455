// What a section holds, as paragraphs and tables of Word.
import { Paragraph } from 'docx'
import type { FileChild } from 'docx'
import { plain } from '../../core/paper/paper.ts'
import type { Block, Line, Section } from '../../core/paper/paper.ts'
import { paragraphOf } from './runs.ts'
import { signaturesOf } from './signatures.ts'
import { styles } from './styles.ts'
import { factsOf, tableOf } from './table.ts'
import type { TableLook } from './table.ts'

/** docx's name for the one list that there is. */
export const bullets = 'demarc-bullets'

export function blocksOf(
  { heading, blocks }: Pick<Section, 'heading' | 'blocks'>,
  look: TableLook,
): readonly FileChild[] {
  return blocks.flatMap((block) => blockOf(block, heading, look))
}

function blockOf(block: Block, heading: string, look: TableLook): readonly FileChild[] {
  switch (block.kind) {
    case 'text':
      return [textOf(block.line, block.style)]
    case 'list':
      return block.items.map((item) =>
        paragraphOf(item, { style: styles.item, numbering: { reference: bullets, level: 0 } }),
      )
    case 'facts':
      return [...captionOf(block.caption, heading), factsOf(block.rows, look), afterTable()]
    case 'table':
      return [...captionOf(block.caption, heading), tableOf(block, look), afterTable()]
    default:
      return [signaturesOf(block.signers, look.width), afterTable()]
  }
}

function textOf(line: Line, style?: 'clause' | 'note'): Paragraph {
  return paragraphOf(line, style === undefined ? {} : { style: styles[style] })
}

/** A table that fills its section needs no second name. */
function captionOf(caption: string, heading: string): readonly FileChild[] {
  return caption === '' || caption === heading ? [] : [paragraphOf(plain(caption), { style: 'Caption' })]
}

/** Two tables that touch are one table to Word, and a document may not end with one. */
function afterTable(): Paragraph {
  return new Paragraph({ style: styles.after })
}
