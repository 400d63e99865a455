// A zip whose bytes follow from its entries alone: their order, one level of compression, and the oldest date that a zip can say.
import { unzipSync, zipSync } from 'fflate'
import type { Zippable } from 'fflate'

export type ZipEntry = readonly [name: string, bytes: Uint8Array]

/** Zips hold local time: this is midnight of 1980-01-01 wherever it is written. */
const oldest = new Date(1980, 0, 1)

/** In the order given. Text and pictures alike are deflated; names that repeat are our own fault. */
export function zipOf(entries: Iterable<ZipEntry>): Uint8Array {
  const files: Zippable = {}
  for (const [name, bytes] of entries) {
    if (Object.hasOwn(files, name)) throw new Error(`two entries of a zip are called ${name}`)
    files[name] = bytes
  }
  return zipSync(files, { level: 6, mtime: oldest })
}

/** What a zip of our own making holds, in its order. Not for files from outside: nothing is limited. */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] {
  return Object.entries(unzipSync(bytes))
}

/** The same entries in the same order, without the day on which they were zipped. */
export function canonicalZip(bytes: Uint8Array): Uint8Array {
  return zipOf(zipEntries(bytes))
}
