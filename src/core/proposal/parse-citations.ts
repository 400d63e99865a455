// Citations as a cell holds them: published ids, each with its part in parentheses, under the framework's title where there are several.
import type { Cover } from '../activity.ts'
import { brief } from '../brief.ts'
import type { Framework } from '../framework.ts'
import { refer } from '../identifiers.ts'
import type { Reference } from '../identifiers.ts'
import type { Subject } from '../rendition/rendition.ts'
import { suggest } from '../schema-issues.ts'
import { linesIn } from './cell-text.ts'

/** The covers, or why they cannot be read. */
export function parseCitations(
  text: string,
  { matrix, context }: Pick<Subject, 'matrix' | 'context'>,
): readonly Cover[] | string {
  const frameworks = matrix.frameworks.flatMap(({ id }) => context.frameworks.get(id) ?? [])
  const covers: Cover[] = []
  for (const line of linesIn(text)) {
    const { within, rest } = titled(line, frameworks)
    for (const citation of citationsIn(rest)) {
      const cover = coverOf(citation, within)
      if ('fault' in cover) return cover.fault
      covers.push(cover.cover)
    }
  }
  return covers
}

/** `CMMC Level 2: …` names the framework of what follows. */
function titled(
  line: string,
  frameworks: readonly Framework[],
): { readonly within: readonly Framework[]; readonly rest: string } {
  for (const framework of frameworks)
    for (const name of [framework.title, framework.id])
      if (line.toLowerCase().startsWith(`${name.toLowerCase()}:`))
        return { within: [framework], rest: line.slice(name.length + 1) }
  return { within: frameworks, rest: line }
}

/** Commas and semicolons separate, but not within parentheses. */
function citationsIn(text: string): readonly string[] {
  const citations: string[] = []
  let depth = 0
  let from = 0
  for (let at = 0; at <= text.length; at += 1) {
    if (text[at] === '(') depth += 1
    if (text[at] === ')') depth -= 1
    if (at < text.length && (depth > 0 || !/[,;]/.test(text[at]!))) continue
    citations.push(text.slice(from, at).trim())
    from = at + 1
  }
  return citations.filter((citation) => citation !== '')
}

function coverOf(
  citation: string,
  frameworks: readonly Framework[],
): { readonly cover: Cover } | { readonly fault: string } {
  const [, bare, part] = /^(.*?)(?: \((.+)\))?$/.exec(citation)!
  const whole = referencesTo(citation, frameworks)
  const references = whole.length > 0 ? whole : referencesTo(bare!, frameworks)
  if (references.length > 1)
    return {
      fault: `"${brief(citation)}" is in several frameworks; write the framework's name and a colon before it`,
    }
  const [ref] = references
  if (ref === undefined) return { fault: unknownCitation(bare!, frameworks) }
  return { cover: whole.length > 0 || part === undefined ? ref : { ref, part } }
}

function referencesTo(id: string, frameworks: readonly Framework[]): readonly Reference[] {
  const wanted = id.toLowerCase()
  return frameworks.flatMap((framework) =>
    objectivesOf(framework)
      .filter((known) => known.toLowerCase() === wanted)
      .map((known) => refer(framework.id, known)),
  )
}

function objectivesOf({ requirements }: Framework): readonly string[] {
  return requirements.flatMap(({ objectives }) => objectives.map(({ id }) => id))
}

function unknownCitation(id: string, frameworks: readonly Framework[]): string {
  const requirement = frameworks
    .flatMap(({ requirements }) => requirements)
    .find((known) => known.id.toLowerCase() === id.toLowerCase())
  if (requirement)
    return `"${brief(id)}" has several objectives; cite those that the activity serves: ${requirement.objectives.map((objective) => objective.id).join(', ')}`
  return `"${brief(id)}" is no objective of this matrix's frameworks; ${suggest(id, frameworks.flatMap(objectivesOf))}`
}
