// A printed PDF as poppler and qpdf open it, for tests.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { execute, program } from '../../../../test/support/machine.ts'

export interface OpenedPdf {
  readonly text: (...options: readonly string[]) => Promise<string>
  readonly info: () => Promise<Readonly<Record<string, string>>>
  readonly fonts: () => Promise<readonly string[]>
  /** what qpdf finds wrong: nothing */
  readonly faults: () => Promise<string>
  /** veraPDF's, on one flavour: 3a, ua1 */
  readonly verdict: (flavour: string) => Promise<string>
  readonly attachment: (name: string) => Promise<Buffer>
  /** every object of the file that is a dictionary */
  readonly dictionaries: () => Promise<readonly Dictionary[]>
}

export type Dictionary = Readonly<Record<string, unknown>>

export const poppler = await program('pdftotext')
export const qpdf = await program('qpdf')

export function openPdf(bytes: Uint8Array): OpenedPdf {
  const folder = mkdtempSync(join(tmpdir(), 'demarc-pdf-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'printed.pdf')
  writeFileSync(file, bytes)
  const said = async (name: string, ...args: readonly string[]): Promise<string> =>
    (await execute(name, [...args], { maxBuffer: 2 ** 28 })).stdout
  return {
    text: (...options) => said('pdftotext', ...options, file, '-'),
    info: async () => Object.fromEntries((await said('pdfinfo', file)).split('\n').map(labelAndValue)),
    fonts: async () => (await said('pdffonts', file)).trim().split('\n').slice(2),
    faults: async () => {
      const { stdout, stderr } = await execute('qpdf', ['--check', file])
      return /No syntax or stream encoding errors found/u.test(stdout) ? stderr : stdout + stderr
    },
    verdict: async (flavour) => said('verapdf', '--flavour', flavour, '--format', 'text', file),
    attachment: async (name) =>
      (await execute('qpdf', [`--show-attachment=${name}`, file], { encoding: 'buffer', maxBuffer: 2 ** 28 })).stdout,
    dictionaries: async () => dictionariesIn(JSON.parse(await said('qpdf', '--json', file))),
  }
}

function labelAndValue(line: string): readonly [string, string] {
  const colon = line.indexOf(':')
  return [line.slice(0, colon), line.slice(colon + 1).trim()]
}

interface QpdfJson {
  readonly qpdf: readonly [
    unknown,
    Readonly<Record<string, { readonly value?: unknown; readonly stream?: { readonly dict: unknown } }>>,
  ]
}

function dictionariesIn(json: unknown): readonly Dictionary[] {
  const [, objects] = (json as QpdfJson).qpdf
  return Object.values(objects)
    .map(({ value, stream }) => value ?? stream?.dict)
    .filter((value): value is Dictionary => typeof value === 'object' && value !== null && !Array.isArray(value))
}
