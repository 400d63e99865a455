// The styles of tables in a Word document: rules under the rows, a tinted first row, bold labels.
import type { Branding } from '../../core/rendition/branding.ts'
import { hex, inks, styles } from './styles.ts'

/** As XML, for docx has no words for them; nothing but two colours goes in. */
export function tableStyles({ primary, tint }: Pick<Branding, 'primary' | 'tint'>): string {
  const edge = `w:val="single" w:sz="8" w:space="0" w:color="${hex(primary)}"`
  const rule = `w:val="single" w:sz="4" w:space="0" w:color="${inks.rule}"`
  return (
    tableStyle({ id: styles.grid, name: 'Demarc Table', borders: [edge, rule] }) +
    `<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders><w:bottom ${edge}/></w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="${hex(tint)}"/><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr></w:style>` +
    tableStyle({ id: styles.facts, name: 'Demarc Facts', borders: [rule, rule] }) +
    `<w:tblStylePr w:type="firstCol"><w:rPr><w:b/><w:bCs/><w:color w:val="${hex(primary)}"/></w:rPr></w:tblStylePr></w:style>`
  )
}

interface Opening {
  readonly id: string
  readonly name: string
  /** outside and between the rows */
  readonly borders: readonly [string, string]
}

function tableStyle({ id, name, borders: [outside, inside] }: Opening): string {
  return (
    `<w:style w:type="table" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/>` +
    `<w:tblPr><w:tblBorders><w:top ${outside}/><w:bottom ${outside}/><w:insideH ${inside}/></w:tblBorders></w:tblPr>`
  )
}
