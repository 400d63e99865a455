// What an OSCAL document says of itself, and of the catalog that its ids belong to.
import { brief } from '../../../core/brief.ts'
import type { SourceDocument } from '../../../core/claims/source-document.ts'
import { proseAt } from './oscal-cast.ts'
import { dayOf, given } from './source-of.ts'
import { complain, groupAt, textAt } from './spot.ts'
import type { Spot } from './spot.ts'

export function metadataOf(root: Spot): Pick<SourceDocument, 'title' | 'version' | 'date'> {
  const metadata = groupAt(root, 'metadata')
  if (metadata === undefined) return {}
  return {
    ...given('title', proseAt(metadata, 'title')),
    ...given('version', textAt(metadata, 'version')),
    ...given('date', dayOf(textAt(metadata, 'last-modified'))),
  }
}

/** Nothing outside the file is opened; a resource of its own is no news. */
export function catalogIssue(spot: Spot, href: string): void {
  if (href === '' || href.startsWith('#')) return
  complain(
    spot,
    spot.at,
    `its control ids are those of ${brief(href, 200)}, which was not opened: look whether that is the edition that you mean`,
  )
}
