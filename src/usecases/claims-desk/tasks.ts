// What is done with documents of others in a thread of its own: what each task is given, and what it tells.
import type { ReviewListName } from '../../core/claims-review/review-lists.ts'
import type { aboutReview } from '../../core/claims-review/review-json.ts'
import type { DraftEdit } from '../../core/draft/draft-edit.ts'
import type { Mapping } from '../../core/mapping/mapping.ts'
import type { Matrix } from '../../core/matrix.ts'
import type { RefusalCode } from '../../core/refusal.ts'
import type { Issue } from '../../core/issue.ts'
import type { ClaimsHead, ImportAsked } from '../../store/imports.ts'
import type { AcceptAsked, ReviewAsked } from '../claims-asked.ts'
import type { PackedPart } from './packed-list.ts'

export interface PackedClaims {
  readonly head: ClaimsHead
  readonly claims: readonly PackedPart[]
  readonly issues: readonly PackedPart[]
}

export interface ReadGiven {
  readonly name: string
  readonly bytes: Uint8Array
  readonly asked: ImportAsked
  /** what was confirmed of the layouts that it has */
  readonly told?: Mapping | undefined
  /** rows that are read at most */
  readonly most: number
}

export interface ReadTold extends PackedClaims {
  readonly layouts: readonly string[]
}

export type FileGiven = Pick<PackedClaims, 'head'> & {
  readonly claims: readonly Pick<PackedPart, 'bytes'>[]
  readonly issues: number
}

export interface ReviewGiven {
  readonly matrix: Matrix
  readonly files: readonly FileGiven[]
  readonly asked: ReviewAsked
}

export interface ReviewTold {
  readonly about: ReturnType<typeof aboutReview>
  readonly lists: Readonly<Record<ReviewListName, readonly PackedPart[]>>
}

export interface AcceptGiven extends Omit<ReviewGiven, 'asked'> {
  readonly asked: AcceptAsked
  readonly date: string
}

export interface AcceptTold {
  /** of the draft that was given */
  readonly edit: DraftEdit
  /** digests of the documents of which something was accepted */
  readonly digests: readonly string[]
  readonly answer: object
}

export interface Tasks {
  readonly read: { readonly given: ReadGiven; readonly told: ReadTold }
  readonly review: { readonly given: ReviewGiven; readonly told: ReviewTold }
  readonly accept: { readonly given: AcceptGiven; readonly told: AcceptTold }
}

export type TaskName = keyof Tasks

export interface Order {
  readonly task: TaskName
  readonly given: unknown
}

export type Reply =
  | { readonly outcome: 'done'; readonly told: unknown }
  | {
      readonly outcome: 'refused'
      readonly code: RefusalCode
      readonly message: string
      readonly issues: readonly Issue[]
    }
  | { readonly outcome: 'failed'; readonly stack: string }
