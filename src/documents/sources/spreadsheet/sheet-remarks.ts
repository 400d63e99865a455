// What stands on the sheets of a workbook besides their cells: comments, text boxes, pictures.
import type { Issue } from '../../../core/issue.ts'
import { brief } from '../../../core/brief.ts'
import type { OpenPackage } from '../package/open-package.ts'
import { relationshipsOf } from '../package/relationships.ts'
import { readXml } from '../package/xml-events.ts'
import { sheetParts } from './sheet-parts.ts'

export interface SheetRemarks {
  readonly issues: readonly Issue[]
  readonly prose: number
  readonly pictures: number
}

interface Remarks {
  readonly issues: Issue[]
  prose: number
  pictures: number
}

const mostIssues = 200

export function sheetRemarks(parts: OpenPackage): SheetRemarks {
  const remarks: Remarks = { issues: [], prose: 0, pictures: 0 }
  for (const { name, part } of sheetParts(parts)) {
    const related = relationshipsOf(parts, part)
    const xmlOf = (wanted: string): readonly string[] =>
      related.flatMap(({ kind, target }) => (kind === wanted ? (parts.xml(target) ?? []) : []))
    const threads = new Map<string, string[]>()
    for (const xml of xmlOf('threadedComment')) takeThreads(threads, xml)
    for (const [at, texts] of threads) sayComment(remarks, `${name}!${at}`, texts.join(' / '))
    for (const xml of xmlOf('comments')) takeComments(remarks, xml, { sheet: name, threads })
    for (const xml of xmlOf('drawing')) takeDrawing(remarks, xml, name)
  }
  return remarks
}

/** Comments that answer one another; a plain one stands at the same cell, for old programs, and says only that it is there. */
function takeThreads(threads: Map<string, string[]>, xml: string): void {
  let at = ''
  let text: string | undefined
  readXml(xml, {
    open: (name, { ref = '' }) => {
      if (name === 'threadedComment') at = ref
      if (name === 'text') text = ''
    },
    text: (more) => {
      if (text !== undefined) text += more
    },
    close: (name) => {
      if (name !== 'text' || text === undefined) return
      const texts = threads.get(at)
      if (texts) texts.push(text)
      else threads.set(at, [text])
      text = undefined
    },
  })
}

interface Sheet {
  readonly sheet: string
  readonly threads: ReadonlyMap<string, unknown>
}

function takeComments(remarks: Remarks, xml: string, { sheet, threads }: Sheet): void {
  let at = ''
  let text: string | undefined
  let inText = false
  readXml(xml, {
    open: (name, { ref = '' }) => {
      if (name === 'comment') [at, text] = [ref, '']
      inText = name === 't'
    },
    text: (more) => {
      if (inText && text !== undefined) text += more
    },
    close: (name) => {
      inText = false
      if (name !== 'comment') return
      if (!threads.has(at)) sayComment(remarks, `${sheet}!${at}`, text)
      text = undefined
    },
  })
}

function sayComment(remarks: Remarks, at: string, text: string | undefined): void {
  say(remarks, at, `a comment stands at this cell, which was not read as part of it: "${inBrief(text)}"`)
}

/** A paragraph of a text box ends a line. */
function takeDrawing(remarks: Remarks, xml: string, sheet: string): void {
  let text: string | undefined
  let inText = false
  readXml(xml, {
    open: (name) => {
      if (name === 'pic') remarks.pictures += 1
      if (name === 'sp') text = ''
      inText = name === 't'
    },
    text: (more) => {
      if (inText && text !== undefined) text += more
    },
    close: (name) => {
      inText = false
      if (name === 'p' && text !== undefined) text += ' '
      if (name !== 'sp' || text === undefined) return
      if (text.trim() !== '')
        say(remarks, sheet, `a text box lies on this sheet, which was not read: "${inBrief(text)}"`)
      remarks.prose += text.trim().length
      text = undefined
    },
  })
}

function say({ issues }: Remarks, at: string, message: string): void {
  if (issues.length < mostIssues) issues.push({ at, message })
  else if (issues.length === mostIssues)
    issues.push({
      at: 'the file',
      message: 'more comments and text boxes stand on its sheets, which were not read either',
    })
}

function inBrief(text = ''): string {
  return brief(text.replaceAll(/\s+/g, ' ').trim(), 120)
}
