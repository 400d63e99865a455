// What in a row speaks against what the row says of who does it: then it is unclear, and the cell is told.
import { brief } from '../brief.ts'
import type { ClaimOwnership } from '../claims/claim.ts'
import type { Issue } from '../issue.ts'
import { isConditional } from './conditional-words.ts'
import { isWaived } from './marks.ts'
import { takesBack } from './note-words.ts'
import type { RowEvidence } from './row-evidence.ts'

interface Said {
  readonly ownership: ClaimOwnership
  readonly marked?: true
}

export function gainsayingIn(row: RowEvidence, said: Said): Issue | undefined {
  return (
    strangersColumn(row, said) ??
    outOfTheRow(row, said) ??
    promisedOnly(row, said) ??
    notUnderstood(row, said) ??
    nothingLeft(row, said) ??
    takenBack(row, said)
  )
}

type Finder = (row: RowEvidence, said: Said) => Issue | undefined

const decided: ReadonlySet<ClaimOwnership> = new Set(['msp', 'client', 'provider', 'shared'])
const serves: ReadonlySet<ClaimOwnership> = new Set(['provider', 'msp', 'shared'])

const strangersColumn: Finder = ({ strangers }, { ownership }) => {
  const found = strangers.find(({ side }) => side !== ownership)
  if (found === undefined || ownership === 'shared' || ownership === 'unclear') return undefined
  return {
    at: found.at,
    message: `this column was not understood, and its heading names the ${found.side}; say in the mapping what it holds`,
  }
}

const outOfTheRow: Finder = ({ takenOut }, { ownership }) => {
  const out = takenOut.find(({ answer }) => !answer || ownership !== 'client')
  if (out === undefined || !decided.has(ownership)) return undefined
  return {
    at: out.at,
    message: `“${brief(out.text.trim())}” here takes the row out, and the row says ${ownership}: ask which holds`,
  }
}

const promisedOnly: Finder = ({ parts }, { ownership }) => {
  if (!serves.has(ownership)) return undefined
  const promised = parts.find(({ holder, text }) => holder.side !== 'client' && isConditional(text))
  return (
    promised && {
      at: promised.at,
      message: 'its words make it depend on something, or promise it for later: ask whether it is done now',
    }
  )
}

const notUnderstood: Finder = (row, { ownership }) => {
  const [cell] = row.notUnderstood
  if (ownership !== 'client' || cell === undefined) return undefined
  return {
    at: cell.at,
    message: 'this column was not understood, and it may say what somebody else does; say in the mapping what it holds',
  }
}

const leavesNothing =
  /^\s*(?:none\b|nothing\b|fully inherited\b|no (?:customer|agency|client) (?:responsibilit|action))/iu

const nothingLeft: Finder = ({ split, authorsAlone }, { ownership }) => {
  if (ownership !== 'client') return undefined
  const none = split.find(({ text }) => leavesNothing.test(text) || isWaived(text)) ?? authorsAlone[0]
  return (
    none && {
      at: none.at,
      message: 'the row gives it to the customer, and here it speaks of nothing that the customer does',
    }
  )
}

const takenBack: Finder = ({ notes }, { ownership, marked }) => {
  const note = marked === true ? notes.find(({ text }) => takesBack(text, ownership)) : undefined
  return note && { at: note.at, message: 'the note says otherwise than the marks; read it and decide' }
}
