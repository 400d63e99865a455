// One part of a zip, really inflated: no more than it may be, exactly what the directory says, or why not.
import { crc32, inflateRawSync } from 'node:zlib'
import type { Zip, ZipEntry } from './guard-zip-directory.ts'

export function inflateEntry(
  { bytes }: Pick<Zip, 'bytes'>,
  entry: ZipEntry,
  limit: number,
): Uint8Array | 'bomb' | 'damaged' {
  if (entry.size > limit) return 'bomb'
  const packed = bytes.subarray(entry.start, entry.start + entry.packed)
  try {
    const part = entry.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, limit) })
    return part.length === entry.size && crc32(part) === entry.crc ? part : 'damaged'
  } catch (error) {
    return isTooLarge(error) ? 'bomb' : 'damaged'
  }
}

function isTooLarge(error: unknown): boolean {
  return error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
}
