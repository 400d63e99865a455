// What a matrix proves: coverage, findings, exposure, and the views that people read.
import { z } from 'zod'
import { FrameworkId, PartyId, Reference } from '../../core/identifiers.ts'
import { reasons } from '../../core/gap.ts'
import { viewNames } from '../../core/views/catalogue.ts'
import { readCoverage, readExposure, readFindings, readView } from '../../usecases/read-proof.ts'
import { readRevisionView } from '../../usecases/read-revision-view.ts'
import { WhichText } from '../../usecases/which-text.ts'
import { route } from '../route.ts'
import { draftPath, engagementParams } from './draft-bodies.ts'

const count = z.int().min(0)
const tally = {
  objectives: count,
  settled: count,
  notApplicable: count,
  open: count,
  requirements: count,
  requirementsOpen: count,
}
const version = z.int().meta({ description: 'of the engagement' })
const Reasons = z.array(z.enum(reasons))

const Gap = z.object({
  reason: z.enum(reasons),
  message: z.string(),
  activity: z.string().optional(),
  scope: z.string().optional(),
})

const CoverageBody = z.object({
  version,
  answersConsidered: z
    .boolean()
    .meta({ description: 'false: no answers of the parties were known, so no dispute could be' }),
  ...tally,
  frameworks: z.array(
    z.object({
      framework: FrameworkId,
      title: z.string(),
      ...tally,
      families: z.array(z.object({ family: z.string(), title: z.string(), ...tally })),
      requirements: z.array(
        z.object({
          requirement: z.string(),
          title: z.string(),
          objectives: z.array(
            z.object({
              objective: Reference,
              status: z.enum(['settled', 'not-applicable', 'open']),
              reasons: Reasons,
            }),
          ),
        }),
      ),
    }),
  ),
  openObjectives: z.array(
    z.object({
      objective: Reference,
      reasons: Reasons,
      gaps: z.array(Gap),
      exemptions: z
        .array(z.object({ part: z.string().optional(), because: z.string(), evidence: z.array(z.unknown()) }))
        .optional()
        .meta({ description: 'facts that would leave it without anything to do; then record a decision' }),
    }),
  ),
})

const FindingsBody = z.object({
  version,
  findings: z.array(
    z.object({
      code: z.string(),
      severity: z.enum(['error', 'warning', 'note']),
      activity: z.string().nullable(),
      at: z.string(),
      message: z.string(),
    }),
  ),
})

const ExposureBody = z.object({
  version,
  frameworks: z.record(FrameworkId, z.record(z.string(), z.unknown())).meta({
    description:
      '`score`: the supported ceiling, the highest score that this record could support; never an SPRS score, which scores implementation. `lost`: points and whether a POA&M may hold them. `byParty`: points resting on each party; they do not add up. `without`: what is left if a party leaves.',
  }),
})

const TableBody = z.object({
  title: z.string(),
  columns: z.array(z.string()),
  rows: z.array(z.array(z.string())),
})

const ViewBody = z.object({
  name: z.string(),
  title: z.string(),
  intro: z.array(z.string()),
  preface: z.array(TableBody),
  tables: z.array(TableBody),
  shows: z.array(z.string()),
  only: z.string().optional(),
})

export const proofRoutes = [
  route({
    name: 'readCoverage',
    method: 'GET',
    path: `${draftPath}/coverage`,
    summary: 'The gap proof: each objective settled, not applicable, or open and why',
    action: 'engagement.read',
    params: engagementParams,
    query: z.strictObject({ framework: FrameworkId.optional() }),
    answers: { status: 200, says: 'figures by framework and family, and every open objective', body: CoverageBody },
    run: (ctx, { params: { engagement: id }, query: { framework } }) => readCoverage(ctx, { id, framework }),
  }),
  route({
    name: 'readFindings',
    method: 'GET',
    path: `${draftPath}/findings`,
    summary: 'What is wrong with the matrix, the gravest first',
    action: 'engagement.read',
    params: engagementParams,
    answers: { status: 200, says: 'the findings of today', body: FindingsBody },
    run: (ctx, { params: { engagement: id } }) => readFindings(ctx, { id }),
  }),
  route({
    name: 'readExposure',
    method: 'GET',
    path: `${draftPath}/exposure`,
    summary: 'The supported ceiling, what rests on each party, and what is left if one leaves',
    action: 'engagement.read',
    params: engagementParams,
    query: z.strictObject({ without: PartyId.optional().meta({ description: 'as if this party had left' }) }),
    answers: { status: 200, says: 'exposure by framework', body: ExposureBody },
    run: (ctx, { params: { engagement: id }, query: { without } }) => readExposure(ctx, { id, without }),
  }),
  route({
    name: 'readView',
    method: 'GET',
    path: `${draftPath}/views/{view}`,
    summary: 'A view of the matrix, as tables of text',
    action: 'engagement.read',
    params: engagementParams.extend({ view: z.enum(viewNames) }),
    query: z.strictObject({
      of: WhichText.default('draft'),
      party: PartyId.optional().meta({ description: 'of the view "duties": whose' }),
      framework: FrameworkId.optional(),
    }),
    answers: { status: 200, says: 'the view', body: ViewBody },
    run: async (ctx, { params: { engagement: id, view }, query: { of, ...wish } }) =>
      of === 'draft'
        ? readView(ctx, { id, view, ...wish })
        : { body: await readRevisionView(ctx, id, { of, view, ...wish }) },
  }),
]
