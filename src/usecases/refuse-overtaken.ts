// Optimistic concurrency: an edit names the version that its editor saw; whoever comes late is shown what stands there now.
import { Overtaken } from '../core/refusal.ts'

export function refuseOvertaken(what: string, current: { readonly version: number }, seen: number): void {
  if (current.version === seen) return
  throw new Overtaken(
    `somebody changed ${what} meanwhile; look at what stands there now, then send the change again`,
    current,
  )
}
