// Files in and out: a document is read whole and checked, and written whole or not at all.
import {
  closeSync,
  existsSync,
  fstatSync,
  linkSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, extname, join, resolve } from 'node:path'
import type { Context } from '../core/context.ts'
import { readDocument } from '../core/matrix-document.ts'
import type { Document } from '../core/matrix-document.ts'
import type { Engagement, Matrix } from '../core/matrix.ts'
import { Refusal } from '../core/refusal.ts'
import { readValue, sizeIssue } from '../documents/read-value.ts'
import type { Terminal } from './terminal.ts'

/** Never more than a document may hold, even from a device or a pipe that does not end. */
export function readBytes(file: string): Uint8Array {
  try {
    const handle = openSync(file, 'r')
    try {
      return readUpTo(handle, file)
    } finally {
      closeSync(handle)
    }
  } catch (error) {
    if (error instanceof Refusal || !isFileError(error)) throw error
    throw new Refusal('not-found', sayFileError(file, error, 'read'))
  }
}

const chunk = 1024 * 1024

function readUpTo(handle: number, file: string): Uint8Array {
  const parts: Uint8Array[] = []
  let size = fstatSync(handle).size
  for (let read = 0; ; size = Math.max(size, read)) {
    const tooLarge = sizeIssue(size)
    if (tooLarge) throw new Refusal('invalid', `${file} is too large`, [tooLarge])
    const part = new Uint8Array(chunk)
    const count = readSync(handle, part, 0, chunk, null)
    if (count === 0) return Buffer.concat(parts)
    parts.push(part.subarray(0, count))
    read += count
  }
}

export async function readDocumentFile(file: string, context: Pick<Context, 'frameworks'>): Promise<Document> {
  const value = await readValue(readBytes(file))
  if (!value.ok) throw new Refusal('invalid', `${file} cannot be read`, value.issues)
  const document = readDocument(value.value, context)
  if (!document.ok) throw new Refusal('invalid', `${file} is not a matrix that Demarc can work on`, document.issues)
  return document.value
}

/** Bytes that take more than a moment. */
const slow = 5 * 1024 * 1024

/** A file that holds only the engagement is composed in memory, and that is said. */
export async function readMatrixFile(
  file: string,
  context: Pick<Context, 'frameworks'>,
  terminal: Pick<Terminal, 'err' | 'interactive'>,
): Promise<Matrix> {
  if (terminal.interactive && (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > slow)
    terminal.err(`reading ${file} …\n`)
  const document = await readDocumentFile(file, context)
  if (document.kind === 'matrix') return document.matrix
  terminal.err(
    `${basename(file)} holds the engagement only: composed from the library for this run. To keep the matrix: demarc new ${file} -o FILE\n`,
  )
  return composed(document.engagement, context)
}

/** The library is read only when something is composed: it is large. */
export async function composed(engagement: Engagement, context: Pick<Context, 'frameworks'>): Promise<Matrix> {
  const { composed: compose } = await import('../core/composed.ts')
  const { loadTemplate } = await import('../library/template.ts')
  return compose(engagement, loadTemplate(), context)
}

/** Never leaves half a file: the bytes go beside it first. A link is followed; a device is no file to replace. */
export function writeWhole(file: string, bytes: Uint8Array): void {
  refuseNoFile(file)
  try {
    const target = existsSync(file) ? realpathSync(file) : file
    withDraft(target, bytes, (draft) => renameSync(draft, target))
  } catch (error) {
    throw refusedToWrite(file, error)
  }
}

/** Of two that write the same new file, one is told that it is there already. */
export function writeNew(file: string, bytes: Uint8Array): void {
  refuseNoFile(file)
  try {
    withDraft(file, bytes, (draft) => moveToNew(draft, file))
  } catch (error) {
    throw refusedToWrite(file, error)
  }
}

export function refuseToReplace(file: string, force: boolean): void {
  if (!force && lstatSync(file, { throwIfNoEntry: false }) !== undefined) throw thereAlready(file)
}

/** Not even with --force: what was read must stay what it was. */
export function refuseToReplaceInput(output: string, inputs: readonly string[]): void {
  if (lstatSync(output, { throwIfNoEntry: false }) === undefined) return
  const target = realpathSync(output)
  if (inputs.some((input) => existsSync(input) && realpathSync(input) === target))
    throw new Refusal('invalid', `${output} is what this reads; write to another file`)
}

/** A link fails where the name is taken; a disk that has no links can only move. */
function moveToNew(draft: string, file: string): void {
  try {
    linkSync(draft, file)
    rmSync(draft)
  } catch (error) {
    if (!isFileError(error) || !['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(error.code ?? '')) throw error
    renameSync(draft, file)
  }
}

function refuseNoFile(file: string): void {
  const there = statSync(file, { throwIfNoEntry: false })
  if (there && !there.isFile()) throw new Refusal('conflict', `${file} is a folder or a device; name a file`)
}

/** What is to be read again: a document above the limit would be lost. */
export function refuseUnreadable(file: string | undefined, bytes: Uint8Array, limit?: number): void {
  const tooLarge = sizeIssue(bytes.length, limit)
  if (tooLarge)
    throw new Refusal('conflict', `${file ?? 'the document'} was not written: it could not be read again`, [tooLarge])
}

function withDraft(file: string, bytes: Uint8Array, finish: (draft: string) => void): void {
  const draft = join(dirname(resolve(file)), `.${basename(file)}.${process.pid}.draft`)
  removeAbandoned(file)
  try {
    writeFileSync(draft, bytes, { flush: true })
    finish(draft)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
}

/** Drafts of this file whose process was killed: a contract leaves no copy that nobody knows of. */
function removeAbandoned(file: string): void {
  const folder = dirname(resolve(file))
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(`.${basename(file)}.`) || !name.endsWith('.draft')) continue
    const [owner = ''] = name.slice(basename(file).length + 2).split('.')
    if (/^\d+$/.test(owner) && !isRunning(Number(owner))) rmSync(join(folder, name), { force: true })
  }
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0)
    return true
  } catch (error) {
    return isFileError(error) && error.code === 'EPERM'
  }
}

function refusedToWrite(file: string, error: unknown): unknown {
  if (!isFileError(error)) return error
  return error.code === 'EEXIST' ? thereAlready(file) : new Refusal('conflict', sayFileError(file, error, 'write'))
}

function thereAlready(file: string): Refusal {
  return new Refusal(
    'conflict',
    `${file} is there already, and nothing was written. Choose another name, or say --force to replace it`,
  )
}

export function isYaml(file: string): boolean {
  return ['.yaml', '.yml'].includes(extname(file).toLowerCase())
}

function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error
}

function sayFileError(file: string, error: NodeJS.ErrnoException, deed: 'read' | 'write'): string {
  const causes: Readonly<Record<string, string>> = {
    ENOENT: deed === 'read' ? `there is no file ${file}` : `the folder of ${file} does not exist; make it first`,
    EISDIR: `${file} is a folder; name a file`,
    EACCES: `you may not ${deed} ${file}`,
    EPERM: `you may not ${deed} ${file}`,
    ENOSPC: `the disk is full: ${file} was not written, and whatever was there before is unchanged`,
    EROFS: `the disk is read-only: ${file} was not written`,
  }
  return causes[error.code ?? ''] ?? `could not ${deed} ${file}: ${error.message}`
}
