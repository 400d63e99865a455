// What a matrix proves, made once for each version of it: coverage, findings, exposure, and the views that people read.
import { createHash } from 'node:crypto'
import type { Context } from '../core/context.ts'
import { tally } from '../core/coverage-summary.ts'
import type { ObjectiveCoverage } from '../core/coverage.ts'
import { exposureJson, exposures } from '../core/exposures.ts'
import { bySeverity } from '../core/finding.ts'
import { findings } from '../core/findings.ts'
import type { FrameworkId, PartyId } from '../core/identifiers.ts'
import type { Matrix } from '../core/matrix.ts'
import { openJson } from '../core/open-objectives.ts'
import type { EngagementId } from '../core/record-id.ts'
import { Refusal } from '../core/refusal.ts'
import { suggest } from '../core/schema-issues.ts'
import type { ViewName } from '../core/views/catalogue.ts'
import { projected } from '../core/views/projected.ts'
import type { UseCase } from './context.ts'
import { asField } from './export-file.ts'
import { made } from './made-bytes.ts'
import type { MadeAnswer } from './made-bytes.ts'
import { proofOf } from './proof.ts'
import { readerKnowledge } from './reader-knowledge.ts'

export interface ProofAsked {
  readonly id: EngagementId
  readonly framework?: FrameworkId | undefined
}

/** Per framework, family and requirement, and every open objective with its reasons. */
export function readCoverage(ctx: UseCase, { id, framework }: ProofAsked): Promise<MadeAnswer> {
  return made(ctx, id, {
    name: `coverage ${framework ?? ''}`,
    depends: libraryOf(ctx.knowledge),
    make: ({ version, matrix }) => {
      refuseUnknown('framework', framework, matrix.frameworks)
      const proof = proofOf(matrix, ctx.knowledge)
      const objectives = proof.objectives.filter(({ target }) => [undefined, target.framework.id].includes(framework))
      return {
        version,
        answersConsidered: proof.answersConsidered,
        ...tally(objectives),
        frameworks: [...Map.groupBy(objectives, ({ target }) => target.framework)].map(([{ id: name, title }, of]) => ({
          framework: name,
          title,
          ...tally(of),
          families: familiesOf(of),
          requirements: requirementsOf(of),
        })),
        openObjectives: openJson({ ...proof, objectives }, matrix),
      }
    },
  })
}

function familiesOf(objectives: readonly ObjectiveCoverage[]) {
  return [...Map.groupBy(objectives, ({ target }) => target.requirement.family)].map(([family, of]) => ({
    family,
    title: of[0]!.target.framework.families.find(({ id }) => id === family)?.title ?? family,
    ...tally(of),
  }))
}

function requirementsOf(objectives: readonly ObjectiveCoverage[]) {
  return [...Map.groupBy(objectives, ({ target }) => target.requirement)].map(([{ id, title }, of]) => ({
    requirement: id,
    title,
    objectives: of.map(({ target, status, reasons }) => ({ objective: target.ref, status, reasons })),
  }))
}

/** The gravest first; of today, for some look at the date. */
export function readFindings(ctx: UseCase, { id }: Pick<ProofAsked, 'id'>): Promise<MadeAnswer> {
  const today = new Date(ctx.now()).toISOString().slice(0, 10)
  return made(ctx, id, {
    name: 'findings',
    depends: `${libraryOf(ctx.knowledge)}-${today}`,
    make: ({ version, matrix }) => ({
      version,
      findings: findings(matrix, { ...ctx.knowledge, today }).toSorted(bySeverity),
    }),
  })
}

/** @param asked.without as if this party had left */
export function readExposure(
  ctx: UseCase,
  asked: { readonly id: EngagementId; readonly without?: PartyId | undefined },
): Promise<MadeAnswer> {
  const { id, without } = asked
  return made(ctx, id, {
    name: `exposure ${without ?? ''}`,
    depends: libraryOf(ctx.knowledge),
    make: ({ version, matrix }) => {
      refuseUnknown('party', without, matrix.parties)
      const exposed = exposures(matrix, ctx.knowledge, without)
      return {
        version,
        frameworks: Object.fromEntries([...exposed].map(([name, exposure]) => [name, exposureJson(exposure)])),
      }
    },
  })
}

export interface ViewAsked extends ProofAsked {
  readonly view: ViewName
  readonly party?: PartyId | undefined
}

export function readView(ctx: UseCase, { id, view, party, framework }: ViewAsked): Promise<MadeAnswer> {
  return made(ctx, id, {
    name: `view ${view} ${party ?? ''} ${framework ?? ''}`,
    depends: libraryOf(ctx.knowledge),
    make: ({ matrix }) =>
      projected(
        { matrix, context: readerKnowledge(ctx.knowledge), proof: proofOf(matrix, ctx.knowledge) },
        { view, party, framework },
        asField,
      ),
  })
}

function refuseUnknown(what: string, id: string | undefined, known: Matrix['parties'] | Matrix['frameworks']): void {
  const ids = known.map((one) => one.id)
  if (id !== undefined && !ids.includes(id))
    throw new Refusal('invalid', `there is no ${what} "${id}" in this engagement; ${suggest(id, ids)}`)
}

const marks = new WeakMap<Context, string>()

/** Another library proves otherwise: its mark is part of what a reader keeps an answer by. */
function libraryOf(knowledge: Context): string {
  const known = marks.get(knowledge)
  if (known !== undefined) return known
  const text = JSON.stringify({ ...knowledge, frameworks: [...knowledge.frameworks.values()] })
  const mark = `-${createHash('sha256').update(text).digest('hex').slice(0, 8)}`
  marks.set(knowledge, mark)
  return mark
}
