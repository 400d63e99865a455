// The parts of a guarded workbook that a reading needs, packed anew: the parser never sees the file that came in.
import { zipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import { brief } from '../../core/brief.ts'
import type { Read } from '../../core/matrix-document.ts'
import type { RawWorkbook } from '../../core/proposal/raw-workbook.ts'
import { guardZip } from './guard-zip.ts'
import { rawWorkbook, rowLimit } from './read-sheets.ts'
import { xmlFault } from './whole-xml.ts'

/** Runs in the worker: it may take all the memory that the worker has, and as long as the worker is let. */
export async function readParts(bytes: Uint8Array): Promise<Read<RawWorkbook>> {
  const parts = soundParts(bytes)
  return parts.ok ? workbookIn(parts.value) : parts
}

export type Parts = ReadonlyMap<string, Uint8Array>

/** By name: really inflated, and whole XML. */
export function soundParts(bytes: Uint8Array): Read<Parts> {
  const parts = guardZip(bytes, isNeeded)
  if (!parts.ok) return parts
  // Markup is ASCII: a letter for each byte is enough to see it, and half the memory.
  for (const [name, part] of parts.value) {
    const fault = xmlFault(Buffer.from(part.buffer, part.byteOffset, part.length).toString('latin1'))
    if (fault !== undefined) return damaged(name, fault)
  }
  return parts
}

export async function workbookIn(parts: Parts): Promise<Read<RawWorkbook>> {
  const workbook = await parsed(withCommentsOnly(parts))
  return workbook.ok ? rawWorkbook(workbook.value) : workbook
}

function damaged(name: string, fault: string): Read<never> {
  const message = `it is damaged (${fault}); open the file in Excel or LibreOffice, save it again, and give that`
  return { ok: false, issues: [{ at: `the part ${name}`, message }] }
}

const besides =
  /(^|\/)(externalLinks|media|drawings|charts|chartsheets|diagrams|pivot\w*|slicer\w*|threadedComments|persons|customXml|embeddings|activeX|ctrlProps|queryTables|tables|theme|printerSettings)(\/|\d*\.xml$)/i

const sheetLinks = /(^|\/)worksheets\/_rels\/[^/]*\.rels$/i

/** Cells, their texts, formats and comments, the names of sheets, custom properties. Links to other files, pictures and macros are not. */
function isNeeded(name: string): boolean {
  if (/\.rels$/i.test(name))
    return /^_rels\/\.rels$|(^|\/)_rels\/[^/]*workbook[^/]*\.rels$/i.test(name) || sheetLinks.test(name)
  return /\.xml$/i.test(name) && !besides.test(name)
}

/** Of what a sheet is linked to, its comments. */
function withCommentsOnly(parts: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  return new Map(
    [...parts].map(([name, part]) => {
      if (!sheetLinks.test(name)) return [name, part]
      const links = new TextDecoder().decode(part).match(/<(?:\w+:)?Relationship\s[^>]*\/comments["'][^>]*>/g) ?? []
      const whole = links.map((link) => link.replace(/^<\w+:/, '<').replace(/\/?>$/, '/>')).join('')
      return [name, new TextEncoder().encode(`<Relationships xmlns="${relationships}">${whole}</Relationships>`)]
    }),
  )
}

const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** Formats are looked at where one strikes text through, which is rare. */
function strikesThrough(parts: ReadonlyMap<string, Uint8Array>): boolean {
  const styles = [...parts].find(([name]) => /(^|\/)styles\.xml$/i.test(name))?.[1]
  return styles !== undefined && Buffer.from(styles.buffer, styles.byteOffset, styles.length).includes('strike')
}

/** Stored, not packed: they were unpacked a moment ago. */
async function parsed(parts: ReadonlyMap<string, Uint8Array>): Promise<Read<Awaited<ReturnType<typeof readXlsx>>>> {
  const stored = Object.fromEntries(
    [...parts].map(([name, part]) => [name, [part, { level: 0, mtime: '1980-01-01' }]] as const),
  )
  try {
    return {
      ok: true,
      value: await readXlsx(zipSync(stored as never), {
        maxRows: rowLimit + 1,
        readStyles: strikesThrough(parts),
      }),
    }
  } catch (error) {
    const reason = error instanceof Error ? ` (${brief(error.message.split('. ')[0]!, 200)})` : ''
    return {
      ok: false,
      issues: [
        {
          at: 'the file',
          message: `it is not a workbook that can be read${reason}; open it in Excel or LibreOffice, save it again, and give that`,
        },
      ],
    }
  }
}
