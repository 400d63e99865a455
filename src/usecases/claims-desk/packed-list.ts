// A long list of entries as it is kept and handed between threads: deflated in parts, of which few are opened for a page.
import { deflateRawSync, inflateRaw, inflateRawSync } from 'node:zlib'
import { promisify } from 'node:util'

export interface PartHead {
  /** the place of its first entry in the whole list */
  readonly first: number
  readonly count: number
  /** of its entries, each once */
  readonly kinds: readonly string[]
}

export interface PackedPart extends PartHead {
  /** the entries as a JSON array, deflated */
  readonly bytes: Uint8Array
}

const entriesEach = 500
const level = 3

export function packed<T>(entries: Iterable<T>, kindOf: (entry: T) => string | undefined): readonly PackedPart[] {
  const parts: PackedPart[] = []
  let [first, texts, kinds]: [number, string[], Set<string>] = [0, [], new Set()]
  const close = () => {
    const bytes = new Uint8Array(deflateRawSync(`[${texts.join(',')}]`, { level }))
    parts.push({ first, count: texts.length, kinds: [...kinds], bytes })
    ;[first, texts, kinds] = [first + texts.length, [], new Set()]
  }
  for (const entry of entries) {
    const kind = kindOf(entry)
    if (kind !== undefined) kinds.add(kind)
    texts.push(JSON.stringify(entry))
    if (texts.length === entriesEach) close()
  }
  if (texts.length > 0) close()
  return parts
}

/** All of it: for a thread that has nothing else to do. */
export function unpacked(parts: readonly Pick<PackedPart, 'bytes'>[]): unknown[] {
  return parts.flatMap(({ bytes }) => JSON.parse(inflateRawSync(bytes).toString('utf8')) as unknown[])
}

const inflate = promisify<Uint8Array, Buffer>(inflateRaw)

async function opened(bytes: Uint8Array): Promise<readonly unknown[]> {
  return JSON.parse((await inflate(bytes)).toString('utf8')) as unknown[]
}

export interface Wanted {
  /** the place in the whole list at which the page begins */
  readonly from: number
  readonly most: number
  readonly kind?: string | undefined
  readonly takes: (entry: unknown) => boolean
}

export interface PlacedPage {
  readonly items: readonly unknown[]
  /** the place of the next page */
  readonly next?: number
}

/** Opened for one page; where nothing more was found in them, the next page goes on behind. */
const mostOpened = 40

export async function pageOfParts<P extends PartHead>(
  parts: readonly P[],
  bytesOf: (part: P) => Uint8Array | Promise<Uint8Array>,
  { from, most, kind, takes }: Wanted,
): Promise<PlacedPage> {
  const items: unknown[] = []
  const holding = parts
    .filter(({ first, count }) => first + count > from)
    .filter(({ kinds }) => kind === undefined || kinds.includes(kind))
  for (const [index, part] of holding.entries()) {
    if (index === mostOpened) return { items, next: part.first }
    for (const [offset, entry] of (await opened(await bytesOf(part))).entries()) {
      const place = part.first + offset
      if (place < from || !takes(entry)) continue
      if (items.length === most) return { items, next: place }
      items.push(entry)
    }
  }
  return { items }
}
