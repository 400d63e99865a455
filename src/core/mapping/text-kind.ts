// Whether a claim's text says what is done, or only whose it is (a name, a mark, letters), or what somebody noted beside it.
import type { Claim } from '../claims/claim.ts'
import { visibleText } from '../text.ts'
import type { RowEvidence } from './row-evidence.ts'

export function textKind(
  { sayings, notes }: Pick<RowEvidence, 'sayings' | 'notes'>,
  text: string,
): Pick<Claim, 'textIs'> {
  if (text === '') return {}
  if (text === joined(notes.map((note) => note.text))) return { textIs: 'note' }
  if (text !== joined(sayings.map(({ words = '' }) => words))) return {}
  return { textIs: sayings.every(({ marked }) => marked) ? 'letters' : 'owner' }
}

function joined(texts: readonly string[]): string {
  return texts
    .map(visibleText)
    .filter((text) => text !== '')
    .join('\n')
}
