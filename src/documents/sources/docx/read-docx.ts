// A Word document as its tables: what tracked changes took out is left out, what they put in stands.
import type { Issue } from '../../../core/issue.ts'
import { issuesIn } from '../issue-list.ts'
import { coreProperties } from '../package/core-properties.ts'
import { openPackage } from '../package/open-package.ts'
import { relationshipsOf } from '../package/relationships.ts'
import { packDocument, type PackedDocument } from '../packed-document.ts'
import { SourceFault } from '../source-fault.ts'
import type { SourceFile } from '../source-file.ts'
import { paragraphStyles } from './paragraph-styles.ts'
import { readBody } from './read-body.ts'
import { newBody, type WordBody } from './word-body.ts'

export function readDocx({ bytes }: SourceFile): PackedDocument {
  const parts = openPackage(bytes)
  const main = relationshipsOf(parts).find(({ kind }) => kind === 'officeDocument')?.target ?? 'word/document.xml'
  const xml = parts.xml(main)
  if (xml === undefined)
    throw new SourceFault('it is damaged: its text is missing; open it in Word, save it again, and give that')
  const styles = relationshipsOf(parts, main).find(({ kind }) => kind === 'styles')
  const body = newBody(paragraphStyles(styles && parts.xml(styles.target)))
  readBody(xml, body)
  return packDocument({
    format: 'docx',
    tables: body.tables.filter((table) => table !== undefined),
    statements: [],
    ...(body.title !== undefined && { title: body.title }),
    ...coreProperties(parts),
    opening: body.opening,
    prose: body.prose,
    pictures: body.pictures,
    issues: [...issuesOf(body), ...body.issues, ...issuesIn(body.signs, body.unknownSigns, body.struck, body.numbered)],
  })
}

function issuesOf({ tracked, comments, boxes, vanished }: WordBody): readonly Issue[] {
  const say = (message: string): Issue => ({ at: 'the file', message })
  return [
    ...(tracked
      ? [
          say(
            'it holds tracked changes: it was read as if all of them were accepted. Accept or reject them, and give that',
          ),
        ]
      : []),
    ...(comments > 0 ? [say(`it holds ${comments} comments, which were not read`)] : []),
    ...(boxes > 0
      ? [say(`boxes to tick stand outside any table, in ${boxes} of its paragraphs; they were not read`)]
      : []),
    ...(vanished ? [say('it holds text that is formatted as hidden, which was not read')] : []),
  ]
}
