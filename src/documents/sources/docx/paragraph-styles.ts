// Which paragraph styles of a Word document are headings, and of which level; their ids are in the language of the program, their names are not.
import { readXml } from '../package/xml-events.ts'

export interface ParagraphStyle {
  readonly level?: number
  readonly role?: 'title' | 'caption'
  /** Word numbers it */
  readonly numbered?: boolean
  /** its text is struck out */
  readonly struck?: boolean
}

interface Style extends ParagraphStyle {
  readonly basedOn?: string
}

export function paragraphStyles(xml: string | undefined): ReadonlyMap<string, ParagraphStyle> {
  const styles = new Map<string, Style>()
  if (xml === undefined) return styles
  let id = ''
  let style: Style = {}
  readXml(xml, {
    open: (name, { val = '', styleId = '' }) => {
      if (name === 'style') [id, style] = [styleId, {}]
      else style = { ...style, ...property(name, val) }
    },
    close: (name) => {
      if (name === 'style') styles.set(id, style)
    },
  })
  return new Map([...styles.keys()].map((key) => [key, inherited(styles, key)]))
}

function property(name: string, value: string): Style {
  if (name === 'name') return byName(value)
  if (name === 'basedOn') return { basedOn: value }
  if (name === 'strike' || name === 'dstrike') return /^(?:0|false|off)$/i.test(value) ? {} : { struck: true }
  if (name === 'numId') return { numbered: value !== '0' }
  if (name === 'outlineLvl' && /^[0-8]$/.test(value)) return { level: Number(value) + 1 }
  return {}
}

function byName(name: string): Style {
  const [, level] = /^heading ([1-9])$/i.exec(name) ?? []
  if (level !== undefined) return { level: Number(level) }
  if (/^title$/i.test(name)) return { role: 'title' }
  return /^caption$/i.test(name) ? { role: 'caption' } : {}
}

/** A style without a level of its own has that of the style on which it is based. */
function inherited(styles: ReadonlyMap<string, Style>, key: string): ParagraphStyle {
  const line: Style[] = []
  let style = styles.get(key)
  while (style !== undefined && line.length < 20) {
    line.push(style)
    style = style.basedOn === undefined ? undefined : styles.get(style.basedOn)
  }
  const ranked = line.findIndex(({ level, role }) => level !== undefined || role !== undefined)
  const own = ranked === -1 ? line : line.slice(0, ranked + 1)
  const [numbered, struck] = [own.find((one) => one.numbered !== undefined), own.some((one) => one.struck)]
  return { ...line[ranked], ...(numbered?.numbered && { numbered: true }), ...(struck && { struck }) }
}
