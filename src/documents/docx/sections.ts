// A paper cut into the stretches that Word turns: the cover, then pages upright or on their side, each with its furniture.
import { PageOrientation, SectionType, TableOfContents } from 'docx'
import type { FileChild, ISectionOptions, Paragraph } from 'docx'
import { plain } from '../../core/paper/paper.ts'
import type { Paper, Section } from '../../core/paper/paper.ts'
import type { Rendition } from '../../core/rendition/rendition.ts'
import { blocksOf } from './blocks.ts'
import { coverOf } from './cover.ts'
import { footerOf, headerOf } from './furniture.ts'
import { margins, pageOf } from './measures.ts'
import type { Page } from './measures.ts'
import { paragraphOf } from './runs.ts'
import { headTitle, stretchesOf } from './stretches.ts'
import { styles } from './styles.ts'

export function sectionsOf(paper: Paper, { branding, locale }: Rendition): ISectionOptions[] {
  const upright = pageOf(locale.page, 'portrait')
  const cover = paper.cover === undefined ? [] : coverOf(paper.cover, branding, upright.textWidth)
  const body = stretchesOf(paper).map(({ orientation, front, sections }) => {
    const page = pageOf(locale.page, orientation)
    const look = { width: page.textWidth, branding }
    const children = sections.flatMap(({ section, breaks }) => [headingOf(section, breaks), ...blocksOf(section, look)])
    return { page, children: front ? [...frontOf(paper), ...children] : children }
  })
  return [{ page: upright, children: cover }, ...body]
    .filter(({ children }) => children.length > 0)
    .map(({ page, children }) => ({
      headers: { default: headerOf(paper) },
      footers: { default: footerOf(paper, page.textWidth) },
      properties: { type: SectionType.NEXT_PAGE, page: pageProperties(page) },
      children,
    }))
}

function frontOf(paper: Paper): readonly FileChild[] {
  const title = headTitle(paper)
  return [
    ...(title === undefined ? [] : [paragraphOf(plain(title), { style: 'Title' })]),
    ...(paper.contents === undefined ? [] : contents()),
  ]
}

/** Filled in with pages as Word would count them, and marked so that Word counts them itself when it opens the file. */
function contents(): readonly FileChild[] {
  return [
    paragraphOf(plain('Contents'), { style: styles.contents }),
    new TableOfContents('Contents', { headingStyleRange: '1-2', hyperlink: true }),
  ]
}

function headingOf({ number, heading, level }: Section, pageBreakBefore: boolean): Paragraph {
  const text = number === undefined ? heading : `${number}\u2002${heading}`
  return paragraphOf(plain(text), {
    style: level === 1 ? 'Heading1' : 'Heading2',
    ...(pageBreakBefore ? { pageBreakBefore } : {}),
  })
}

function pageProperties({
  orientation,
  sheet,
  side,
}: Page): NonNullable<NonNullable<ISectionOptions['properties']>['page']> {
  return {
    size: {
      ...sheet,
      orientation: orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
    },
    margin: { ...margins, left: side, right: side, gutter: 0 },
  }
}
