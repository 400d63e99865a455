// Whose work a control is by the boxes of its summary; unclear where they say nothing, or one thing and its opposite.
import type { ClaimOwnership } from '../claims/claim.ts'
import { boxMeaning } from './box-meaning.ts'
import type { BoxMeaning } from './box-meaning.ts'
import type { Box } from './check-list.ts'
import { contradicts, fromWhom, ownershipOf } from './sides.ts'
import type { Side } from './sides.ts'
import type { Solution } from './solution.ts'

export interface ControlVerdict {
  readonly ownership: ClaimOwnership
  /** from whom it is inherited, by the name that stands there */
  readonly party?: string
  readonly faults: readonly string[]
}

interface Ticked {
  readonly labels: readonly string[]
  readonly unknown: readonly string[]
  readonly statuses: ReadonlySet<string>
  readonly origins: readonly Extract<BoxMeaning, { readonly is: 'origin' }>[]
  readonly sides: ReadonlySet<Side>
}

export function controlVerdict(boxes: readonly Box[], solution: Solution): ControlVerdict {
  const ticked = tickedIn(boxes)
  const fault = unreadable(boxes, ticked) ?? contradiction(ticked, solution)
  if (fault !== undefined) return { ownership: 'unclear', faults: [`${fault}; whose work it is stays unclear`] }
  if (ticked.statuses.has('away')) return { ownership: 'not-applicable', faults: [] }
  const ownership = ownershipOf(ticked.sides) ?? 'unclear'
  const trailing = solution.trailing ? [unlabeled] : []
  if (!ticked.sides.has('inherited')) return { ownership, faults: trailing }
  const [from, second] = new Set(ticked.origins.flatMap((origin) => origin.from ?? []))
  if (from === undefined) return { ownership, faults: [fromWhom, ...trailing] }
  return { ownership, faults: trailing, ...(ownership === 'provider' && second === undefined && { party: from }) }
}

const unlabeled =
  'words without a label follow a paragraph that is labeled as the customer’s; they were not taken for the customer’s: read them'

function tickedIn(boxes: readonly Box[]): Ticked {
  const labels = boxes.filter(({ state }) => state === 'ticked').map(({ label }) => label)
  const meanings = labels.map((label) => ({ label, meaning: boxMeaning(label) }))
  const origins = meanings.flatMap(({ meaning }) => (meaning?.is === 'origin' ? [meaning] : []))
  return {
    labels,
    unknown: meanings.filter(({ meaning }) => meaning === undefined).map(({ label }) => label),
    statuses: new Set(meanings.flatMap(({ meaning }) => (meaning?.is === 'status' ? [meaning.status] : []))),
    origins,
    sides: new Set(origins.map(({ side }) => side)),
  }
}

function unreadable(boxes: readonly Box[], { labels, unknown, sides, statuses }: Ticked): string | undefined {
  if (boxes.length === 0) return 'no box stands in its summary that can be read as ticked or empty'
  if (boxes.some(({ state }) => state === 'doubtful'))
    return 'its boxes cannot be told: ticked or not, or of which words'
  if (labels.length === 0) return 'none of its boxes is ticked'
  if (unknown.length > 0)
    return `${unknown.map((label) => `“${label.slice(0, 80).toWellFormed()}”`).join(' and ')} is ticked, and is no word for a status or an origin that we know`
  if (sides.has('owner')) return 'it is its owner’s, and nothing shows whether that is a provider or a customer'
  return sides.size === 0 && !statuses.has('away') ? 'no box says where the control comes from' : undefined
}

function contradiction({ labels, statuses, sides }: Ticked, solution: Solution): string | undefined {
  const customer = solution.customerMust !== ''
  if (statuses.has('away'))
    return labels.length > 1 || customer || solution.provider
      ? 'it is called not applicable, and another box is ticked or work on it is described beside that'
      : undefined
  if (statuses.has('in-place') && statuses.has('open') && labels.some(isPlainlyImplemented))
    return 'it is called implemented, and planned or implemented in part beside that'
  if (contradicts(namedIn(solution), sides))
    return 'its control origination leaves out a side to which its solution gives a part by name'
  if (statuses.has('open') && [...sides].some((side) => side !== 'client'))
    return `it is planned or implemented in part (${labels.join('; ')}), so that nothing says it is provided`
  return undefined
}

/** An alternative may be in place in part. */
function isPlainlyImplemented(label: string): boolean {
  return /^(?:fully )?implemented$/i.test(label.trim())
}

function namedIn({ customerMust, provider }: Solution): ReadonlySet<Side> {
  return new Set<Side>([
    ...(customerMust === '' ? [] : ['client' as const]),
    ...(provider ? ['provider' as const] : []),
  ])
}
