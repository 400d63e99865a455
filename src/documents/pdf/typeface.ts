// A typeface as its file tells it (OpenType): which characters it draws, how wide they are, and under which name it is asked for.

export interface Typeface {
  readonly draws: (codePoint: number) => boolean
  /** in em; 1 where it does not draw the character */
  readonly advance: (codePoint: number) => number
}

type Range = readonly [first: number, last: number, glyph: (codePoint: number) => number]

const familyName = 1
const typographicFamilyName = 16
const macintosh = 1

export function readTypeface(file: Buffer): Typeface {
  const ranges = characterRanges(file, tableAt(file, 'cmap'))
  const unitsPerEm = file.readUInt16BE(tableAt(file, 'head') + 18)
  const metrics = tableAt(file, 'hmtx')
  const lastMetric = file.readUInt16BE(tableAt(file, 'hhea') + 34) - 1
  const glyphs = new Map<number, number>()
  const glyphOf = (codePoint: number): number => {
    const known = glyphs.get(codePoint)
    if (known !== undefined) return known
    const range = ranges.find(([first, last]) => first <= codePoint && codePoint <= last)
    const glyph = range?.[2](codePoint) ?? 0
    glyphs.set(codePoint, glyph)
    return glyph
  }
  return {
    draws: (codePoint) => glyphOf(codePoint) !== 0,
    advance: (codePoint) => {
      const glyph = glyphOf(codePoint)
      return glyph === 0 ? 1 : file.readUInt16BE(metrics + 4 * Math.min(glyph, lastMetric)) / unitsPerEm
    },
  }
}

/** The same typeface under a family name that no machine has, so that what the machine has never counts. */
export function renamed(file: Buffer, family: string): Buffer {
  const copy = Buffer.from(file)
  const names = tableAt(copy, 'name')
  const storage = names + copy.readUInt16BE(names + 4)
  for (let index = 0; index < copy.readUInt16BE(names + 2); index++) {
    const record = names + 6 + 12 * index
    if (![familyName, typographicFamilyName].includes(copy.readUInt16BE(record + 6))) continue
    const name =
      copy.readUInt16BE(record) === macintosh ? Buffer.from(family, 'latin1') : Buffer.from(family, 'utf16le').swap16()
    if (name.length > copy.readUInt16BE(record + 8))
      throw new Error(`${family} is longer than the name that it replaces`)
    name.copy(copy, storage + copy.readUInt16BE(record + 10))
    copy.writeUInt16BE(name.length, record + 8)
  }
  return copy
}

function tableAt(file: Buffer, tag: string): number {
  for (let index = 0; index < file.readUInt16BE(4); index++) {
    const record = 12 + 16 * index
    if (file.toString('latin1', record, record + 4) === tag) return file.readUInt32BE(record + 8)
  }
  throw new Error(`the font has no table ${tag}`)
}

function characterRanges(file: Buffer, cmap: number): readonly Range[] {
  const tables = Array.from({ length: file.readUInt16BE(cmap + 2) }, (_, index) => {
    const at = cmap + file.readUInt32BE(cmap + 4 + 8 * index + 4)
    return { at, format: file.readUInt16BE(at) }
  })
  const whole = tables.find(({ format }) => format === 12)
  if (whole !== undefined) return segmentedCoverage(file, whole.at)
  const basic = tables.find(({ format }) => format === 4)
  if (basic !== undefined) return segmentMapping(file, basic.at)
  throw new Error('the font maps characters in no format that is known here')
}

function segmentedCoverage(file: Buffer, at: number): readonly Range[] {
  return Array.from({ length: file.readUInt32BE(at + 12) }, (_, index) => {
    const group = at + 16 + 12 * index
    const first = file.readUInt32BE(group)
    const glyph = file.readUInt32BE(group + 8)
    return [first, file.readUInt32BE(group + 4), (codePoint: number) => glyph + codePoint - first] as const
  })
}

function segmentMapping(file: Buffer, at: number): readonly Range[] {
  const doubled = file.readUInt16BE(at + 6)
  return Array.from({ length: doubled / 2 }, (_, index) => {
    const ends = at + 14 + 2 * index
    const starts = ends + doubled + 2
    const delta = file.readUInt16BE(starts + doubled)
    const offsets = starts + 2 * doubled
    const offset = file.readUInt16BE(offsets)
    const first = file.readUInt16BE(starts)
    return [
      first,
      file.readUInt16BE(ends),
      (codePoint: number) => {
        if (offset === 0) return (codePoint + delta) & 0xffff
        const glyph = file.readUInt16BE(offsets + offset + 2 * (codePoint - first))
        return glyph === 0 ? 0 : (glyph + delta) & 0xffff
      },
    ] as const
  })
}
