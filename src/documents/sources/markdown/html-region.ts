// An HTML table in a Markdown file: from the line where it begins to the line where it ends, whatever Markdown makes of the lines between.
import { readPage } from '../html/read-page.ts'
import { newPage, type Page, type PageSetting } from '../html/page.ts'

export interface Region {
  /** lines from 0, the end not included */
  readonly from: number
  readonly end: number
}

export function regionOf(lines: readonly string[], from: number): Region {
  let depth = 0
  for (let line = from; line < lines.length; line += 1) {
    for (const [tag] of lines[line]!.matchAll(/<\/?table\b/gi)) depth += tag.startsWith('</') ? -1 : 1
    if (depth <= 0) return { from, end: line + 1 }
  }
  return { from, end: lines.length }
}

/** Its rows are numbered by their lines; two on one line count on. */
export function readRegion(
  lines: readonly string[],
  region: Region,
  setting: Pick<PageSetting, 'tally' | 'nameOf'> & Pick<Page, 'trail'>,
): Page {
  const html = lines.slice(region.from, region.end).join('\n')
  let line = region.from + 1
  let seen = 0
  const page = newPage({ ...setting, rowNumber: (before) => Math.max(line, before + 1) })
  page.trail = setting.trail
  readPage(html, page, (index) => {
    for (; seen < index; seen += 1) if (html.charCodeAt(seen) === 10) line += 1
  })
  return page
}
