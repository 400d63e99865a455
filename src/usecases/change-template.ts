// A change of the MSP's catalogue or wordings: by one at a time, with the version of the template that it makes in the record.
import { authorize } from '../core/access/authorize.ts'
import type { TenantAction } from '../core/access/policy.ts'
import { nextTemplateVersion } from '../store/own-template.ts'
import type { UseCase } from './context.ts'
import { transact } from './transact.ts'
import type { Change } from './transact.ts'

export interface TemplateChange extends Change {
  /** of what this change writes */
  readonly made: { readonly changedAt: string; readonly changedBy: UseCase['actor']['user'] }
  /** as `record`, with the template's version */
  readonly tell: (kind: string, subject: string, body: object) => void
}

export function changeTemplate<T>(
  ctx: UseCase,
  action: Extract<TenantAction, 'catalogue.edit' | 'template.edit'>,
  work: (change: TemplateChange) => Promise<T>,
): Promise<T> {
  authorize(ctx.actor, action)
  return transact(ctx, async (change) => {
    const templateVersion = await nextTemplateVersion(change)
    return work({
      ...change,
      made: { changedAt: change.at, changedBy: ctx.actor.user },
      tell: (kind, subject, body) => change.record({ kind, subject, body: { ...body, templateVersion } }),
    })
  })
}
