// A web page, or what a program calls one, as its tables.
import { decodeText } from '../decode-text.ts'
import { factsOf } from '../facts.ts'
import { issuesIn } from '../issue-list.ts'
import { packDocument, type PackedDocument } from '../packed-document.ts'
import type { SourceFile } from '../source-file.ts'
import { newPage } from './page.ts'
import { declaredEncoding } from './page-facts.ts'
import { readPage } from './read-page.ts'

export function readHtml({ bytes }: SourceFile): PackedDocument {
  const { text, issues } = decodeText(bytes, declaredEncoding(bytes))
  const page = newPage()
  readPage(text, page)
  return packDocument({
    format: 'html',
    tables: page.tables.filter((table) => table !== undefined),
    statements: [],
    ...factsOf(page),
    opening: page.opening,
    prose: page.prose,
    texts: page.texts,
    pictures: page.pictures,
    issues: [...issues, ...page.issues, ...issuesIn(page.signs, page.struck)],
  })
}
