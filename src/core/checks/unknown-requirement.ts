// A citation that leads nowhere: no such framework here, no such id in it, or a whole requirement in the place of its objectives.
import { coverRef } from '../activity.ts'
import type { Context } from '../context.ts'
import type { Finding } from '../finding.ts'
import { frameworkIndex } from '../framework-lookup.ts'
import type { Framework, Requirement } from '../framework.ts'
import { splitReference } from '../identifiers.ts'
import type { ActivityId, FrameworkId, Reference } from '../identifiers.ts'
import type { Matrix } from '../matrix.ts'
import { sayTitle } from '../naming.ts'
import { nearest } from '../nearest.ts'

/** Looking for near ids is slow; a file full of wrong ones needs no more than this. */
const mostSuggestions = 20

interface Citation {
  readonly ref: Reference
  readonly activity: ActivityId | null
  readonly at: string
  readonly where: string
  /** a decision may concern a whole requirement, a cover names objectives */
  readonly whole: boolean
}

export function checkUnknownRequirement(matrix: Matrix, context: Context): readonly Finding[] {
  const chosen = matrix.frameworks.map(({ id }) => id)
  const unknown = [...citations(matrix)].filter((citation) => !isKnown(citation, chosen, context))
  return [
    ...unknownFrameworks(matrix, context),
    ...unknown.map((citation, index) => {
      const framework = frameworkOf(citation, chosen, context)
      const candidates = index < mostSuggestions ? candidatesFor(framework, chosen) : []
      return found(citation, fault(citation.ref, framework, candidates))
    }),
  ]
}

function found({ activity, at, where }: Citation, says: string): Finding {
  return { code: 'unknown-requirement', severity: 'error', activity, at, message: `${where}: ${says}` }
}

function frameworkOf(
  { ref }: Citation,
  chosen: readonly FrameworkId[],
  { frameworks }: Context,
): Framework | undefined {
  const { framework } = splitReference(ref)
  return chosen.includes(framework) ? frameworks.get(framework) : undefined
}

/** What it may have meant: an id of the framework, or a framework of the engagement. */
function candidatesFor(framework: Framework | undefined, chosen: readonly FrameworkId[]): Iterable<string> {
  return framework ? frameworkIndex(framework).byObjective.keys() : chosen
}

function* citations(matrix: Matrix): Generator<Citation> {
  for (const activity of matrix.activities) {
    for (const [index, cover] of activity.covers.entries()) {
      yield {
        ref: coverRef(cover),
        activity: activity.id,
        at: `activities.${activity.id}.covers[${index}]`,
        where: sayTitle(activity),
        whole: false,
      }
    }
  }
  for (const [index, { ref }] of matrix.decisions.entries()) {
    yield { ref, activity: null, at: `decisions[${index}].ref`, where: 'A decision', whole: true }
  }
}

/** A framework that nobody here knows is one finding, not one for each citation. */
function isKnown({ ref, whole }: Citation, chosen: readonly FrameworkId[], { frameworks }: Context): boolean {
  const { framework, id } = splitReference(ref)
  if (!chosen.includes(framework)) return false
  const known = frameworks.get(framework)
  if (!known) return true
  const { byObjective, requirements } = frameworkIndex(known)
  return byObjective.has(id) || (whole && requirements.has(id))
}

function fault(ref: Reference, known: Framework | undefined, candidates: Iterable<string>): string {
  const { framework, id } = splitReference(ref)
  if (!known) {
    const near = nearest(framework, candidates)
    const advice = near === undefined ? 'Add the framework or take the citation out.' : `Did you mean "${near}"?`
    return `it cites ${ref}, but this engagement is not about "${framework}". ${advice}`
  }
  const requirement = frameworkIndex(known).requirements.get(id)
  if (requirement) return `it cites ${id} as a whole. ${citeObjectives(requirement)}`
  const ids = [...candidates]
  const near = beginningWith(id, ids) ?? nearest(id, ids)
  const advice = near === undefined ? 'Look it up and correct it.' : `Did you mean ${near}?`
  return `it cites ${ref}, but ${known.title} has no such id. ${advice}`
}

/** The first id below a shorter one, whatever the punctuation: 164.308(a)(1) or 164.308a1 for 164.308(a)(1)(i). */
function beginningWith(id: string, ids: readonly string[]): string | undefined {
  const letters = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9.]/g, '')
  const wanted = letters(id)
  return wanted === '' ? undefined : ids.find((known) => letters(known).startsWith(wanted))
}

function citeObjectives({ id, objectives }: Requirement): string {
  const [first, last] = [objectives[0]!, objectives.at(-1)!].map((objective) => objective.id.replace(id, ''))
  return first === last
    ? `Cite its objective ${objectives[0]!.id}.`
    : `Cite its objectives ${first} to ${last}, those that this activity serves.`
}

function unknownFrameworks(matrix: Matrix, { frameworks }: Context): readonly Finding[] {
  return matrix.frameworks.flatMap(({ id }, index) => {
    if (frameworks.has(id)) return []
    const near = nearest(id, frameworks.keys())
    const advice = near === undefined ? 'Use one that is known here, or load it.' : `Did you mean "${near}"?`
    return [
      {
        code: 'unknown-requirement',
        severity: 'error' as const,
        activity: null,
        at: `frameworks[${index}].id`,
        message: `There is no framework "${id}" here, so nothing of it can be proven. ${advice}`,
      },
    ]
  })
}
