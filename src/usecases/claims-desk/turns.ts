// Turns at something scarce, fair among tenants: each has one at a time, and those that wait come up in rotation.
import type { TenantId } from '../../core/record-id.ts'
import { Refusal } from '../../core/refusal.ts'

export interface Turns {
  /** resolves with what ends the turn */
  readonly take: (tenant: TenantId) => Promise<() => void>
}

export interface HowMany {
  /** at a time, of all tenants */
  readonly atOnce: number
  /** of one tenant that wait; one more is refused */
  readonly waiting: number
}

export function fairTurns({ atOnce, waiting }: HowMany): Turns {
  const having = new Set<TenantId>()
  /** in the order of rotation */
  const lines = new Map<TenantId, (() => void)[]>()
  const next = (): void => {
    for (const [tenant, line] of Array.from(lines)) {
      if (having.size >= atOnce) return
      if (having.has(tenant)) continue
      const begin = line.shift()!
      lines.delete(tenant)
      if (line.length > 0) lines.set(tenant, line)
      having.add(tenant)
      begin()
    }
  }
  const end = (tenant: TenantId): void => {
    having.delete(tenant)
    const line = lines.get(tenant)
    lines.delete(tenant)
    if (line !== undefined) lines.set(tenant, line)
    next()
  }
  return {
    take: async (tenant) => {
      const line = lines.get(tenant) ?? []
      if (line.length >= waiting)
        throw new Refusal('busy', 'several documents of yours are being read already; send this one when they are done')
      const { promise, resolve } = Promise.withResolvers<void>()
      line.push(resolve)
      lines.set(tenant, line)
      next()
      await promise
      return () => end(tenant)
    },
  }
}
