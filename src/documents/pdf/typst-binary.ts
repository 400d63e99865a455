// Typst's compiler as its binary for this machine, and the few of its functions that are called.
import { createRequire } from 'node:module'
import { Refusal } from '../../core/refusal.ts'

export interface TypstCompiler {
  readonly mapShadow: (path: string, content: Buffer) => void
  readonly resetShadow: () => void
  readonly compile: (options: { readonly mainFileContent: string; readonly resetRead: boolean }) => Compilation
  readonly pdf: (document: CompiledDocument, options: { readonly pdfStandard: string }) => Buffer
  readonly fetchDiagnostics: (trouble: Trouble) => unknown[]
  readonly evictCache: (age: number) => void
}

export interface Compilation {
  readonly result: CompiledDocument | null
  readonly takeWarnings: () => Trouble | null
  readonly takeError: () => Trouble | null
}

/** Handles that only the compiler looks into. */
export interface CompiledDocument {
  readonly numOfPages: number
}
export interface Trouble {
  readonly shortDiagnostics: unknown[]
}

interface Binary {
  readonly NodeCompiler: {
    readonly create: (options: {
      readonly workspace: string
      readonly fontArgs: readonly { readonly fontBlobs: readonly Buffer[] }[]
    }) => TypstCompiler
  }
}

/** The platforms that this version is published for. */
const binaries = [
  '@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu',
  '@myriaddreamin/typst-ts-node-compiler-linux-x64-musl',
] as const

export function typst(): Binary['NodeCompiler'] {
  const load = createRequire(import.meta.url)
  for (const name of binaries) {
    try {
      return (load(name) as Binary).NodeCompiler
    } catch (error) {
      if (!isMissing(error)) throw error
    }
  }
  throw new Refusal(
    'invalid',
    `PDF cannot be written on this machine (${process.platform}, ${process.arch}): the typesetter is published for Linux on x64 only. Write --to docx or --to html here, or PDF on such a machine`,
  )
}

/** Not installed, or made for another C library than this machine's. */
function isMissing(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && ['MODULE_NOT_FOUND', 'ERR_DLOPEN_FAILED'].includes(String(error.code))
  )
}
