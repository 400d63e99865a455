// A list of boxes to tick in one text: each box as it stands, with the words behind it.

/** `doubtful`: a cross alone, or a sign that no words follow. */
export type BoxState = 'ticked' | 'empty' | 'doubtful'

export interface Box {
  readonly state: BoxState
  readonly label: string
}

const signs: Readonly<Record<BoxState | 'filled' | 'hollow', string>> = {
  ticked: '☒☑✓✔✅⊠🗹🗷🗸',
  empty: '☐□❏❐❑❒▢⬜◻',
  doubtful: '✗✘❌',
  /** a tick beside hollow ones, else a bullet */
  filled: '■◼⬛●⬤',
  hollow: '○◯',
}

const stateOf: ReadonlyMap<string, keyof typeof signs> = new Map(
  Object.entries(signs).flatMap(([state, all]) =>
    Array.from(all).map((sign) => [sign, state as keyof typeof signs] as const),
  ),
)

/** Letters in brackets count at the beginning of a line or after a blank only. */
const sign = new RegExp(
  String.raw`(?<sign>[${Array.from(stateOf.keys()).join('')}])\uFE0F?|(?<![^\s])\[(?<mark>[xX✓✔]?|\s)\](?!\()`,
  'gu',
)

interface Found {
  readonly kind: keyof typeof signs
  readonly from: number
  readonly to: number
}

/** Empty where no box stands beside words. */
export function boxesIn(text: string): readonly Box[] {
  const found = signsIn(text)
  const boxes = found.map(({ kind, to }, index) => ({ kind, label: labelIn(text.slice(to, found[index + 1]?.from)) }))
  if (!boxes.some(({ label }) => label !== '')) return behindWords(text, boxes)
  const doubtful = isBehindWords(text, found) || boxes.some(({ kind, label }) => label === '' && kind !== 'doubtful')
  return boxes
    .filter(({ label }) => label !== '')
    .map(({ kind, label }) => ({ label, state: doubtful ? 'doubtful' : settled(kind) }))
}

/** "Customer ☐": no tick, and no box of something else either; "Customer ☒" says Customer. */
function behindWords(text: string, boxes: readonly { readonly kind: keyof typeof signs }[]): readonly Box[] {
  const label = text.replace(sign, ' ').trim()
  const ticked = boxes.length === 1 && boxes[0]!.kind === 'ticked'
  return boxes.length === 0 || label === '' || ticked ? [] : [{ state: 'doubtful', label }]
}

/** Filled and hollow signs are boxes only where hollow ones stand among them: "●" before each line is a bullet. */
function signsIn(text: string): readonly Found[] {
  const found = [...text.matchAll(sign)].map(({ 0: whole, index, groups }) => ({
    kind: kindOf(groups ?? {}),
    from: index,
    to: index + whole.length,
  }))
  const boxed = found.some(({ kind }) => kind === 'empty' || kind === 'hollow')
  return found.filter(({ kind }) => boxed || (kind !== 'filled' && kind !== 'hollow'))
}

function kindOf({ sign: drawn, mark = '' }: Readonly<Record<string, string | undefined>>): keyof typeof signs {
  if (drawn !== undefined) return stateOf.get(drawn)!
  return mark.trim() === '' ? 'empty' : 'ticked'
}

function settled(kind: keyof typeof signs): BoxState {
  if (kind === 'filled') return 'ticked'
  return kind === 'hollow' ? 'empty' : kind
}

/** "Implemented ☒ Planned ☐": the words stand before their boxes, and whose is whose shows nowhere for sure. */
function isBehindWords(text: string, [first]: readonly Found[]): boolean {
  const before = first === undefined ? '' : text.slice(0, first.from).split('\n').at(-1)!.trim()
  return before !== '' && !/[:?)]$/.test(before)
}

/** To the end of its line; of the next one where it has none of its own. */
function labelIn(text: string): string {
  const line = text.split('\n').find((one) => one.trim() !== '') ?? ''
  return line.replaceAll(/\s+/g, ' ').trim()
}
