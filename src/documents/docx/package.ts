// The finished Word file: its properties written from the paper, without the day and the machine that made it.
import { strFromU8, strToU8 } from 'fflate'
import type { Paper } from '../../core/paper/paper.ts'
import type { Branding } from '../../core/rendition/branding.ts'
import type { Rendition } from '../../core/rendition/rendition.ts'
import { zipEntries, zipOf } from '../canonical-zip.ts'
import { sectionPages } from './section-pages.ts'
import { styles } from './styles.ts'
import { tableStyles } from './table-styles.ts'

export function settledPackage(bytes: Uint8Array, paper: Paper, { branding, locale }: Rendition): Uint8Array {
  const parts: Readonly<Record<string, (part: string) => string>> = {
    'docProps/core.xml': () => coreProperties(paper, branding),
    'word/styles.xml': (part) => part.replace('</w:styles>', `${tableStyles(branding)}</w:styles>`),
    'word/document.xml': (part) => withContents(part, sectionPages(paper, locale.page)),
  }
  return zipOf(
    zipEntries(bytes).map(([name, part]) => {
      const settle = parts[name] ?? (/^word\/header\d+\.xml$/u.test(name) ? withWatermark : undefined)
      return [name, settle === undefined ? part : strToU8(settle(strFromU8(part)))]
    }),
  )
}

/** An empty line of its own; a full page of contents would send it to the next. */
const contentsEnd = '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:sdtContent>'

/** Marked as not counted by Word: it counts the pages itself when it opens the file; ours stand where nobody does. */
const contentsBegin = /(?<=<w:r>)<w:fldChar w:fldCharType="begin"\/>(?=<w:instrText xml:space="preserve">TOC )/u

/** Bookmarks counted from 1, whatever was printed before, and the page of each in the contents. No text holds a tag. */
function withContents(part: string, pages: readonly number[]): string {
  const [first] = /(?<=<w:bookmarkStart w:name="_Toc)\d+/u.exec(part) ?? []
  if (first === undefined) return part
  const own = (id: string): number => Number(id) - Number(first) + 1
  return part
    .replace(contentsBegin, (begin) => begin.replace('/>', ' w:dirty="true"/>'))
    .replace(contentsEnd, `<w:p><w:pPr><w:pStyle w:val="${styles.after}"/></w:pPr>${contentsEnd.slice(5)}`)
    .replaceAll(
      /(<w:bookmark(?:Start w:name="_Toc\d+"|End) w:id=")(\d+)"/gu,
      (_, tag: string, id: string) => `${tag}${own(id)}"`,
    )
    .replaceAll(
      /(<w:bookmarkStart w:name="_Toc|<w:hyperlink w:history="1" w:anchor="_Toc)(\d+)/gu,
      (_, tag: string, id: string) => `${tag}${own(id)}`,
    )
    .replaceAll(
      /(<w:instrText xml:space="preserve">PAGEREF _Toc)(\d+)( \\h<\/w:instrText><w:fldChar w:fldCharType="separate"\/>)/gu,
      (_, ...[tag, id, end]: readonly [string, string, string, ...unknown[]]) =>
        `${tag}${own(id)}${end}<w:t>${pages[own(id) - 1] ?? ''}</w:t>`,
    )
}

/** docx names the drawing by chance. */
function withWatermark(part: string): string {
  return part.replaceAll(/(?<=<v:shape id="PowerPlusWaterMarkObject)[^"]*/gu, '1')
}

/** Dublin Core as Word reads it; the only date is that of the text. */
function coreProperties({ title, language, date }: Paper, { name }: Pick<Branding, 'name'>): string {
  const instant = (element: string) =>
    date === undefined ? '' : `<dcterms:${element} xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</dcterms:${element}>`
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escaped(title)}</dc:title>${name === undefined ? '' : `<dc:creator>${escaped(name)}</dc:creator>`}` +
    `<dc:language>${escaped(language)}</dc:language>${instant('created')}${instant('modified')}</cp:coreProperties>`
  )
}

/** What XML 1.0 has no place for falls away, as it does in the text. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}
