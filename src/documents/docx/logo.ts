// The logo on the cover of a Word document.
import { ImageRun } from 'docx'
import type { Branding, Logo } from '../../core/rendition/branding.ts'

/** Pixels at 96 to the inch. */
const room = { width: 240, height: 72 }

/** Alone in its document, so its number is ours. */
const only = '1'

const kinds = { png: 'png', jpeg: 'jpg' } as const

/** Undefined for a drawing (SVG): older Word and LibreOffice want a picture besides, and we have none to give. */
export function logoOf({ kind, bytes, width, height, alt }: Logo): ImageRun | undefined {
  if (kind === 'svg') return undefined
  const scale = Math.min(room.width / width, room.height / height, 1)
  return new ImageRun({
    type: kinds[kind],
    data: bytes,
    transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
    altText: { id: only, name: 'Logo', description: alt, title: alt },
  })
}

/** What a Word document leaves out of the branding, to be said to whoever exports it. */
export function logoLoss({ logo }: Pick<Branding, 'logo'>): string | undefined {
  return logo?.kind === 'svg' ? 'the logo: a Word document shows a PNG or JPEG picture, and this one is SVG' : undefined
}
