// The titles of the frameworks that a workbook shows.
import type { Subject } from '../rendition/rendition.ts'

export function frameworkTitlesOf({ matrix, context, framework }: Subject): ReadonlyMap<string, string> {
  return new Map(
    matrix.frameworks
      .filter(({ id }) => framework === undefined || id === framework)
      .map(({ id }) => [id, context.frameworks.get(id)?.title ?? id]),
  )
}
