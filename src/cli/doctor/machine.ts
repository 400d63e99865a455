// What the doctor finds on the machine: Node, room and rights, the secret, and what makes PDFs.
import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Configuration, Environment } from '../../server/configuration/configuration.ts'
import { lookAtSecret } from '../../server/configuration/secret.ts'
import { lookalikes } from '../../server/configuration/lookalikes.ts'
import { databaseAddress } from '../../usecases/database-address.ts'
import { good, mind, wrong } from './remark.ts'
import type { Finding } from './remark.ts'

export async function runtime(): Promise<readonly Finding[]> {
  const [major = 0] = process.versions.node.split('.').map(Number)
  return [major >= 24 ? good(`Node ${process.versions.node}`) : wrong(`Node ${process.versions.node}; Demarc needs 24`)]
}

/** That it can be read at all has been seen before. */
export async function configuration(_: Configuration, env: Environment): Promise<readonly Finding[]> {
  const like = lookalikes(env).map(({ at, message }) => mind(`${at}: ${message}`))
  return like.length > 0 ? like : [good('every variable makes sense')]
}

export async function secret(settings: Configuration, env: Environment): Promise<readonly Finding[]> {
  const { length, file, open } = lookAtSecret(settings)
  const given = env['DEMARC_SECRET_FILE'] ?? ''
  if (length === undefined) return [good(`none yet; the first start makes it: ${file}`)]
  if (file === undefined && given !== '' && !given.startsWith('/run/') && isOpen(given, 0o007))
    return [mind(`others on this machine may read it: chmod 600 ${given}`)]
  if (open) return [mind(`others on this machine may read it: chmod 600 ${file}`)]
  return [good(`${file === undefined ? 'given' : `kept in ${file} for its owner alone`}, ${length} characters`)]
}

/** Bytes: below one, writes will soon fail; below the other, it is time to make room. */
const scarce = { wrong: 200 * 1024 ** 2, mind: 2 * 1024 ** 3 }

export async function disk({ DATABASE_URL }: Configuration): Promise<readonly Finding[]> {
  const place = databaseAddress(DATABASE_URL)
  if (place.engine === 'postgres') return [good('the records are with PostgreSQL; watch the disk there')]
  const folder = nearestFolder(place.folder)
  const { bavail, bsize } = statfsSync(folder)
  const free = bavail * bsize
  const words = `${(free / 1024 ** 3).toFixed(1)} GB free in ${folder}`
  if (free < scarce.wrong) return [wrong(`${words}: make room`)]
  return [free < scarce.mind ? mind(`${words}: make room soon`) : good(words)]
}

export async function rights({ DATABASE_URL }: Configuration): Promise<readonly Finding[]> {
  const place = databaseAddress(DATABASE_URL)
  if (place.engine === 'postgres') return []
  const folder = nearestFolder(place.folder)
  if (!isWritable(folder)) return [wrong(`${folder} may not be written to: give it to the user who runs the server`)]
  if (process.platform === 'win32' || !existsSync(place.file)) return [good(`${folder} can be written to`)]
  const open = [
    ...(isOpen(place.folder, 0o007) ? [`chmod 700 ${place.folder}`] : []),
    ...['', '-wal', '-shm']
      .map((end) => `${place.file}${end}`)
      .filter((file) => existsSync(file) && isOpen(file, 0o077))
      .map((file) => `chmod 600 ${file}`),
  ]
  if (open.length === 0) return [good('folder and database are for their owner alone')]
  return open.map((cure) => mind(`other users of this machine may look into the records: ${cure}`))
}

/** The binary of this machine loads, and the shipped faces can be read. */
export async function pdf(): Promise<readonly Finding[]> {
  const [{ typst }, { fontFiles, fontSets }] = await Promise.all([
    import('../../documents/pdf/typst-binary.ts'),
    import('../../documents/pdf/fonts.ts'),
  ])
  typst()
  const faces = fontSets.reduce((sum, set) => sum + fontFiles(set).length, 0)
  return [good(`the compiler loads, and ${faces} fonts are there`)]
}

export async function clock(): Promise<readonly Finding[]> {
  const installed = statSync(join(import.meta.dirname, '..', '..', '..', 'package.json')).mtimeMs
  if (Date.now() + 86_400_000 < installed)
    return [wrong('the clock is behind the day of this installation: let it follow NTP')]
  return [good(new Date().toISOString())]
}

/** Where a folder is not there yet, the one in which it will be made. */
function nearestFolder(folder: string): string {
  const whole = resolve(folder)
  return existsSync(whole) ? whole : nearestFolder(dirname(whole))
}

function isOpen(file: string, to: number): boolean {
  return process.platform !== 'win32' && (statSync(file).mode & to) !== 0
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}
