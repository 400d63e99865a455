// What a rule must know besides the matrix: the frameworks, what the template declares, and whatever history is known.
import type { Clock } from './clock.ts'
import type { Framework } from './framework.ts'
import type { ActivityId, FrameworkId, OfferingId, Reference } from './identifiers.ts'
import type { Matrix } from './matrix.ts'
import type { CalendarDate } from './text.ts'

export interface Context {
  readonly frameworks: ReadonlyMap<FrameworkId, Framework>
  /** the parts that an objective is served in, where the matrix does not declare them itself */
  readonly parts?: Readonly<Record<Reference, readonly string[]>>
  /** legal limits on chains of notices */
  readonly clocks?: readonly Clock[]
  /** words that belong to a requirement, by reference: `soc2:CC8.1` */
  readonly terms?: Readonly<Record<Reference, readonly string[]>>
  /** who at the client is meant by a role that the template names */
  readonly roles?: Readonly<Record<string, string>>
  /** the same of the MSP, and of who delivers in its place */
  readonly mspRoles?: Readonly<Record<string, string>>
  /** what an offering is called, and its sentence for a contract, starting with who delivers it as "The MSP" */
  readonly offerings?: Readonly<Record<OfferingId, { readonly title: string; readonly contract: string }>>
  /** absent: whatever depends on the day is not judged */
  readonly today?: CalendarDate
  /** absent: whether it was ever signed is not known; null: it never was */
  readonly signed?: Matrix | null
  /** activities that a party disputes; absent: answers were not considered */
  readonly disputed?: ReadonlySet<ActivityId>
  /** objectives about which documents contradict each other */
  readonly contradicted?: ReadonlyMap<Reference, string>
}
