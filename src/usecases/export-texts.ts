// The texts that an export is made of, and whether they are so long that it becomes a job.
import type { EngagementRecord } from '../store/engagements.ts'
import type { Scope } from '../store/scope.ts'
import type { Services } from './context.ts'
import type { ExportAsked } from './export-asked.ts'
import { formatOf } from './export-file.ts'
import type { Texts } from './export-file.ts'
import { readerKnowledge } from './reader-knowledge.ts'
import { matrixOf } from './which-text.ts'

/** Rows that are put into a PDF, a Word document or a workbook in well under a second. */
const fewRows = 60

export function isLong(asked: ExportAsked, { before, matrix }: Texts): boolean {
  return !formatOf(asked).text && Math.max(matrix.activities.length, before?.activities.length ?? 0) > fewRows
}

/** The caller has asked the policy. */
export async function textsOf(
  scope: Scope,
  engagement: EngagementRecord,
  { asked, knowledge }: Pick<Services, 'knowledge'> & { readonly asked: ExportAsked },
): Promise<Texts> {
  const context = readerKnowledge(knowledge)
  const { version } = engagement
  if (asked.what === 'redline')
    return {
      before: await matrixOf(scope, engagement, asked.from),
      matrix: await matrixOf(scope, engagement, asked.to),
      context,
      ...([asked.from, asked.to].includes('draft') && { version }),
    }
  const matrix = await matrixOf(scope, engagement, asked.of)
  return { matrix, context, ...(asked.of === 'draft' && { version }) }
}
