// What the readers of views and documents are told besides the rules: who is meant by a role, and what an offering is called.
import type { Context } from '../core/context.ts'
import { loadReaderContext } from '../library/knowledge.ts'

let library: Context | undefined

/** @param knowledge what the server's rules know; the library says what it leaves out */
export function readerKnowledge(knowledge: Context): Context {
  library ??= loadReaderContext()
  return { ...library, ...knowledge }
}
