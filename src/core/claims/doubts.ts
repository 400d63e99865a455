// What a careful reader would doubt in somebody's matrix: a wrong citation, "N/A" against the law, no evidence, what it leaves out.
import { readingOf } from '../citation/evidence.ts'
import { citationIndex, vocabularyOf } from '../citation/knowledge.ts'
import { misplaced } from '../citation/verdict.ts'
import { sayMisplaced } from '../checks/wrong-citation.ts'
import type { Context } from '../context.ts'
import type { Framework } from '../framework.ts'
import { frameworkIndex } from '../framework-lookup.ts'
import type { Issue } from '../issue.ts'
import type { Claim } from './claim.ts'

type Knowledge = Pick<Context, 'frameworks' | 'terms'>

/** About what the document names outright: what was translated from another framework is not the document's word. */
export function doubtsAbout(claims: readonly Claim[], context: Knowledge): readonly Issue[] {
  const native = claims.filter(({ framework, translatedFrom }) => framework !== null && translatedFrom === undefined)
  const byFramework = Map.groupBy(native, ({ framework }) => framework!)
  return [...byFramework].flatMap(([id, own]) => {
    const framework = context.frameworks.get(id)
    if (framework === undefined) return []
    return [
      ...wronglyCited(own, framework, context),
      ...notForAnyoneToWaive(own, framework),
      ...leftOut(own, framework),
    ]
  })
}

/** Row by row: all the requirements that a row cites together explain its words. */
function wronglyCited(claims: readonly Claim[], framework: Framework, context: Knowledge): readonly Issue[] {
  const index = citationIndex(framework, context)
  return [...Map.groupBy(claims, ({ at }) => at)].flatMap(([at, row]) => {
    const claim = row[0]!
    if (claim.activity === undefined) return []
    const activity = { title: claim.activity, duties: dutiesIn(claim) }
    const read = { title: activity.title, reading: readingOf(activity, vocabularyOf(context)) }
    const cited = new Set(row.flatMap(({ requirement }) => index.places.get(requirement!) ?? []))
    return misplaced(read, cited, index).map((verdict) => ({
      at,
      message: `“${claim.activity}” ${sayMisplaced(activity, verdict, index)}`,
    }))
  })
}

function dutiesIn({ party, text, customerMust }: Claim) {
  return [text, customerMust ?? ''].filter((does) => does !== '').map((does) => ({ party, does }))
}

/** No document of a provider takes a requirement away from the organization that is assessed. */
function notForAnyoneToWaive(claims: readonly Claim[], framework: Framework): readonly Issue[] {
  const { requirements } = frameworkIndex(framework)
  return claims
    .filter(({ ownership }) => ownership === 'not-applicable')
    .map(({ at, requirement }) => ({
      at,
      message: `“not applicable” takes nothing away: ${sayWhy(requirement!, requirements.get(requirement!)?.attributes.designation)}`,
    }))
}

function sayWhy(requirement: string, designation: 'required' | 'addressable' | undefined): string {
  if (designation === 'required') return `${requirement} is required of every covered entity and business associate`
  if (designation === 'addressable')
    return `${requirement} is addressable: it must be met, or an equivalent measure documented with the reason (45 CFR 164.306(d)(3))`
  return `${requirement} stays with whoever is assessed until that party decides, with reason, name and date, that it does not apply`
}

const named = 12

function leftOut(claims: readonly Claim[], { id, title, nouns, requirements }: Framework): readonly Issue[] {
  const told = new Set(claims.map(({ requirement }) => requirement))
  const missing = requirements.filter((requirement) => !told.has(requirement.id))
  if (missing.length === 0) return []
  const some = missing.slice(0, named).map((requirement) => requirement.id)
  const more = missing.length > named ? ` and ${missing.length - named} more` : ''
  return [
    {
      at: id,
      message: `of the ${requirements.length} ${nouns.requirements} of ${title} it names ${requirements.length - missing.length}; it says nothing about ${some.join(', ')}${more}`,
    },
  ]
}
