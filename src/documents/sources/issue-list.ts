// Issues of one kind, of which a document may hold thousands: the first are said by place, the others counted.
import type { Issue } from '../../core/issue.ts'

const most = 50

export interface IssueList {
  readonly message: string
  readonly places: string[]
  more: number
}

export function newIssues(message: string): IssueList {
  return { message, places: [], more: 0 }
}

/** `detail` follows the message, and only its beginning is kept. */
export function note(list: IssueList, at: string): void {
  if (list.places.length < most) list.places.push(at)
  else list.more += 1
}

export function issuesIn(...lists: readonly IssueList[]): readonly Issue[] {
  return lists.flatMap(({ message, places, more }) => {
    const said = places.map((at) => ({ at, message }))
    return more === 0 ? said : [...said, { at: 'the file', message: `${message} (and in ${more} more places)` }]
  })
}
