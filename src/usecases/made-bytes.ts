// Answers about one version of an engagement, made once as JSON and kept packed; who has it already is told so from one small row.
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { authorizeIn } from '../core/access/authorize.ts'
import type { EngagementId } from '../core/record-id.ts'
import { findStanding } from '../store/engagements.ts'
import type { UseCase } from './context.ts'
import { heldMatrix } from './held-matrix.ts'
import type { HeldMatrix } from './held-matrix.ts'

type Encoding = 'identity' | 'gzip' | 'br'

export interface MadeAnswer {
  readonly etag: string
  /** at once where it was made before */
  readonly made: (encoding: Encoding) => Buffer | Promise<Buffer>
}

export interface Making {
  /** which answer, with everything of the question that it depends on */
  readonly name: string
  /** what it depends on besides the engagement’s version: the day, the library */
  readonly depends: string
  readonly make: (held: HeldMatrix) => unknown
}

export async function made(ctx: UseCase, id: EngagementId, making: Making): Promise<MadeAnswer> {
  const { tenant } = ctx.actor
  const standing = await ctx.store.glance(tenant, id)
  authorizeIn(ctx.actor, 'engagement.read', standing)
  const version = `${standing.version}${making.depends}`
  const key = `${tenant} ${id} ${making.name}`
  const json = async () => {
    const held = await heldNow(ctx, id)
    // Changed meanwhile: it is sent, as newer than its ETag says, and not kept for that version.
    if (held.version !== standing.version) forget(key)
    return Buffer.from(JSON.stringify(making.make(held)))
  }
  return { etag: version, made: (encoding) => packedAs(encoding, { key, version, json }) }
}

function heldNow(ctx: UseCase, id: EngagementId): Promise<HeldMatrix> {
  return ctx.store.read(ctx.actor.tenant, async (scope) => {
    const standing = await findStanding(scope, id)
    authorizeIn(ctx.actor, 'engagement.read', standing)
    return heldMatrix(scope, standing)
  })
}

/** All kept answers of this process together, in bytes. */
const room = 96 * 1024 * 1024

interface Kept {
  readonly version: string
  readonly packed: Map<Encoding, Buffer | Promise<Buffer>>
  size: number
}

/** The longest unasked first. */
const answers = new Map<string, Kept>()

interface Wanted {
  readonly key: string
  readonly version: string
  readonly json: () => Promise<Buffer>
}

function packedAs(encoding: Encoding, wanted: Wanted): Buffer | Promise<Buffer> {
  const kept = keptAt(wanted)
  return kept.packed.get(encoding) ?? packedFirst(encoding, kept, wanted)
}

async function packedFirst(encoding: Encoding, kept: Kept, { key, json }: Wanted): Promise<Buffer> {
  const plain = kept.packed.get('identity') ?? keep(kept, 'identity', json())
  const bytes = encoding === 'identity' ? plain : keep(kept, encoding, Promise.resolve(plain).then(pack[encoding]))
  try {
    const sent = await bytes
    makeRoom(key)
    return sent
  } catch (error) {
    if (answers.get(key) === kept) forget(key)
    throw error
  }
}

function keptAt({ key, version }: Wanted): Kept {
  const known = answers.get(key)
  if (known?.version === version) {
    answers.delete(key)
    answers.set(key, known)
    return known
  }
  forget(key)
  const fresh = { version, packed: new Map<Encoding, Buffer | Promise<Buffer>>(), size: 0 }
  answers.set(key, fresh)
  return fresh
}

/** Whoever asks while it is made waits for the same. */
function keep(kept: Kept, encoding: Encoding, making: Promise<Buffer>): Promise<Buffer> {
  const keeping = making.then((bytes) => {
    kept.packed.set(encoding, bytes)
    kept.size += bytes.length
    return bytes
  })
  kept.packed.set(encoding, keeping)
  return keeping
}

/** The newest stays, however large. */
function makeRoom(newest: string): void {
  let taken = [...answers.values()].reduce((sum, { size }) => sum + size, 0)
  for (const [oldest, { size }] of answers) {
    if (taken <= room || oldest === newest) break
    taken -= size
    forget(oldest)
  }
}

function forget(key: string): void {
  answers.delete(key)
}

const gzipped = promisify(gzip)
const brotlied = promisify(brotliCompress)

/** Measured on a matrix of 400 rows: each further level costs more time than it saves bytes. */
const pack: Readonly<Record<Exclude<Encoding, 'identity'>, (bytes: Buffer) => Promise<Buffer>>> = {
  gzip: (bytes) => gzipped(bytes, { level: 3 }),
  br: (bytes) => brotlied(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } }),
}
