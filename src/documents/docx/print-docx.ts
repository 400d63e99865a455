// Prints a paper as a Word document that people can edit: real styles, a contents table with its pages, the same bytes each time.
import { AlignmentType, Document, LevelFormat, Packer } from 'docx'
import type { PageNumberEstimator } from 'docx'
import type { Paper } from '../../core/paper/paper.ts'
import type { Rendition } from '../../core/rendition/rendition.ts'
import { bullets } from './blocks.ts'
import { eastAsianOf, facesWith } from './faces.ts'
import { settledPackage } from './package.ts'
import { sectionsOf } from './sections.ts'
import { styleSheet } from './styles.ts'

export async function printDocx(paper: Paper, rendition: Rendition): Promise<Uint8Array> {
  const { branding } = rendition
  const eastAsian = eastAsianOf(paper)
  const document = new Document({
    sections: sectionsOf(paper, rendition),
    styles: styleSheet(branding, {
      font: facesWith(eastAsian),
      language: { value: paper.language, eastAsia: eastAsian.language, bidirectional: 'ar-SA' },
    }),
    numbering: { config: [{ reference: bullets, levels: [bullet] }] },
    pageNumbers: leftBlank,
  })
  return settledPackage(new Uint8Array(await Packer.toBuffer(document)), paper, rendition)
}

/** docx lays pages out too slowly for long tables: its contents stay without pages here and get ours in the package. */
const leftBlank: PageNumberEstimator = () => ({ bookmarks: new Map() })

const bullet = {
  level: 0,
  format: LevelFormat.BULLET,
  text: '•',
  alignment: AlignmentType.START,
  style: { paragraph: { indent: { start: 360, hanging: 260 } } },
} as const
