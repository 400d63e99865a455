// Documents that have a meaning of their own as values, each told by what it holds: the first that knows it reads it.
import type { SourceDocument } from '../../../core/claims/source-document.ts'

export type ValueReader = (value: unknown) => SourceDocument | undefined

/** Of JSON and YAML. */
export const valueReaders: readonly ValueReader[] = []
