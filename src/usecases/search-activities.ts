// Who has whom on the hook for what: activities of all clients by the words in them, and by who answers for them.
import { z } from 'zod'
import { authorize } from '../core/access/authorize.ts'
import { accountableParties } from '../core/activity.ts'
import { unassigned } from '../core/duty.ts'
import type { FrameworkId } from '../core/identifiers.ts'
import type { Page, PageAsked } from '../core/page.ts'
import type { Party } from '../core/party.ts'
import { fill } from '../core/placeholder.ts'
import { askedWords } from '../core/plain-text.ts'
import { EngagementId } from '../core/record-id.ts'
import type { ClientId } from '../core/record-id.ts'
import { excerptOf } from '../core/search/excerpt.ts'
import type { Excerpt } from '../core/search/excerpt.ts'
import { mark, searchedParts } from '../core/search/searched-words.ts'
import { cursorIn, pageFrom } from '../store/cursor.ts'
import { clientNames } from '../store/engagement-list.ts'
import { findEngagements } from '../store/engagements.ts'
import type { EngagementRecord } from '../store/engagements.ts'
import type { Scope } from '../store/scope.ts'
import { searchActivities as searched } from '../store/search-words.ts'
import type { SearchHit } from '../store/search-words.ts'
import type { UseCase } from './context.ts'

export interface ActivitiesAsked extends PageAsked {
  readonly words: string
  readonly accountable?: Party['kind'] | undefined
  /** has a duty in it */
  readonly acting?: Party['kind'] | undefined
  readonly client?: ClientId | undefined
  readonly framework?: FrameworkId | undefined
}

type NamedParty = Pick<Party, 'id' | 'kind' | 'legalName'>

export interface FoundActivity {
  readonly client: { readonly id: ClientId; readonly name: string }
  readonly engagement: { readonly id: EngagementId; readonly title: string }
  readonly activity: { readonly id: string; readonly title: string }
  readonly excerpt: Excerpt
  readonly accountable: readonly NamedParty[]
  readonly acting: readonly NamedParty[]
}

/** Of drafts. Without a word nothing is found. */
export async function searchActivities(ctx: UseCase, asked: ActivitiesAsked): Promise<Page<FoundActivity>> {
  authorize(ctx.actor, 'search')
  const after = cursorIn(asked, [EngagementId, z.int().min(0)])
  const words = askedWords(asked.words)
  const [first, ...rest] = words
  if (first === undefined) return { items: [] }
  return ctx.store.read(ctx.actor.tenant, async (scope) => {
    const hits = await searched(scope, {
      words: [first, ...rest],
      marks: marksOf(asked),
      after: after && { engagement: after[0], row: after[1] },
      most: asked.limit + 1,
    })
    const whose = await engagementsOf(scope, hits)
    return pageFrom(hits, asked, {
      item: (hit) => foundIn(hit, whose.get(hit.place.engagement)!, words),
      key: ({ place }) => [place.engagement, place.row],
    })
  })
}

function marksOf({ accountable, acting, client, framework }: ActivitiesAsked): readonly string[] {
  const marks: string[] = []
  if (accountable !== undefined) marks.push(mark.accountable(accountable))
  if (acting !== undefined) marks.push(mark.acting(acting))
  if (client !== undefined) marks.push(mark.client(client))
  if (framework !== undefined) marks.push(mark.framework(framework))
  return marks
}

interface Whose {
  readonly engagement: EngagementRecord
  readonly client: string
}

async function engagementsOf(scope: Scope, hits: readonly SearchHit[]): Promise<ReadonlyMap<EngagementId, Whose>> {
  const engagements = await findEngagements(scope, [...new Set(hits.map(({ place }) => place.engagement))])
  const names = await clientNames(
    scope,
    engagements.map(({ client }) => client),
  )
  return new Map(
    engagements.map((engagement) => [engagement.id, { engagement, client: names.get(engagement.client)! }]),
  )
}

function foundIn({ activity }: SearchHit, { engagement, client }: Whose, words: readonly string[]): FoundActivity {
  const { head } = engagement
  const named = (ids: readonly string[]): readonly NamedParty[] =>
    head.parties.filter(({ id }) => ids.includes(id)).map(({ id, kind, legalName }) => ({ id, kind, legalName }))
  return {
    client: { id: engagement.client, name: client },
    engagement: { id: engagement.id, title: head.title },
    activity: { id: activity.id, title: fill(activity.title, head.parameters) },
    excerpt: excerptOf(searchedParts(activity, head), words),
    accountable: named(accountableParties(activity)),
    acting: named(activity.duties.map(({ party }) => party).filter((party) => party !== unassigned)),
  }
}
