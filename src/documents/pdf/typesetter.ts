// The typesetter (Typst): one compiler kept, the shipped fonts only, and whatever it complains of is a failure.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { fontFiles } from './fonts.ts'
import type { FontSet } from './fonts.ts'
import type { Order } from './order.ts'
import { setPaper } from './set-paper.ts'
import { typst } from './typst-binary.ts'
import type { CompiledDocument, Trouble, TypstCompiler } from './typst-binary.ts'

const folder = fileURLToPath(new URL('.', import.meta.url))
const template = join(folder, 'paper.typ')

const small = ['latin', 'arabic', 'hebrew'] as const satisfies readonly FontSet[]
const large = ['japanese', 'chinese', 'korean'] as const satisfies readonly FontSet[]

let kept: { readonly compiler: TypstCompiler; readonly han: boolean } | undefined

export async function typeset(order: Order, fonts: readonly FontSet[]): Promise<Uint8Array> {
  const compiler = compilerWith(large.some((set) => fonts.includes(set)))
  compiler.resetShadow()
  for (const [name, value] of Object.entries(setPaper(order, fonts)))
    compiler.mapShadow(join(folder, `${name}.json`), Buffer.from(JSON.stringify(value)))
  if (order.branding.logo !== undefined)
    compiler.mapShadow(join(folder, 'logo'), Buffer.from(order.branding.logo.bytes))
  for (const [index, { bytes }] of order.attachments.entries())
    compiler.mapShadow(join(folder, `attachment-${index}`), Buffer.from(bytes))
  const bytes = compiler.pdf(compiled(compiler), { pdfStandard: order.standard })
  compiler.resetShadow()
  compiler.evictCache(0)
  await memoryFreed()
  return bytes
}

/** The compiler's results are freed by the event loop only. */
async function memoryFreed(): Promise<void> {
  await setImmediate()
}

/** The fonts for Han are large: they are read when they are first needed, and then stay. */
function compilerWith(han: boolean): TypstCompiler {
  if (kept !== undefined && (kept.han || !han)) return kept.compiler
  const fontBlobs = (han ? [...small, ...large] : small).flatMap((set) => fontFiles(set))
  kept = { compiler: typst().create({ workspace: folder, fontArgs: [{ fontBlobs }] }), han }
  return kept.compiler
}

function compiled(compiler: TypstCompiler): CompiledDocument {
  const outcome = compiler.compile({ mainFileContent: readFileSync(template, 'utf8'), resetRead: true })
  const trouble = [outcome.takeWarnings(), outcome.takeError()].filter((one) => one !== null)
  const { result } = outcome
  if (trouble.length > 0 || result === null) throw new Error(`the typesetter complains: ${said(compiler, trouble)}`)
  return result
}

function said(compiler: TypstCompiler, trouble: readonly Trouble[]): string {
  return JSON.stringify(trouble.flatMap((one): unknown[] => compiler.fetchDiagnostics(one)))
}
