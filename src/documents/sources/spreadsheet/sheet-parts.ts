// Which part of a workbook holds which of its sheets.
import type { OpenPackage } from '../package/open-package.ts'
import { relationshipsOf } from '../package/relationships.ts'
import { readXml } from '../package/xml-events.ts'

export interface SheetPart {
  readonly name: string
  readonly part: string
}

export function workbookPart(parts: OpenPackage): string {
  return relationshipsOf(parts).find(({ kind }) => kind === 'officeDocument')?.target ?? 'xl/workbook.xml'
}

export function sheetParts(parts: OpenPackage): readonly SheetPart[] {
  const workbook = workbookPart(parts)
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
