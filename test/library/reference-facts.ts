// The facts of the reference, by the names it gives them.
import { reference } from './reference.ts'

export interface CmmcReference {
  readonly scoring: { readonly max: number; readonly min: number; readonly conditional_min_score: number }
  readonly requirements: readonly {
    readonly id: string
    readonly nist_id: string
    readonly family: string
    readonly family_name: string
    readonly name: string
    readonly level_1: { readonly practice_id: string; readonly far_clause: string } | null
    readonly weight: { readonly value: number | null; readonly special: string | { readonly partial: number } | null }
    readonly poam: { readonly eligible: boolean | 'conditional'; readonly reason: string }
    readonly nist_800_53_r5: readonly string[]
    readonly nist_800_53_r4: readonly string[]
    readonly objectives: readonly { readonly id: string }[]
  }[]
}

interface Deadline {
  readonly max_calendar_days?: number
  readonly max_days?: number
  readonly max_delay_days?: number
}

export interface HipaaReference {
  readonly items: readonly {
    readonly id: string
    readonly type: 'standard' | 'implementation_specification'
    readonly title: string
    readonly designation: string | null
    readonly parent_id: string | null
    readonly section: string
    readonly section_title: string
  }[]
  readonly breach_notification: {
    readonly duties: readonly {
      readonly id: string
      readonly title: string
      readonly duty_holder: readonly string[]
      readonly deadline: Deadline | null
    }[]
  }
}

export interface Soc2Reference {
  readonly criteria: readonly {
    readonly id: string
    readonly label: string
    readonly category_code: string
    readonly series: string
    readonly series_label: string
  }[]
}

export interface ProposedReference {
  readonly citation: Readonly<Record<'fr' | 'fr_doc' | 'published' | 'rin' | 'docket' | 'comments_closed', string>>
  readonly counts: { readonly current_standards: number; readonly proposed_standards: number }
  readonly status: { readonly as_of: string }
  readonly current_to_proposed: Readonly<Record<string, { readonly proposed_ids: readonly string[] }>>
  readonly key_provisions: readonly { readonly proposed_ids: readonly string[] }[]
}

export interface StarterReference {
  readonly rows: readonly {
    readonly key: string
    readonly framework: string
    readonly should_cite: readonly string[]
    readonly [text: string]: unknown
  }[]
}

export const cmmcReference = () => reference('cmmc-level-2.json') as CmmcReference
export const hipaaReference = () => reference('hipaa-security-rule.json') as HipaaReference
export const soc2Reference = () => reference('soc2-criteria.json') as Soc2Reference
export const proposedReference = () => reference('hipaa-proposed-2025.json') as ProposedReference
export const starterReference = () => reference('starter-rows.json') as StarterReference

/** The longest time in days that a deadline leaves; undefined where it is none for a notice. */
export function limitInDays(deadline: Deadline | null): number | undefined {
  return deadline?.max_calendar_days ?? deadline?.max_days ?? deadline?.max_delay_days
}
