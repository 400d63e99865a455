// What a sample of a route is: one request that is granted to whoever may, in a fresh place.
import type { Asker, Place } from '../walk-world.ts'

export interface SampleRequest {
  /** besides `tenant`, `client` and `engagement`, which are the place's unless they are given */
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  /** JSON, or a file's bytes */
  readonly body?: unknown
  /** the version that it saw */
  readonly ifMatch?: number
  /** what those are told who may not see it; else “there is no such engagement” */
  readonly unseen?: string
  /** why it cannot be done to what stands there, although they may: 409 */
  readonly conflict?: string
  /** it lists engagements: each guest is shown those that they were let into, and no others */
  readonly listsEngagements?: true
}

export type Sample = (place: Place, asker: Asker) => SampleRequest | Promise<SampleRequest>
export type Samples = Readonly<Record<string, Sample>>

export const nothing: Sample = () => ({})

/** For what has an id that people choose. */
export function freshSlug({ world }: Place): string {
  return `walk-${world.services.newId('job').slice('job_'.length)}`
}
