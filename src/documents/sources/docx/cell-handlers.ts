// What the XML of a Word document says of a cell besides its text: spans, color, the words of a picture, a number of Word's own.
import type { Handler } from './reading.ts'
import { span } from './reading.ts'

export const cellOpened: Readonly<Record<string, Handler>> = {
  tcPr: (reading) => {
    reading.inProperties = 'tcPr'
  },
  gridSpan: ({ body }, { val }) => {
    const cell = body.open.at(-1)?.cell
    if (cell) cell.columns = Math.max(1, span(val))
  },
  vMerge: ({ body }, { val }) => {
    const cell = body.open.at(-1)?.cell
    if (cell) cell.down = val === 'restart' ? 'restart' : 'continue'
  },
  hMerge: ({ body }, { val }) => {
    const cell = body.open.at(-1)?.cell
    if (cell) cell.right = val !== 'restart'
  },
  shd: ({ body, inProperties }, { val = 'clear', fill = 'auto', color = 'auto' }) => {
    const cell = body.open.at(-1)?.cell
    if (cell && inProperties === 'tcPr') cell.fill = fillOf(val, fill, color)
  },
  docPr: ({ body }, { descr, title }) => {
    body.open.at(-1)?.cell?.labels.push(descr || title || '')
  },
  shape: ({ body }, { alt = '' }) => {
    body.open.at(-1)?.cell?.labels.push(alt)
  },
  numId: ({ body }, { val }) => {
    const paragraph = body.paragraphs.at(-1)
    if (paragraph) paragraph.style = { ...paragraph.style, numbered: val !== '0' }
  },
}

export const cellClosed: Readonly<Record<string, Handler>> = {
  tcPr: (reading) => {
    reading.inProperties = ''
  },
}

const papers = new Set(['auto', 'ffffff'])

/** Undefined for white, and for no color at all (ECMA-376-1 §17.18.78). */
function fillOf(pattern: string, fill: string, color: string): string | undefined {
  if (pattern === 'nil' || pattern === 'clear') return papers.has(fill.toLowerCase()) ? undefined : fill.toUpperCase()
  return `${pattern} ${color} ${fill}`
}
