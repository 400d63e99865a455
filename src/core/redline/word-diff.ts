// What changed between two texts, word by word: never inside a word, and no stray word left standing between two changes.

export interface Piece {
  readonly text: string
  readonly mark: 'kept' | 'inserted' | 'deleted'
}

/** A word, a punctuation mark or a run of symbols, with the blanks before it. */
interface Token {
  readonly lead: string
  readonly text: string
}

interface Range {
  readonly a: readonly Token[]
  readonly b: readonly Token[]
  /** half-open, in `a` and in `b` */
  readonly from: readonly [number, number]
  readonly to: readonly [number, number]
}

type Match = readonly [number, number]

/** A stretch that both have, or one that changed. */
type Block = { readonly kept: string } | Changed
interface Changed {
  readonly kept?: undefined
  readonly deleted: string
  readonly inserted: string
}

const token =
  /(\s*)([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]\p{M}*|[\p{L}\p{N}](?:[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}—–…“”()]*[\p{L}\p{N}\p{M}\]])?|\p{P}|[^\s\p{L}\p{N}\p{P}]+|$)/gu
const hasWord = /[\p{L}\p{N}]/u
/** Cells of the table in which short texts are compared whole. */
const cells = 1_000_000

/** The kept and deleted pieces are the text before, the kept and inserted ones the text after. */
export function wordDiff(before: string, after: string): readonly Piece[] {
  const a = tokensOf(before)
  const b = tokensOf(after)
  const matches: Match[] = []
  match({ a, b, from: [0, 0], to: [a.length, b.length] }, matches)
  const blocks = coalesced(blocksOf(a, b, matches))
  return (isRewritten(blocks) ? [wholly(before, after)] : blocks).flatMap(piecesOf)
}

function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(token)].map(([, lead = '', found = '']) => ({ lead, text: found }))
}

function match(range: Range, matches: Match[]): void {
  const { a, b } = range
  let [i, j] = range.from
  let [endA, endB] = range.to
  while (i < endA && j < endB && a[i]!.text === b[j]!.text) matches.push([i++, j++])
  const tail: Match[] = []
  while (i < endA && j < endB && a[endA - 1]!.text === b[endB - 1]!.text) tail.push([--endA, --endB])
  const inner: Range = { a, b, from: [i, j], to: [endA, endB] }
  if (i < endA && j < endB) ((endA - i) * (endB - j) <= cells ? matchWhole : matchBetweenAnchors)(inner, matches)
  for (const found of tail.toReversed()) matches.push(found)
}

/** The heaviest common sequence: a long word is worth more than a comma. */
function matchWhole({ a, b, from, to }: Range, matches: Match[]): void {
  const [rows, columns] = [to[0] - from[0], to[1] - from[1]]
  const width = columns + 1
  const best = new Uint32Array((rows + 1) * width)
  for (let row = rows - 1; row >= 0; row--) {
    const { text } = a[from[0] + row]!
    const worth = weight(text)
    for (let column = columns - 1; column >= 0; column--) {
      const at = row * width + column
      const apart = Math.max(best[at + width]!, best[at + 1]!)
      best[at] = text === b[from[1] + column]!.text ? Math.max(apart, best[at + width + 1]! + worth) : apart
    }
  }
  let [row, column] = [0, 0]
  while (row < rows && column < columns) {
    const at = row * width + column
    const { text } = a[from[0] + row]!
    if (text === b[from[1] + column]!.text && best[at] === best[at + width + 1]! + weight(text))
      matches.push([from[0] + row++, from[1] + column++])
    else if (best[at + width]! >= best[at + 1]!) row++
    else column++
  }
}

function weight(text: string): number {
  return hasWord.test(text) ? 2 + Math.min(text.length, 10) : 1
}

/** Long texts: words that stand once in each hold them together. Where there is none, everything changed. */
function matchBetweenAnchors(range: Range, matches: Match[]): void {
  let { from } = range
  const anchors = rising(uniquePairs(range))
  if (anchors.length === 0) return
  for (const anchor of anchors) {
    match({ ...range, from, to: anchor }, matches)
    matches.push(anchor)
    from = [anchor[0] + 1, anchor[1] + 1]
  }
  match({ ...range, from }, matches)
}

function uniquePairs({ a, b, from, to }: Range): readonly Match[] {
  const inB = uniqueIn(b, from[1], to[1])
  return [...uniqueIn(a, from[0], to[0])].flatMap(([text, index]) => {
    const other = inB.get(text)
    return other === undefined ? [] : [[index, other] as const]
  })
}

function uniqueIn(tokens: readonly Token[], from: number, to: number): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  const repeated = new Set<string>()
  for (let index = from; index < to; index++) {
    const { text } = tokens[index]!
    if (places.has(text)) repeated.add(text)
    places.set(text, index)
  }
  for (const text of repeated) places.delete(text)
  return places
}

/** The longest run of pairs that rises in both texts; they come rising in the first. */
function rising(pairs: readonly Match[]): readonly Match[] {
  const ends: number[] = []
  const previous: (number | undefined)[] = []
  for (const [index, [, place]] of pairs.entries()) {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (pairs[ends[middle]!]![1] < place) low = middle + 1
      else high = middle
    }
    previous.push(low === 0 ? undefined : ends[low - 1])
    ends[low] = index
  }
  const run: Match[] = []
  for (let index = ends.at(-1); index !== undefined; index = previous[index]) run.push(pairs[index]!)
  return run.toReversed()
}

function blocksOf(a: readonly Token[], b: readonly Token[], matches: readonly Match[]): readonly Block[] {
  const blocks: Block[] = []
  let [i, j] = [0, 0]
  for (const [atA, atB] of [...matches, [a.length, b.length] as const]) {
    const { lead: leadA, text } = a[atA] ?? none
    const { lead: leadB } = b[atB] ?? none
    const lead = leadA === leadB ? leadA : ''
    const deleted = textOf(a.slice(i, atA)) + leadA.slice(lead.length)
    const inserted = textOf(b.slice(j, atB)) + leadB.slice(lead.length)
    blocks.push(deleted === inserted ? { kept: deleted } : { deleted, inserted }, { kept: lead + text })
    i = atA + 1
    j = atB + 1
  }
  return joined(blocks)
}

function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ lead, text }) => lead + text).join('')
}

const none: Token = { lead: '', text: '' }

/** Neighbours of a kind as one. */
function joined(blocks: readonly Block[]): readonly Block[] {
  const all: Block[] = []
  for (const block of blocks) {
    const last = all.at(-1)
    if (last && last.kept !== undefined && block.kept !== undefined)
      all[all.length - 1] = { kept: last.kept + block.kept }
    else if (last && last.kept === undefined && block.kept === undefined) all[all.length - 1] = both(last, block)
    else if (block.kept !== '') all.push(block)
  }
  return all
}

function both(one: Changed, other: Changed): Changed {
  return { deleted: one.deleted + other.deleted, inserted: one.inserted + other.inserted }
}

/** A small island between two changes changes with them: two replaced words read better as one replaced phrase. */
function coalesced(blocks: readonly Block[]): readonly Block[] {
  const all: Block[] = []
  for (const block of blocks) {
    const island = all.at(-1)
    const left = all.at(-2)
    if (block.kept === undefined && island?.kept !== undefined && left?.kept === undefined && left !== undefined) {
      if (isSmall(island.kept, left, block)) {
        all.splice(-2, 2, both(both(left, { deleted: island.kept, inserted: island.kept }), block))
        continue
      }
    }
    all.push(block)
  }
  return all
}

const words = /[\p{L}\p{N}]+/gu

function isSmall(island: string, left: Changed, right: Changed): boolean {
  if (island.includes('\n')) return false
  const replacedOnes = [left, right].filter(({ deleted, inserted }) => deleted.trim() !== '' && inserted.trim() !== '')
  const letters = lettersIn(island)
  const around = Math.min(...[left, right].map(({ deleted, inserted }) => Math.max(deleted.length, inserted.length)))
  if (replacedOnes.length === 1) return letters > 0 && letters * 4 <= around
  if (replacedOnes.length === 0) return false
  const count = island.match(words)?.length ?? 0
  return letters === 0 || (count === 1 && letters <= 4) || (count <= 2 && letters * 2 <= around)
}

function lettersIn(text: string): number {
  return text.match(words)?.join('').length ?? 0
}

/** So little stays that the marks would only hide that the text is another one. */
function isRewritten(blocks: readonly Block[]): boolean {
  const sum = (of: (block: Block) => string | undefined): number =>
    blocks.reduce((letters, block) => letters + lettersIn(of(block) ?? ''), 0)
  const kept = sum((block) => block.kept)
  const [deleted, inserted] = [
    sum((block) => ('deleted' in block ? block.deleted : '')),
    sum((block) => ('inserted' in block ? block.inserted : '')),
  ]
  return kept > 0 && Math.min(deleted, inserted) > Math.max(20, kept * 3)
}

function wholly(deleted: string, inserted: string): Changed {
  return { deleted, inserted }
}

function piecesOf(block: Block): readonly Piece[] {
  if (block.kept !== undefined) return [{ text: block.kept, mark: 'kept' }]
  const lead = block.deleted !== '' && block.inserted !== '' ? sharedBlanks(block) : ''
  return [
    { text: lead, mark: 'kept' as const },
    { text: block.deleted.slice(lead.length), mark: 'deleted' as const },
    { text: block.inserted.slice(lead.length), mark: 'inserted' as const },
  ].filter(({ text }) => text !== '')
}

/** The blanks before a replaced word stay unmarked. */
function sharedBlanks({ deleted, inserted }: Changed): string {
  const [lead = ''] = /^\s*/.exec(deleted)!
  return inserted.startsWith(lead) ? lead : ''
}
