// The file that an export makes: bytes under a name, and what of the matrix it leaves out.
import { compare } from '../core/compare.ts'
import type { Context } from '../core/context.ts'
import { coverage } from '../core/coverage.ts'
import type { Matrix } from '../core/matrix.ts'
import { redlineOf } from '../core/redline/redline-of.ts'
import { losses } from '../core/rendition/content.ts'
import type { Subject } from '../core/rendition/rendition.ts'
import type { OptionName } from '../core/views/projected.ts'
import type { DocumentFormat } from '../documents/format.ts'
import { formats } from '../documents/formats.ts'
import { redlinePrinters } from '../documents/redline-printers.ts'
import { checkWish, writeExport, writerFor } from '../documents/write-export.ts'
import type { ExportAsked, MatrixAsked, RedlineAsked } from './export-asked.ts'
import { lookOf, renditionOf } from './look-of.ts'
import type { Look } from './look-of.ts'
import type { WhichText } from './which-text.ts'

/** The texts that an export is made of, read in one moment. */
export interface Texts {
  /** of a redline only: the earlier one */
  readonly before?: Matrix
  readonly matrix: Matrix
  readonly context: Context
  /** of the draft, where it is one of them */
  readonly version?: number
}

export interface ExportFile {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
  readonly told: Told
}

export interface Told {
  /** SHA-256 of the canonical bytes that it shows */
  readonly digest: string
  readonly version?: number
  /** "3 decisions" */
  readonly leftOut: readonly string[]
  /** what it is limited to on purpose */
  readonly only?: string
  readonly remarks: readonly string[]
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.md': 'text/markdown; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.pdf': 'application/pdf',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** As a request over HTTP writes an option. */
export const asField: OptionName = (option) => (option === 'to' ? 'format' : option)

/** Text is written in a moment; the others take seconds for a large matrix. */
export function formatOf(asked: ExportAsked): Pick<DocumentFormat, 'extension' | 'text'> {
  const named: readonly Pick<DocumentFormat, 'name' | 'extension' | 'text'>[] =
    asked.what === 'redline' ? redlinePrinters : formats
  return named.find(({ name }) => name === asked.format)!
}

/** Throws a refusal where this cannot be exported so. */
export async function checkExport(asked: ExportAsked, { matrix }: Pick<Texts, 'matrix'>): Promise<void> {
  lookOf(asked)
  if (asked.what === 'matrix') checkWish(await writerOf(asked), { matrix, wish: asked, say: asField })
}

export async function exportFile(asked: ExportAsked, texts: Texts): Promise<ExportFile> {
  const look = lookOf(asked)
  const { bytes, told } = await (asked.what === 'redline' ? redline(asked, texts, look) : whole(asked, texts, look))
  const { extension } = formatOf(asked)
  return {
    name: `${texts.matrix.id}-${nameOf(asked, texts)}${extension}`,
    type: mediaTypes[extension]!,
    bytes,
    told: { ...told, ...(texts.version !== undefined && { version: texts.version }) },
  }
}

function nameOf(asked: ExportAsked, { version }: Texts): string {
  const say = (which: WhichText) => (which === 'draft' ? `draft-${version}` : `revision-${which}`)
  if (asked.what === 'redline') return `${say(asked.from)}-to-${say(asked.to)}-redline`
  const parts = [say(asked.of), asked.framework, asked.view, asked.party]
  return parts.filter((part) => part !== undefined).join('-')
}

function writerOf({ format, view, standard, template }: MatrixAsked) {
  return writerFor(
    formats.find(({ name }) => name === format)!,
    { view, standard, template },
    asField,
  )
}

type Made = Pick<ExportFile, 'bytes' | 'told'>

async function whole(asked: MatrixAsked, { matrix, context }: Texts, look: Look): Promise<Made> {
  const template = asked.template === undefined ? undefined : Buffer.from(asked.template, 'base64')
  const rendition = { ...renditionOf(matrix, context, look), standard: asked.standard, template }
  const { bytes, carried, only, remarks } = await writeExport(await writerOf(asked), {
    matrix,
    context,
    rendition,
    wish: asked,
    say: asField,
  })
  const told = {
    digest: rendition.digest,
    leftOut: losses(matrix, carried),
    ...(only !== undefined && { only }),
    remarks,
  }
  return { bytes, told }
}

async function redline(asked: RedlineAsked, { before, matrix, context }: Texts, look: Look): Promise<Made> {
  const earlier = subjectOf(before!, context, look)
  const later = subjectOf(matrix, context, look)
  const printer = redlinePrinters.find(({ name }) => name === asked.format)!
  const bytes = await printer.print(redlineOf(earlier, later), later.rendition)
  const { length } = compare(before!, matrix)
  const remark = length === 0 ? 'The two texts are the same.' : `${length} ${length === 1 ? 'change' : 'changes'}.`
  return {
    bytes,
    told: {
      digest: later.rendition.digest,
      leftOut: [],
      only: 'what changed between the two texts',
      remarks: [remark],
    },
  }
}

function subjectOf(matrix: Matrix, context: Context, look: Look): Subject {
  return { matrix, context, proof: coverage(matrix, context), rendition: renditionOf(matrix, context, look) }
}
