// Pieces of text put on pages one after the other, as Word does: headings stay with what follows, table heads stand again.

export interface Piece {
  /** twips */
  readonly height: number
  /** less than that is not left alone at the foot of a page; all of it where it does not break */
  readonly lead: number
  /** stays on the page of the next piece */
  readonly keepNext?: boolean
  readonly newPage?: boolean
  /** what stands again over it on a page that it continues on */
  readonly repeats?: number
  /** its page is asked for */
  readonly marked?: boolean
}

export interface Flow {
  /** twips between header and footer */
  readonly room: number
  readonly pieces: readonly Piece[]
}

interface Place {
  readonly page: number
  readonly down: number
}

/** The page of each marked piece, counted from 1. */
export function markedPages(flows: readonly Flow[]): readonly number[] {
  const pages: number[] = []
  let page = 0
  for (const { room, pieces } of flows) {
    let place: Place = { page: page + 1, down: 0 }
    let kept = false
    pieces.forEach((piece, index) => {
      const fits = kept || place.down + leadOf(pieces, index) <= room
      if (place.down > 0 && (piece.newPage === true || !fits)) place = { page: place.page + 1, down: 0 }
      if (place.down === 0 && index > 0 && piece.newPage !== true) place = { ...place, down: piece.repeats ?? 0 }
      if (piece.marked) pages.push(place.page)
      place = after(piece, place, room)
      kept = piece.keepNext === true
    })
    page = place.page
  }
  return pages
}

/** What must come onto the page together with this piece. */
function leadOf(pieces: readonly Piece[], index: number): number {
  let total = 0
  for (const { height, lead, keepNext } of pieces.slice(index, index + 8)) {
    if (!keepNext) return total + lead
    total += height
  }
  return total
}

/** Lines do not break: where a piece does, half of one is lost, and a cell's padding stands twice. */
const lostAtBreak = 200

function after({ height, repeats = 0 }: Piece, { page, down }: Place, room: number): Place {
  const over = down + height - room
  if (over <= 0) return { page, down: down + height }
  const each = Math.max(room - repeats - lostAtBreak, 1)
  const more = Math.ceil((over + lostAtBreak) / each)
  return { page: page + more, down: repeats + over + lostAtBreak - (more - 1) * each }
}
