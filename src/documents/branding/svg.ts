// A drawing as a logo: only shapes and paint. Whatever can run, load or grow is refused, not repaired.
import { Refusal } from '../../core/refusal.ts'

const allowed = new Set(
  'svg g path rect circle ellipse line polyline polygon title desc defs linearGradient radialGradient stop clipPath metadata style'.split(
    ' ',
  ),
)
const elementLimit = 5000

export function svgSize(text: string): { readonly width: number; readonly height: number } {
  if (/<!DOCTYPE|<!ENTITY|<!\[CDATA\[/i.test(text)) throw refused('it declares a document type or holds raw data')
  if (/<\?(?!xml[\s?])/i.test(text)) throw refused('it holds a processing instruction, such as a style sheet')
  const tags = [
    ...text.replaceAll(/<!--[\s\S]*?-->/g, '').matchAll(/<\s*([A-Za-z_][\w:.-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/g),
  ]
  if (/url\(\s*["']?(?!#)|@import|javascript:|expression\(/i.test(decoded(text)))
    throw refused('it loads something from outside')
  if (tags.length === 0 || tags.length > elementLimit) throw refused('it holds no drawing, or one with too many parts')
  for (const [, name = '', attributes = ''] of tags) refuseUnsafe(name, attributes)
  const [, , root = ''] = tags.find(([, name]) => name === 'svg') ?? []
  return sizeOf(root)
}

function refuseUnsafe(name: string, attributes: string): void {
  const editorsOwn = /^(sodipodi|inkscape|rdf|cc|dc):/.test(name)
  if (name === 'text' || name === 'tspan')
    throw refused('it holds text in a font that others may lack; turn the text into paths')
  if (!editorsOwn && !allowed.has(name)) throw refused(`it holds <${name}>, which a logo does not need`)
  if (/[\s"'/]on[a-z]+\s*=/i.test(attributes)) throw refused('it holds a script')
  // Only links inside the drawing itself; no address, no data, no script.
  for (const [, link = ''] of attributes.matchAll(/(?:^|[\s"'])(?:xlink:)?href\s*=\s*["']?\s*([^"'>]*)/gi))
    if (!/^#[\w.-]+$/.test(link.trim())) throw refused('it links to something outside itself')
}

/** Character references can hide an address. */
function decoded(text: string): string {
  return text.replaceAll(/&#(x?)([0-9a-f]+);?/gi, (_, hex: string, digits: string) => {
    const code = Number.parseInt(digits, hex === '' ? 10 : 16)
    return code <= 0x10_ff_ff ? String.fromCodePoint(code) : ''
  })
}

function sizeOf(root: string): { readonly width: number; readonly height: number } {
  const read = (name: string): number =>
    Number.parseFloat(new RegExp(`(?:^|\\s)${name}\\s*=\\s*["']\\s*([\\d.]+)(?:px)?\\s*["']`).exec(root)?.[1] ?? '')
  const [width, height] = [read('width'), read('height')]
  if (width > 0 && height > 0) return { width, height }
  const box = /viewBox\s*=\s*["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)/.exec(root)
  if (box) return { width: Number(box[1]), height: Number(box[2]) }
  throw refused('it says neither width and height nor a viewBox')
}

function refused(why: string): Refusal {
  return new Refusal('invalid', `the logo cannot be used: ${why}; save it as PNG`)
}
