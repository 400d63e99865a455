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
  readonly made: (encoding: Encoding) => Promise<Buffer>
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
  readonly packed: Map<Encoding, Promise<Buffer>>
  size: number
}

/** The longest unasked first. */
const answers = new Map<string, Kept>()
let taken = 0

interface Wanted {
  readonly key: string
  readonly version: string
  readonly json: () => Promise<Buffer>
}

async function packedAs(encoding: Encoding, { key, version, json }: Wanted): Promise<Buffer> {
  const kept = keptAt(key, version)
  const known = kept.packed.get(encoding)
  if (known !== undefined) return known
  const plain = kept.packed.get('identity') ?? keep(kept, 'identity', json())
  const bytes = encoding === 'identity' ? plain : keep(kept, encoding, plain.then(pack[encoding]))
  try {
    const sent = await bytes
    account(key, kept)
    return sent
  } catch (error) {
    if (answers.get(key) === kept) forget(key)
    throw error
  }
}

function keptAt(key: string, version: string): Kept {
  const known = answers.get(key)
  if (known?.version === version) {
    answers.delete(key)
    answers.set(key, known)
    return known
  }
  forget(key)
  const fresh = { version, packed: new Map<Encoding, Promise<Buffer>>(), size: 0 }
  answers.set(key, fresh)
  return fresh
}

function keep(kept: Kept, encoding: Encoding, bytes: Promise<Buffer>): Promise<Buffer> {
  kept.packed.set(encoding, bytes)
  void bytes.then(
    ({ length }) => (kept.size += length),
    () => undefined,
  )
  return bytes
}

/** Once for each packing: `keep` has counted its bytes in the answer itself. */
function account(key: string, kept: Kept): void {
  if (answers.get(key) !== kept) return
  taken = [...answers.values()].reduce((sum, { size }) => sum + size, 0)
  for (const oldest of answers.keys()) {
    if (taken <= room || oldest === key) break
    forget(oldest)
  }
}

function forget(key: string): void {
  const kept = answers.get(key)
  if (kept === undefined) return
  answers.delete(key)
  taken -= kept.size
}

const gzipped = promisify(gzip)
const brotlied = promisify(brotliCompress)

/** Measured on a matrix of 400 rows: each further level costs more time than it saves bytes. */
const pack: Readonly<Record<Exclude<Encoding, 'identity'>, (bytes: Buffer) => Promise<Buffer>>> = {
  gzip: (bytes) => gzipped(bytes, { level: 3 }),
  br: (bytes) => brotlied(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } }),
}
