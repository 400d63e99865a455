// What the library that writes workbooks cannot say, said in the parts that it wrote.
import { zipEntries, zipOf } from '../canonical-zip.ts'

export function mended(bytes: Uint8Array): Uint8Array {
  const parts = zipEntries(bytes).map(([name, part]) => [name, part] as const)
  const styles = parts.find(([name]) => name === 'xl/styles.xml')
  const below = styles === undefined ? undefined : belowTable(textOf(styles[1]))
  return zipOf(
    parts.map(([name, part]) => {
      const mend = mends.find(([pattern]) => pattern.test(name))?.[1]
      return [name, mend === undefined ? part : new TextEncoder().encode(mend(textOf(part), below))]
    }),
  )
}

function textOf(part: Uint8Array): string {
  return new TextDecoder().decode(part)
}

type Mend = (xml: string, below: BelowTable | undefined) => string

const mends: readonly (readonly [RegExp, Mend])[] = [
  // The filter's name is not for people's eyes.
  [/^xl\/workbook\.xml$/, (xml) => xml.replaceAll(/(<definedName name="_xlnm\._FilterDatabase")/g, '$1 hidden="1"')],
  [/^xl\/worksheets\/sheet\d+\.xml$/, mendSheet],
  [/^xl\/styles\.xml$/, (xml, below) => below?.styles ?? xml],
  [/^docProps\/app\.xml$/, (xml) => xml.replace('<Application>hucre<', '<Application>Demarc<')],
]

/** What is two pages wide comes page beside page, and a table's rows grow with what is typed in them. */
function mendSheet(xml: string, below: BelowTable | undefined): string {
  const ordered = xml.replace('<pageSetup ', '<pageSetup pageOrder="overThenDown" ')
  if (!ordered.includes('<autoFilter ')) return ordered
  const growing = ordered.replaceAll(/(<row r="(?!1")\d+" ht="[\d.]+") customHeight="1"/g, '$1')
  if (below === undefined || !growing.includes(` s="${below.editable}"`)) return growing
  return growing.replaceAll(/<col min="(?!1")\d+"/g, `$& style="${below.style}"`)
}

/** Of rows that people add below a table, whose cells nobody has written yet: text, and wrapped. */
interface BelowTable {
  readonly styles: string
  /** place of the format of the cells that may be changed */
  readonly editable: number
  /** place of the format below them */
  readonly style: number
}

const textFormat = 49

/** Undefined where no cell may be changed. */
function belowTable(styles: string): BelowTable | undefined {
  const format = /<numFmt numFmtId="(\d+)" formatCode="@"\/>/.exec(styles)?.[1]
  const list = /<cellXfs count="(\d+)">(.*)<\/cellXfs>/s.exec(styles)
  const formats = [...(list?.[2] ?? '').matchAll(/<xf numFmtId="(\d+)" fontId="(\d+)"/g)]
  const editable = formats.findIndex(([, number]) => format !== undefined && number === format)
  if (list === null || editable < 0) return undefined
  const font = formats[editable]![2]!
  const added = `<xf numFmtId="${textFormat}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="true" applyFont="true" applyAlignment="true"><alignment vertical="top" wrapText="true"/></xf>`
  return {
    styles: styles.replace(list[0], `<cellXfs count="${formats.length + 1}">${list[2]}${added}</cellXfs>`),
    editable,
    style: formats.length,
  }
}
