// How this text stands: open, complete but not signed, or signed; and the words for it across the pages.
import type { Subject } from '../rendition/rendition.ts'

export interface TextStanding {
  readonly open: number
  readonly signed: boolean
  /** undefined: nothing is open, and it is signed */
  readonly draft?: string
}

export function standingOfText({ proof, rendition }: Subject): TextStanding {
  const open = proof.objectives.filter(({ status }) => status === 'open').length
  const signed = rendition.signOff !== undefined
  const because = [
    ...(open > 0 ? [`${open} ${open === 1 ? 'objective' : 'objectives'} open`] : []),
    ...(signed ? [] : ['not signed']),
  ]
  return { open, signed, ...(because.length === 0 ? {} : { draft: `DRAFT: ${because.join(', ')}` }) }
}
