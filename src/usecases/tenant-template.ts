// The template that this MSP composes from: the library with its own catalogue and wordings laid over it.
import { effectiveTemplate } from '../core/own-template/own-template.ts'
import type { OwnTemplate } from '../core/own-template/own-template.ts'
import type { Template } from '../core/template.ts'
import { listCatalogue, listWordings, templateVersion } from '../store/own-template.ts'
import type { Scope } from '../store/scope.ts'
import type { Services } from './context.ts'

export interface TenantTemplate {
  readonly own: OwnTemplate
  readonly template: Template
}

export async function tenantTemplate({ template: library }: Services, scope: Scope): Promise<TenantTemplate> {
  const catalogue = await listCatalogue(scope)
  const wordings = await listWordings(scope)
  const own = {
    version: await templateVersion(scope),
    offerings: catalogue.map(({ offering, origin, archivedAt }) => ({
      offering,
      ...(origin !== undefined && { origin }),
      archived: archivedAt !== undefined,
    })),
    wordings: wordings.map(({ wording }) => wording),
  }
  return { own, template: effectiveTemplate(library, own) }
}
