// A logo that somebody hands us: what it is by its own bytes, how large, and whether it is safe to print.
import { crc32, inflateSync } from 'node:zlib'
import { Refusal } from '../../core/refusal.ts'
import type { Logo } from '../../core/rendition/branding.ts'
import { svgSize } from './svg.ts'

const byteLimit = 1024 * 1024
/** A logo on paper is a few centimetres: 4 megapixels are more than any printer shows. */
const pixelLimit = 4_000_000
const sideLimit = 8000

export function logoFrom(bytes: Uint8Array, alt: string): Logo {
  if (bytes.length > byteLimit) throw refused(`it holds ${(bytes.length / byteLimit).toFixed(1)} MB; at most 1 MB`)
  const logo = { ...measured(bytes), bytes, alt }
  const { width, height } = logo
  if (width < 1 || height < 1) throw refused('it has no size')
  if (logo.kind === 'svg') return logo
  if (width > sideLimit || height > sideLimit || width * height > pixelLimit)
    throw refused(`it is ${width} × ${height}; at most 4 megapixels, and no side above ${sideLimit}`)
  if (logo.kind === 'png' && !holdsItsPixels(bytes)) throw refused('this PNG is damaged; save it again')
  return logo
}

function measured(bytes: Uint8Array): Pick<Logo, 'kind' | 'width' | 'height'> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
    return { kind: 'png', ...pngSize(bytes, view) }
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return { kind: 'jpeg', ...jpegSize(bytes, view) }
  const text = textOf(bytes)
  if (text !== undefined && /^\s*(<\?xml|<!--|<svg|<!DOCTYPE)/i.test(text)) return { kind: 'svg', ...svgSize(text) }
  throw refused('it is no PNG, JPEG or SVG image; save it as one of these')
}

/** Every chunk is walked to the end: a file that is cut off would print as nothing. */
function pngSize(bytes: Uint8Array, view: DataView): { readonly width: number; readonly height: number } {
  if (bytes.length < 33 || ascii(bytes, 12) !== 'IHDR') throw refused('this PNG is damaged; save it again')
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    if (ascii(bytes, at + 4) === 'acTL') throw refused('it is an animation; save a still image')
    if (ascii(bytes, at + 4) === 'IEND') return { width: view.getUint32(16), height: view.getUint32(20) }
  }
  throw refused('this PNG is cut off; save it again')
}

/** At most 16 bits of 4 channels a pixel, and a byte a line in each of the seven passes of an interlaced one. */
const mostInflated = pixelLimit * 8 + sideLimit * 16

/** Its compressed rows are whole: what a viewer would show in part, a printer refuses. */
function holdsItsPixels(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const rows: Uint8Array[] = []
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    const end = at + 8 + view.getUint32(at)
    if (end + 4 > bytes.length || crc32(bytes.subarray(at + 4, end)) !== view.getUint32(end)) return false
    if (ascii(bytes, at + 4) === 'IDAT') rows.push(bytes.subarray(at + 8, end))
    if (ascii(bytes, at + 4) === 'IEND') break
  }
  const [width, height, depth, channels] = [view.getUint32(16), view.getUint32(20), bytes[24]!, channelsOf[bytes[25]!]]
  if (channels === undefined) return false
  const least =
    bytes[28] === 0 ? height * (1 + Math.ceil((width * depth * channels) / 8)) : (width * height * depth * channels) / 8
  try {
    return inflateSync(Buffer.concat(rows), { maxOutputLength: mostInflated }).length >= least
  } catch {
    return false
  }
}

/** By the kind of color that the header names. */
const channelsOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/** The frame header (SOF) holds the size; the segments before it are passed over by their lengths. */
function jpegSize(bytes: Uint8Array, view: DataView): { readonly width: number; readonly height: number } {
  for (let at = 2; at + 9 < bytes.length; at += 2 + view.getUint16(at + 2)) {
    const marker = bytes[at + 1]!
    if (bytes[at] !== 0xff || view.getUint16(at + 2) < 2) break
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (frame && endsWithImage(bytes)) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
  }
  throw refused('this JPEG is damaged or cut off; save it again')
}

/** Some cameras and editors write a little more after the end of the image. */
function endsWithImage(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(-1024)).includes(Buffer.from([0xff, 0xd9]))
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

function ascii(bytes: Uint8Array, at: number): string {
  return String.fromCodePoint(...bytes.subarray(at, at + 4))
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function refused(why: string): Refusal {
  return new Refusal('invalid', `the logo cannot be used: ${why}`)
}
