// Which cell formats of a workbook fill the cell with a color: the styles part (ECMA-376-1 §18.8).
import { readXml, type XmlAttributes } from '../package/xml-events.ts'

/** By a format's place in the list; those that fill with white or nothing are left out. */
export function filledFormats(xml: string): ReadonlyMap<string, string> {
  const fills: (string | undefined)[] = []
  const formats = new Map<string, string>()
  let fill: Fill | undefined
  let inFormats = false
  let format = 0
  readXml(xml, {
    open: (name, attributes) => {
      if (name === 'fill') fill = {}
      else if (name === 'cellXfs') inFormats = true
      else if (name === 'xf' && inFormats) {
        const found = fills[Number(attributes['fillId'] ?? 0)]
        if (found !== undefined) formats.set(String(format), found)
        format += 1
      } else if (fill) property(fill, name, attributes)
    },
    close: (name) => {
      if (name === 'cellXfs') inFormats = false
      if (name !== 'fill' || fill === undefined) return
      fills.push(sayFill(fill))
      fill = undefined
    },
  })
  return formats
}

interface Fill {
  pattern?: string
  front?: string
  back?: string
}

function property(fill: Fill, name: string, attributes: XmlAttributes): void {
  if (name === 'patternFill') fill.pattern = attributes['patternType'] ?? 'none'
  else if (name === 'gradientFill') fill.pattern = 'gradient'
  else if (name === 'fgColor') fill.front = colorOf(attributes)
  else if (name === 'bgColor') fill.back = colorOf(attributes)
  else if (name === 'color') fill.front = `${fill.front ?? ''} ${colorOf(attributes)}`
}

/** Every format list begins with `gray125`, which no program shows. */
function sayFill({ pattern = 'none', front = white, back = white }: Fill): string | undefined {
  if (pattern === 'none' || pattern === 'gray125') return undefined
  if (pattern !== 'solid') return `${pattern} ${front} ${back}`
  return front === white ? undefined : front
}

const white = 'white'
/** Of the indexed palette (§18.8.27), the last being the window's background. */
const whites = new Set(['1', '9', '65'])

/** The first color of a theme is its paper. */
function colorOf({ rgb, theme, indexed, tint = '0' }: XmlAttributes): string {
  if (rgb !== undefined) return /^([\da-f]{2})?f{6}$/i.test(rgb) ? white : rgb.slice(-6).toUpperCase()
  if (indexed !== undefined) return whites.has(indexed) ? white : `indexed ${indexed}`
  if (theme === undefined) return white
  return theme === '0' && Number(tint) === 0 ? white : `theme ${theme} ${tint}`
}
