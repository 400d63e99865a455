// A file as the readers are given it: its bytes, what its name ends in, and its text where it is text.
import type { Issue } from '../../core/issue.ts'
import type { PackedDocument } from './packed-document.ts'

export interface GivenFile {
  readonly bytes: Uint8Array
  readonly fileName: string
}

export interface SourceFile extends GivenFile {
  /** without the dot, in small letters; empty where the name has none */
  readonly extension: string
  /** the name without folder and extension */
  readonly stem: string
}

export interface TextFile extends SourceFile {
  readonly text: string
  /** how its letters were read, where that was no matter of course */
  readonly issues: readonly Issue[]
}

/** One format: how its content is told from the others', and its reader. */
export interface SourceKind<File extends SourceFile> {
  readonly name: string
  readonly recognise: (file: File) => boolean
  /** throws a `SourceFault` */
  readonly read: (file: File) => PackedDocument | Promise<PackedDocument>
}

export function sourceFile({ bytes, fileName }: GivenFile): SourceFile {
  const name = fileName.replace(/^.*[/\\]/s, '')
  const dot = name.lastIndexOf('.')
  return {
    bytes,
    fileName: name,
    extension: dot === -1 ? '' : name.slice(dot + 1).toLowerCase(),
    stem: dot > 0 ? name.slice(0, dot) : name,
  }
}
