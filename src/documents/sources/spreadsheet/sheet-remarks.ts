// What stands on the sheets of a workbook besides their cells: comments, text boxes, pictures.
import type { Issue } from '../../../core/issue.ts'
import { brief } from '../../../core/brief.ts'
import type { OpenPackage } from '../package/open-package.ts'
import { relationshipsOf } from '../package/relationships.ts'
import { readXml } from '../package/xml-events.ts'

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
    for (const { kind, target } of relationshipsOf(parts, part)) {
      const xml = kind === 'comments' || kind === 'drawing' ? parts.xml(target) : undefined
      if (xml === undefined) continue
      if (kind === 'comments') takeComments(remarks, xml, name)
      else takeDrawing(remarks, xml, name)
    }
  }
  return remarks
}

interface SheetPart {
  readonly name: string
  readonly part: string
}

function sheetParts(parts: OpenPackage): readonly SheetPart[] {
  const workbook = relationshipsOf(parts).find(({ kind }) => kind === 'officeDocument')?.target ?? 'xl/workbook.xml'
  const targets = new Map(relationshipsOf(parts, workbook).map(({ id, target }) => [id, target]))
  const sheets: SheetPart[] = []
  const xml = parts.xml(workbook)
  if (xml === undefined) return sheets
  readXml(xml, {
    open: (element, { name, id = '' }) => {
      const part = targets.get(id)
      if (element === 'sheet' && name !== undefined && part !== undefined) sheets.push({ name, part })
    },
  })
  return sheets
}

function takeComments(remarks: Remarks, xml: string, sheet: string): void {
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
      say(
        remarks,
        `${sheet}!${at}`,
        `a comment stands at this cell, which was not read as part of it: "${inBrief(text)}"`,
      )
      text = undefined
    },
  })
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
