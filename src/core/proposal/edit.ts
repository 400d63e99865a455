// An edit is what one cell, or one row more or less, proposes; an issue is a cell that could not be read.
import type { Activity } from '../activity.ts'
import type { Duty } from '../duty.ts'
import type { ActivityId } from '../identifiers.ts'

export type ActivityField = 'title' | 'handoff' | 'accountable'
export type DutyField = 'party' | 'does' | 'kind' | 'timing' | 'source' | 'role' | 'interviewee' | 'evidence'

/** `at` is the address of the cell: `Activities!C14`. */
export type Edit =
  | {
      readonly kind: 'activity'
      readonly at: string
      readonly activity: ActivityId
      readonly field: ActivityField
      readonly value: string | undefined
    }
  | { readonly kind: 'activity removed'; readonly at: string; readonly activity: ActivityId }
  | { readonly kind: 'activity added'; readonly at: string; readonly activity: Activity }
  | DutyEdit
  | { readonly kind: 'duty removed'; readonly at: string; readonly activity: ActivityId; readonly index: number }
  | { readonly kind: 'duty added'; readonly at: string; readonly activity: ActivityId; readonly duty: Duty }
  | { readonly kind: 'answer'; readonly at: string; readonly name: string; readonly value: string | undefined }
  | { readonly kind: 'issue'; readonly at: string; readonly message: string }
  | { readonly kind: 'note'; readonly message: string }

export interface DutyEdit {
  readonly kind: 'duty'
  readonly at: string
  readonly activity: ActivityId
  /** in the activity's duties, as they were */
  readonly index: number
  readonly field: DutyField
  /** undefined: the field goes */
  readonly value: unknown
}

export function issue(at: string, message: string): Edit {
  return { kind: 'issue', at, message }
}
