// A matrix written in a format, whole or as a view, with what the file leaves out.
import type { Context } from '../core/context.ts'
import { coverage } from '../core/coverage.ts'
import type { Matrix } from '../core/matrix.ts'
import { Refusal } from '../core/refusal.ts'
import type { Content } from '../core/rendition/content.ts'
import type { Rendition } from '../core/rendition/rendition.ts'
import { knownFramework, projected, refuseWish } from '../core/views/projected.ts'
import type { OptionName, ViewWish } from '../core/views/projected.ts'
import type { DocumentFormat, Writer } from './format.ts'

export interface ExportOf {
  readonly matrix: Matrix
  readonly context: Context
  readonly rendition: Rendition
  readonly wish: ViewWish
  readonly say: OptionName
}

export interface Written {
  readonly bytes: Uint8Array
  readonly carried: readonly Content[]
  /** what it is limited to on purpose */
  readonly only?: string | undefined
  readonly remarks: readonly string[]
  /** a document that Demarc must be able to read again */
  readonly readAgain: boolean
}

interface Parts {
  readonly view?: unknown
  readonly standard?: unknown
  readonly template?: unknown
}

/** What was asked for and this format has no use for is said, not passed over. */
export async function writerFor(format: DocumentFormat, given: Parts, say: OptionName): Promise<Writer> {
  const writer = await format.load()
  if (given.view !== undefined && !writer.view)
    throw new Refusal('invalid', `${format.name} has a layout of its own; leave ${say('view')} out`)
  if (given.standard !== undefined && !writer.takes?.includes('standard'))
    throw new Refusal('invalid', `${say('standard')} goes with ${say('to')} pdf`)
  if (given.template !== undefined && !writer.takes?.includes('template'))
    throw new Refusal('invalid', `${say('template')} goes with ${say('to')} emass`)
  if (given.template === undefined && writer.fillsIn !== undefined)
    throw new Refusal('invalid', 'this export fills in a copy of your own blank template', [
      { at: say('template'), message: writer.fillsIn },
    ])
  return writer
}

/** Throws a refusal where it can be told without writing it that this matrix does not have what is wished for. */
export function checkWish(writer: Writer, { matrix, wish, say }: Pick<ExportOf, 'matrix' | 'wish' | 'say'>): void {
  if (writer.whole === undefined || wish.view !== undefined) refuseWish(matrix, wish, say)
  else {
    refusePartyOfWhole(wish, say)
    knownFramework(wish.framework, matrix)
  }
}

function refusePartyOfWhole({ party }: ViewWish, say: OptionName): void {
  if (party !== undefined) throw new Refusal('invalid', `${say('party')} goes with ${say('view')} duties`)
}

export function writeExport(writer: Writer, asked: ExportOf): Promise<Written> {
  return writer.whole && asked.wish.view === undefined ? wholeOf(writer.whole, asked) : viewOf(writer.view!, asked)
}

async function wholeOf(
  { carries, ofExtract = carries, only, remarks, readAgain, write }: NonNullable<Writer['whole']>,
  { matrix, context, rendition, wish, say }: ExportOf,
): Promise<Written> {
  refusePartyOfWhole(wish, say)
  const framework = knownFramework(wish.framework, matrix)
  const subject = { matrix, context, proof: coverage(matrix, context), framework, rendition }
  const limits = [
    ...(only === undefined ? [] : [only]),
    ...(framework === undefined ? [] : [`what serves ${framework}`]),
  ]
  return {
    bytes: await write(subject),
    carried: framework === undefined ? carries : ofExtract,
    only: limits.length === 0 ? undefined : limits.join(', and '),
    remarks: remarks?.(subject) ?? [],
    readAgain: readAgain === true,
  }
}

async function viewOf(
  { drops, write }: NonNullable<Writer['view']>,
  { matrix, context, rendition, wish, say }: ExportOf,
): Promise<Written> {
  const shown = projected({ matrix, context }, wish, say)
  const dropped: ReadonlySet<Content> = new Set(drops)
  return {
    bytes: await write(shown, rendition),
    carried: shown.shows.filter((kind) => !dropped.has(kind)),
    only: shown.only,
    remarks: [],
    readAgain: false,
  }
}
