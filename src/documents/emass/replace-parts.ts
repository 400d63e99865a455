// Parts of a zip replaced in place: every other member keeps its packed bytes, header and position in the list.
import { crc32, deflateRawSync } from 'node:zlib'
import { Refusal } from '../../core/refusal.ts'

const endLength = 22
const centralLength = 46
const localLength = 30

interface Member {
  readonly name: string
  /** of its record in the central directory */
  readonly at: number
  readonly length: number
  readonly local: number
  readonly packed: number
}

/** The zip was guarded before; what still does not add up is refused. */
export function replaceParts(given: Uint8Array, parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  // a Buffer's slice is a view of its own bytes, which are not ours to change
  const zip = new Uint8Array(given)
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const end = endOf(view)
  const directory = view.getUint32(end + 16, true)
  const members = membersOf(view, zip, { at: directory, count: view.getUint16(end + 10, true) })
  const written: Uint8Array[] = []
  const records = new Map<Member, Uint8Array>()
  const inFileOrder = members.toSorted((a, b) => a.local - b.local)
  let at = 0
  for (const [index, member] of inFileOrder.entries()) {
    const next = inFileOrder[index + 1]?.local ?? directory
    const replacement = parts.get(member.name)
    const whole = zip.subarray(member.local, next)
    if (whole.length < localLength + member.packed) throw damaged()
    const { bytes, record } =
      replacement === undefined ? { bytes: whole, record: recordOf(zip, member) } : packed(zip, member, replacement)
    new DataView(record.buffer).setUint32(42, at, true)
    records.set(member, record)
    written.push(bytes)
    at += bytes.length
  }
  const list = members.map((member) => records.get(member)!)
  const tail = zip.slice(end)
  const size = list.reduce((sum, { length }) => sum + length, 0)
  const tailView = new DataView(tail.buffer)
  tailView.setUint32(12, size, true)
  tailView.setUint32(16, at, true)
  return Buffer.concat([...written, ...list, tail])
}

function recordOf(zip: Uint8Array, { at, length }: Member): Uint8Array<ArrayBuffer> {
  return zip.slice(at, at + length)
}

/** The member packed anew under its old name, date and attributes. */
function packed(
  zip: Uint8Array,
  member: Member,
  part: Uint8Array,
): { readonly bytes: Uint8Array; readonly record: Uint8Array<ArrayBuffer> } {
  const data = deflateRawSync(part, { level: 6 })
  const record = recordOf(zip, member)
  const nameLength = new DataView(record.buffer).getUint16(28, true)
  const local = zip.slice(member.local, member.local + localLength + nameLength)
  stamp(new DataView(record.buffer), 8, { part, data })
  stamp(new DataView(local.buffer), 6, { part, data })
  new DataView(local.buffer).setUint16(28, 0, true)
  return { bytes: Buffer.concat([local, data]), record }
}

/** Flags, method, checksum and sizes stand alike in both headers; only where they begin differs. */
function stamp(
  header: DataView,
  flags: number,
  { part, data }: { readonly part: Uint8Array; readonly data: Uint8Array },
) {
  const streamed = 0x8
  header.setUint16(flags, header.getUint16(flags, true) & ~streamed, true)
  header.setUint16(flags + 2, 8, true)
  header.setUint32(flags + 8, crc32(part), true)
  header.setUint32(flags + 12, data.length, true)
  header.setUint32(flags + 16, part.length, true)
}

function endOf(view: DataView): number {
  for (let at = view.byteLength - endLength; at >= 0; at -= 1) {
    const ends = at + endLength + view.getUint16(at + 20, true) === view.byteLength
    if (view.getUint32(at, true) === 0x06054b50 && ends) return at
  }
  throw damaged()
}

function membersOf(
  view: DataView,
  zip: Uint8Array,
  { at: first, count }: { readonly at: number; readonly count: number },
): readonly Member[] {
  const members: Member[] = []
  let at = first
  for (let index = 0; index < count; index += 1) {
    const nameLength = view.getUint16(at + 28, true)
    const length = centralLength + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    const name = new TextDecoder().decode(zip.subarray(at + centralLength, at + centralLength + nameLength))
    members.push({ name, at, length, local: view.getUint32(at + 42, true), packed: view.getUint32(at + 20, true) })
    at += length
  }
  return members
}

function damaged(): Refusal {
  return new Refusal('invalid', 'the template cannot be filled in', [
    { at: 'the template', message: 'the list of its parts does not fit its contents; fetch it anew from CMMC eMASS' },
  ])
}
