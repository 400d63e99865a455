// The secret that was not given: made once, and kept beside the SQLite database where only its owner may read it.
import { randomBytes } from 'node:crypto'
import { chmodSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '../../core/refusal.ts'
import { databaseAddress } from '../../usecases/database-address.ts'
import type { Configuration } from './configuration.ts'
import { secretText } from './values.ts'

const fileName = 'demarc.secret'

/** @returns the given secret, or the one kept beside the database, made if there is none yet */
export function secretOf({ DEMARC_SECRET, DATABASE_URL }: Configuration): string {
  if (DEMARC_SECRET !== undefined) return DEMARC_SECRET
  const address = databaseAddress(DATABASE_URL)
  if (address.engine !== 'sqlite') throw new Refusal('invalid', 'DEMARC_SECRET is needed with PostgreSQL')
  const file = join(address.folder, fileName)
  try {
    mkdirSync(address.folder, { recursive: true, mode: 0o700 })
    return madeIn(file) ?? kept(file)
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal('invalid', `the secret ${file} cannot be kept: ${(error as Error).message}`)
  }
}

/** Of two processes that start together, one makes it. */
function madeIn(file: string): string | undefined {
  const secret = randomBytes(33).toString('base64')
  try {
    const handle = openSync(file, 'wx', 0o600)
    writeSync(handle, `${secret}\n`)
    closeSync(handle)
    return secret
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return undefined
    throw error
  }
}

function kept(file: string): string {
  const secret = readIn(file)
  if (isOpen(file)) chmodSync(file, 0o600)
  return secret
}

/** Without making or changing anything; `file` where it is kept beside the database, no `length` where there is none yet. */
export function lookAtSecret({ DEMARC_SECRET, DATABASE_URL }: Configuration): {
  readonly length?: number
  readonly file?: string
  readonly open: boolean
} {
  if (DEMARC_SECRET !== undefined) return { length: DEMARC_SECRET.length, open: false }
  const address = databaseAddress(DATABASE_URL)
  if (address.engine !== 'sqlite') throw new Refusal('invalid', 'DEMARC_SECRET is needed with PostgreSQL')
  const file = join(address.folder, fileName)
  return existsSync(file) ? { length: readIn(file).length, file, open: isOpen(file) } : { file, open: false }
}

function isOpen(file: string): boolean {
  return process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0
}

function readIn(file: string): string {
  const secret = secretText.safeParse(readFileSync(file, 'utf8').trim())
  if (!secret.success)
    throw new Refusal(
      'invalid',
      `${file} holds no secret; put it back from your backup, or remove it (everybody then signs in again)`,
    )
  return secret.data
}
