// The comments of a Word document (ECMA-376-1 §17.13.4): who wrote what, told where each is anchored.
import { brief } from '../../../core/brief.ts'
import type { Issue } from '../../../core/issue.ts'
import { readXml } from '../package/xml-events.ts'

interface Comment {
  readonly author: string
  text: string
}

/** By id. */
export type Comments = ReadonlyMap<string, Comment>

export function commentsIn(xml: string | undefined): Comments {
  const comments = new Map<string, Comment>()
  let open: Comment | undefined
  let inText = false
  if (xml === undefined) return comments
  readXml(xml, {
    open: (name, { id = '', author = '' }) => {
      if (name === 'comment') comments.set(id, (open = { author, text: '' }))
      inText = name === 't'
    },
    text: (more) => {
      if (inText && open) open.text += more
    },
    close: (name) => {
      inText = false
      if (name === 'p' && open) open.text += ' '
      if (name === 'comment') open = undefined
    },
  })
  return comments
}

/** Where a comment is anchored. */
export interface Anchor {
  readonly at: string
  readonly id: string
}

const most = 200

export function commentIssues(anchors: readonly Anchor[], comments: Comments): readonly Issue[] {
  const said = anchors.slice(0, most).map(({ at, id }) => ({ at, message: sayComment(comments.get(id)) }))
  const more = anchors.length - said.length
  if (more < 1) return said
  return [...said, { at: 'the file', message: `it holds ${more} more comments, which were not read either` }]
}

function sayComment(comment: Comment | undefined): string {
  const text = brief((comment?.text ?? '').replaceAll(/\s+/g, ' ').trim(), 120)
  const author = brief((comment?.author ?? '').replaceAll(/\s+/g, ' ').trim(), 60)
  return `a comment${author === '' ? '' : ` by ${author}`} is pinned here, which was not read as part of the text: "${text}"`
}
