// Claims held against a draft: reviewed, or accepted into it.
import { acceptedJson, addedParties } from '../../core/claims-review/accepted-json.ts'
import { acceptClaims } from '../../core/claims-review/acceptance.ts'
import { choose } from '../../core/claims-review/choice.ts'
import type { Left } from '../../core/claims-review/choice.ts'
import { hear } from '../../core/claims-review/hearing.ts'
import { refuseUnreplaced, withdrawRows } from '../../core/claims-review/replacement.ts'
import { aboutReview, leftJson } from '../../core/claims-review/review-json.ts'
import { reviewListNames, reviewLists } from '../../core/claims-review/review-lists.ts'
import type { ReviewEntry } from '../../core/claims-review/review-lists.ts'
import { review } from '../../core/claims-review/review.ts'
import { groundOf, refuseUnknownScopes } from '../../core/claims-review/said.ts'
import type { Claim } from '../../core/claims/claim.ts'
import type { ClaimsFile } from '../../core/claims/claims-file.ts'
import type { Context } from '../../core/context.ts'
import { coverage } from '../../core/coverage.ts'
import { matrixEdit } from '../../core/draft/matrix-edit.ts'
import type { Matrix } from '../../core/matrix.ts'
import { Refusal } from '../../core/refusal.ts'
import { saidOf } from '../claims-asked.ts'
import type { AcceptAsked } from '../claims-asked.ts'
import { fieldWords } from '../field-words.ts'
import { refuseBroken } from '../refuse-broken.ts'
import { packed, unpacked } from './packed-list.ts'
import type { AcceptGiven, AcceptTold, FileGiven, ReviewGiven, ReviewTold } from './tasks.ts'

export function reviewWork({ matrix, files, asked }: ReviewGiven, context: Context): ReviewTold {
  const against = againstOf(matrix, files, context)
  const ground = groundOf(against, saidOf(asked))
  const found = review(against.files, ground)
  const lists = reviewLists(found, matrix)
  return {
    about: aboutReview(found, ground),
    lists: Object.fromEntries(
      reviewListNames.map((name) => [name, packed(worded(lists[name]()), ({ kind }) => kind)]),
    ) as ReviewTold['lists'],
  }
}

function* worded(entries: Iterable<ReviewEntry>): Iterable<ReviewEntry> {
  for (const entry of entries)
    yield entry.message === undefined ? entry : { ...entry, message: fieldWords(entry.message) }
}

/** Each becomes a row: more at once is more than anybody has read. */
const mostAccepted = 500
/** Of the lists that an acceptance tells. */
const mostTold = 200

export function acceptWork({ matrix: draft, files, asked, date }: AcceptGiven, context: Context): AcceptTold {
  const out = withdrawRows(draft, asked.instead)
  const against = againstOf(out.matrix, files, context)
  const { matrix } = against
  const ground = groundOf(against, saidOf(asked))
  const { held, contradictions, inPieces } = hear(against.files, ground)
  const { take, left } = choose(held, asked, { matrix, contradictions })
  refuseLeft(left, asked)
  refuseMany(take.length)
  refuseUnknownScopes(take, against, asked)
  refuseUnreplaced(out.rows, take)
  const result = acceptClaims(matrix, take, {
    reason: asked.reason,
    date,
    inPieces,
    instead: out.rows,
    scopesOf: ground.scopesOf,
    ...(asked.by !== undefined && { by: asked.by }),
    ...(ground.accountable !== undefined && { accountable: ground.accountable }),
  })
  refuseBroken(result.matrix, context)
  const told = acceptedJson(result, [], {
    before: coverage(draft, context),
    after: coverage(result.matrix, context),
    replaced: out.rows,
    added: addedParties(draft, result.matrix),
  })
  return {
    edit: matrixEdit(draft, result.matrix),
    digests: [...new Set(result.outcomes.map(({ held: { source } }) => source.sha256))],
    answer: { ...told, left: left.slice(0, mostTold).map(leftEntry), leftInAll: left.length },
  }
}

function leftEntry(left: Left): object {
  return { ...(leftJson(left) as object), message: fieldWords(left.message) }
}

function againstOf(matrix: Matrix, files: readonly FileGiven[], context: Context) {
  const whole = files.map(({ head, claims, issues }): ClaimsFile => ({
    ...head,
    claims: unpacked(claims) as Claim[],
    // only how many there are is told
    issues: Array.from({ length: issues }, () => ({ at: '', message: '' })),
  }))
  return { matrix, context, files: whole, say: (option: string) => option }
}

function refuseMany(count: number): void {
  if (count > mostAccepted)
    throw new Refusal(
      'invalid',
      `these are ${count} claims, and at most ${mostAccepted} are accepted at once; choose some of them with “only” or “at”`,
    )
}

function refuseLeft(left: readonly Left[], { at }: AcceptAsked): void {
  const unknown = new Set(left.filter(({ kind }) => kind === 'unknown-party').map(({ message }) => message))
  if (unknown.size > 0) throw new Refusal('invalid', [...unknown].slice(0, mostTold).join('\n'))
  if (at.length > 0 && left.length > 0)
    throw new Refusal(
      'conflict',
      'what you chose by its place cannot be accepted',
      left.slice(0, mostTold).map((one) => ({ at: one.held.claim.at, message: one.message })),
    )
}
