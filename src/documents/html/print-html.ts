// Prints a paper as one HTML page that needs nothing else: no script, no request, readable by eye, by ear and on paper.
import { createHash } from 'node:crypto'
import type { Paper, Section } from '../../core/paper/paper.ts'
import type { Rendition } from '../../core/rendition/rendition.ts'
import { blockHtml } from './blocks.ts'
import { mastHtml, openingHtml, titleId } from './cover.ts'
import { escaped } from './escape.ts'
import { newSheet } from './style-sheet.ts'
import type { Sheet } from './style-sheet.ts'

export function printHtml(paper: Paper, rendition: Rendition): Uint8Array {
  const sheet = newSheet()
  const sections = sectionsHtml(paper, sheet)
  const { draft, footer, language, title } = paper
  const { branding } = rendition
  const style = sheet.text(paper, rendition)
  const page =
    `<!doctype html>\n<html lang="${escaped(language)}">\n<head>\n<meta charset="utf-8">\n` +
    `<meta http-equiv="Content-Security-Policy" content="${policyFor(style)}">\n` +
    `<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n` +
    `<title>${escaped(title)}</title>\n${branding.name === undefined ? '' : `<meta name="author" content="${escaped(branding.name)}">\n`}` +
    `<style>${style}</style>\n</head>\n<body>\n<a class="skip" href="#text">Skip to the text</a>\n` +
    mastHtml(paper, branding) +
    (draft === undefined ? '' : '<div class="watermark" aria-hidden="true"><span>DRAFT</span></div>\n') +
    `<main id="text" tabindex="-1">\n${draft === undefined ? '' : `<p class="draft" role="note">${escaped(draft)}</p>\n`}` +
    `${openingHtml(paper)}${contentsHtml(paper)}${sections}</main>\n` +
    `<footer class="foot"><p dir="auto">${escaped(footer)}</p></footer>\n</body>\n</html>\n`
  return new TextEncoder().encode(page)
}

/** Only this very style sheet counts, and pictures that stand in the page itself. */
function policyFor(style: string): string {
  const digest = createHash('sha256').update(style).digest('base64')
  return `default-src 'none'; style-src 'sha256-${digest}'; img-src data:; base-uri 'none'; form-action 'none'`
}

/** More than this and a reader wants a list of them. */
const fewSections = 3

function contentsHtml({ contents, sections, title }: Paper): string {
  if (contents === undefined && sections.length <= fewSections) return ''
  const entries = sections.flatMap((section, index) =>
    section.heading === title
      ? []
      : [
          `<li${section.level === 2 ? ' class="sub"' : ''}><a href="#s${index + 1}" dir="auto">${headingText(section)}</a></li>`,
        ],
  )
  return `<nav aria-labelledby="contents"><h2 id="contents">Contents</h2><ol>${entries.join('\n')}</ol></nav>\n`
}

function sectionsHtml(paper: Paper, sheet: Sheet): string {
  let orientation: Section['orientation'] = 'portrait'
  return paper.sections
    .map((section, index) => {
      orientation = section.orientation ?? orientation
      const classes = [...(orientation === 'landscape' ? ['side'] : []), ...(section.newPage ? ['new-page'] : [])]
      const id = `s${index + 1}`
      const titled = paper.cover === undefined && section.heading === paper.title
      const heading = titled ? '' : headingHtml(section, id)
      const attributes = classes.length === 0 ? '' : ` class="${classes.join(' ')}"`
      return (
        `<section aria-labelledby="${titled ? titleId : id}"${attributes}>${heading}\n` +
        `${section.blocks.map((block) => blockHtml(block, { heading: section.heading, level: section.level, sheet })).join('')}</section>\n`
      )
    })
    .join('')
}

function headingHtml(section: Section, id: string): string {
  const element = `h${section.level + 1}`
  return `<${element} id="${id}" dir="auto">${headingText(section)}</${element}>`
}

function headingText({ number, heading }: Section): string {
  return `${number === undefined ? '' : `<span class="number">${escaped(number)}</span> `}${escaped(heading)}`
}
