// The blocks of a section as the typesetter takes them.
import { textOf } from '../../core/paper/paper.ts'
import type { Block, Cell, Line, Signer } from '../../core/paper/paper.ts'
import { setCell, setLine, setText } from './set-line.ts'
import type { SetCell, SetLine } from './set-line.ts'
import { setTable } from './set-table.ts'
import type { SetTable } from './set-table.ts'

interface Facts {
  readonly label: number
  readonly rows: readonly (readonly [SetLine, SetCell])[]
}

export type SetBlock =
  | SetTable
  | { readonly kind: 'text' | 'note'; readonly line: SetLine }
  | { readonly kind: 'clause'; readonly number: string; readonly line: SetLine }
  | { readonly kind: 'list'; readonly items: readonly SetLine[] }
  | ({ readonly kind: 'facts'; readonly caption: SetLine } & Facts)
  | { readonly kind: 'signatures'; readonly signers: readonly SetSigner[] }

interface SetSigner {
  readonly capacity: SetLine
  readonly legalName: SetLine
  readonly lines: readonly (readonly [SetLine, SetLine])[]
}

export const bodySize = 9.5
/** Between two signature blocks. */
const gutter = 32
/** Of the room, what a label of facts takes. */
const labelShare = 0.26
const clauseNumber = /^(?:(?:\d+\.)+\d*|\d+|\([a-z\d]{1,4}\)|[A-Z]\.)\s+/u

export function setBlock(block: Block, heading: string, room: number): SetBlock {
  const across = room / bodySize
  switch (block.kind) {
    case 'text':
      return setParagraph(block, across)
    case 'list':
      return { kind: 'list', items: block.items.map((item) => setLine(item, across - 3)) }
    case 'facts':
      return {
        kind: 'facts',
        caption: setText(block.caption === heading ? '' : block.caption, across),
        ...setFacts(block.rows, room),
      }
    case 'table':
      return setTable(block, room, block.caption !== heading)
    default:
      return { kind: 'signatures', signers: block.signers.map((signer) => setSigner(signer, (room - gutter) / 2)) }
  }
}

function setParagraph({ line, style }: Extract<Block, { kind: 'text' }>, across: number): SetBlock {
  const head = style === 'clause' ? clauseNumber.exec(textOf([line]))?.[0] : undefined
  if (head === undefined) return { kind: style === 'note' ? 'note' : 'text', line: setLine(line, across) }
  return { kind: 'clause', number: head.trim(), line: setLine(without(line, head.length), across - 4) }
}

function without(line: Line, characters: number): Line {
  let left = characters
  return line.flatMap((run) => {
    const text = run.text.slice(left)
    left = Math.max(0, left - run.text.length)
    return text === '' ? [] : [{ ...run, text }]
  })
}

/** Two stand beside one another; a label takes 72 points. */
function setSigner({ capacity, legalName, lines }: Signer, room: number): SetSigner {
  return {
    capacity: setText(capacity, room / 8),
    legalName: setText(legalName, room / 10.5),
    lines: lines.map(([label, value]) => [setText(label, 72 / 8), setText(value, (room - 72) / bodySize)]),
  }
}

/** `label` is the width of the labels, in points. */
export function setFacts(rows: readonly (readonly [string, Cell])[], room: number): Facts {
  const label = room * labelShare
  return {
    label,
    rows: rows.map(([words, cell]) => [setText(words, label / bodySize - 1), setCell(cell, (room - label) / bodySize)]),
  }
}
