// A paper as PDF: accessible and archival (PDF/A-3a), or to the rules of PDF/UA-1; the same paper gives the same bytes.
import type { Paper } from '../../core/paper/paper.ts'
import { Refusal } from '../../core/refusal.ts'
import type { Rendition } from '../../core/rendition/rendition.ts'
import type { Attachment } from './order.ts'
import { createPress } from './press.ts'

const press = createPress(new URL('press-worker.ts', import.meta.url))

/** A character that no shipped font draws is a refusal that says where it stands. */
export async function printPdf(
  paper: Paper,
  rendition: Pick<Rendition, 'date' | 'locale' | 'branding' | 'standard'>,
  attachments: readonly Attachment[],
): Promise<Uint8Array> {
  const twice = attachments.find(({ name }, index) => attachments.findIndex((one) => one.name === name) !== index)
  if (twice !== undefined)
    throw new Refusal('invalid', `two attachments are named ${twice.name}: give each its own name`)
  return press.print({
    paper,
    date: paper.date ?? rendition.date,
    page: rendition.locale.page,
    branding: rendition.branding,
    standard: rendition.standard ?? 'a-3a',
    attachments,
  })
}
