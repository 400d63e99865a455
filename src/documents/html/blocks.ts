// What a section of a page holds.
import type { Block, Line, Section, Signer } from '../../core/paper/paper.ts'
import { escaped } from './escape.ts'
import { lineHtml } from './lines.ts'
import type { Sheet } from './style-sheet.ts'
import { factsHtml, tableHtml } from './table.ts'

export interface Here {
  readonly heading: string
  readonly level: Section['level']
  readonly sheet: Sheet
}

export function blockHtml(block: Block, { heading, level, sheet }: Here): string {
  switch (block.kind) {
    case 'text':
      return textHtml(block.line, block.style)
    case 'list':
      return `<ul>${block.items.map((item) => `<li dir="auto">${lineHtml(item)}</li>`).join('')}</ul>\n`
    case 'facts':
      return factsHtml(block, heading)
    case 'table':
      return tableHtml(block, heading, sheet)
    default:
      return `<div class="signers">${block.signers.map((signer) => signerHtml(signer, level)).join('\n')}</div>\n`
  }
}

function textHtml(line: Line, style: 'clause' | 'note' | undefined): string {
  return `<p dir="auto"${style === undefined ? '' : ` class="${style}"`}>${lineHtml(line)}</p>\n`
}

/** A line left to write on is said to be one. */
function signerHtml({ capacity, legalName, lines }: Signer, level: Section['level']): string {
  const heading = `h${level + 2}`
  const fields = lines.map(([label, text]) => {
    const value = text === '' ? '<span class="said">left blank, to be filled in</span>' : escaped(text)
    return `<dt dir="auto">${escaped(label)}</dt><dd dir="auto">${value}</dd>`
  })
  return `<div class="signer"><p dir="auto">${escaped(capacity)}</p><${heading} dir="auto">${escaped(legalName)}</${heading}><dl>${fields.join('')}</dl></div>`
}
