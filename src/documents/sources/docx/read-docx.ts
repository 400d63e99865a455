// A Word document as its tables: what tracked changes took out is left out, what they put in stands.
import type { Issue } from '../../../core/issue.ts'
import { issuesIn } from '../issue-list.ts'
import { coreProperties } from '../package/core-properties.ts'
import { openPackage } from '../package/open-package.ts'
import { relationshipsOf } from '../package/relationships.ts'
import { packDocument, type PackedDocument } from '../packed-document.ts'
import { SourceFault } from '../source-fault.ts'
import type { SourceFile } from '../source-file.ts'
import { commentIssues, commentsIn } from './comments.ts'
import { paragraphStyles } from './paragraph-styles.ts'
import { readBody } from './read-body.ts'
import { newBody, type WordBody } from './word-body.ts'

export function readDocx({ bytes }: SourceFile): PackedDocument {
  const parts = openPackage(bytes)
  const main = relationshipsOf(parts).find(({ kind }) => kind === 'officeDocument')?.target ?? 'word/document.xml'
  const xml = parts.xml(main)
  if (xml === undefined)
    throw new SourceFault('it is damaged: its text is missing; open it in Word, save it again, and give that')
  const part = (wanted: string): string | undefined => {
    const related = relationshipsOf(parts, main).find(({ kind }) => kind === wanted)
    return related && parts.xml(related.target)
  }
  const body = newBody(paragraphStyles(part('styles')))
  readBody(xml, body)
  return packDocument({
    format: 'docx',
    tables: body.tables.filter((table) => table !== undefined),
    statements: [],
    ...(body.title !== undefined && { title: body.title }),
    ...coreProperties(parts),
    opening: body.opening,
    prose: body.prose,
    texts: body.texts,
    pictures: body.pictures,
    issues: [
      ...issuesOf(body),
      ...body.issues,
      ...issuesIn(body.signs, body.unknownSigns, body.struck, body.tracked, body.numbered),
      ...commentIssues(body.comments, commentsIn(part('comments'))),
    ],
  })
}

function issuesOf({ boxes, vanished }: WordBody): readonly Issue[] {
  const say = (message: string): Issue => ({ at: 'the file', message })
  return [
    ...(boxes > 0
      ? [say(`boxes to tick stand outside any table, in ${boxes} of its paragraphs; they were not read`)]
      : []),
    ...(vanished ? [say('it holds text that is formatted as hidden, which was not read')] : []),
  ]
}
