// A Word document out of the XML of its body, for tests.
import { zipOf } from '../../xlsx/testing/guard-samples.ts'

const xml = '<?xml version="1.0" encoding="UTF-8"?>'
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** The second level of headings has the id that a German Word gives it. */
const styles = `<w:styles xmlns:w="${word}">
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Our own"/><w:basedOn w:val="berschrift2"/></w:style>
<w:style w:type="paragraph" w:styleId="Numbering"><w:name w:val="list"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Numbered"><w:name w:val="id"/><w:basedOn w:val="Numbering"/></w:style>
<w:style w:type="paragraph" w:styleId="Beschriftung"><w:name w:val="caption"/></w:style>
<w:style w:type="character" w:styleId="Gone"><w:name w:val="gone"/><w:rPr><w:strike/></w:rPr></w:style>
</w:styles>`

export interface OtherParts {
  readonly core?: string
  readonly comments?: string
}

export function docxWith(body: string, { core, comments }: OtherParts = {}): Buffer {
  return zipOf([
    {
      name: '[Content_Types].xml',
      text: `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      text: `${xml}<Relationships xmlns="${relations}"><Relationship Id="r" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    {
      name: 'word/_rels/document.xml.rels',
      text: `${xml}<Relationships xmlns="${relations}"><Relationship Id="s" Type="${office}/styles" Target="styles.xml"/><Relationship Id="c" Type="${office}/comments" Target="comments.xml"/></Relationships>`,
    },
    { name: 'word/styles.xml', text: `${xml}${styles}` },
    {
      name: 'word/document.xml',
      text: `${xml}<w:document xmlns:w="${word}" xmlns:w14="w14" xmlns:mc="mc"><w:body>${body}</w:body></w:document>`,
    },
    ...(comments === undefined ? [] : [{ name: 'word/comments.xml', text: `${xml}${comments}` }]),
    ...(core === undefined ? [] : [{ name: 'docProps/core.xml', text: `${xml}${core}` }]),
  ])
}

export function table(...rows: readonly string[]): string {
  return `<w:tbl>${rows.join('')}</w:tbl>`
}

export function row(...cells: readonly string[]): string {
  return `<w:tr>${cells.join('')}</w:tr>`
}

/** A cell with properties before its text. */
export function cell(text: string, properties = ''): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`
}

/** Plain words become a run; what is XML already stays. */
export function paragraph(content: string, style?: string): string {
  const inner = content.startsWith('<') ? content : run(content)
  return `<w:p>${style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${inner}</w:p>`
}

export function run(text: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
}
