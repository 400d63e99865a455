// A workbook that somebody gave us to fill in: guarded, its sheets found by name, read as far as the filling needs.
import { Refusal } from '../../core/refusal.ts'
import { guardZip } from '../xlsx/guard-zip.ts'
import { cellsOf, sharedStrings, unescaped } from './sheet-xml.ts'
import type { SheetCell } from './sheet-xml.ts'

export interface OpenSheet {
  readonly path: string
  readonly xml: string
  readonly cells: readonly SheetCell[]
}

export interface OpenWorkbook {
  readonly sheetNames: readonly string[]
  /** undefined where the workbook has no such sheet */
  readonly sheet: (name: string) => OpenSheet | undefined
}

/** The blank template’s largest part holds 0.14 MB. */
const partLimit = 8 * 1024 * 1024

export function openWorkbook(bytes: Uint8Array): OpenWorkbook {
  const guarded = guardZip(bytes, (name) => /^xl\/[^/]*\.xml$|^xl\/_rels\/|^xl\/worksheets\/[^/]*\.xml$/.test(name))
  if (!guarded.ok) throw new Refusal('invalid', 'the template cannot be filled in', guarded.issues)
  const text = (path: string): string => textOf(guarded.value, path)
  const paths = sheetPaths(text('xl/workbook.xml'), text('xl/_rels/workbook.xml.rels'))
  const strings = guarded.value.has('xl/sharedStrings.xml') ? sharedStrings(text('xl/sharedStrings.xml')) : []
  return {
    sheetNames: [...paths.keys()],
    sheet: (name) => {
      const path = paths.get(name)
      if (path === undefined) return undefined
      const xml = text(path)
      return { path, xml, cells: cellsOf(xml, strings) }
    },
  }
}

function textOf(parts: ReadonlyMap<string, Uint8Array>, path: string): string {
  const part = parts.get(path)
  if (part === undefined) throw refusal(`its part ${path} is missing, so it is damaged; fetch it anew from CMMC eMASS`)
  if (part.length > partLimit)
    throw refusal(`its part ${path} is far larger than the template’s; give the template as CMMC eMASS provides it`)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(part)
  } catch {
    throw refusal(`its part ${path} is not UTF-8; open the template in Excel and save it as .xlsx`)
  }
}

/** Sheet name to part, through the relationships; a sheet need not be called after its number. */
function sheetPaths(workbook: string, relationships: string): ReadonlyMap<string, string> {
  const targets = new Map(
    tags(relationships, 'Relationship').map(({ Id = '', Target = '' }) => [
      Id,
      Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`,
    ]),
  )
  const found = tags(workbook, 'sheet').flatMap((sheet) => {
    const id = Object.entries(sheet).find(([attribute]) => attribute.endsWith(':id'))?.[1]
    const path = targets.get(id ?? '')
    return sheet['name'] === undefined || path === undefined ? [] : [[sheet['name'], path] as const]
  })
  return new Map(found)
}

function tags(xml: string, name: string): readonly Readonly<Record<string, string>>[] {
  return [...xml.matchAll(new RegExp(`<${name}\\s([^<>]*)>`, 'g'))].map(([, attributes = '']) => {
    const pairs = [...attributes.matchAll(/([\w:]+)="([^"]*)"/g)]
    return Object.fromEntries<string>(pairs.map(([, key = '', value = '']) => [key, unescaped(value)]))
  })
}

function refusal(message: string): Refusal {
  return new Refusal('invalid', 'the template cannot be filled in', [{ at: 'the template', message }])
}
