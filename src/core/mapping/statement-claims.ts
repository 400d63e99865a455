// Statements of a format that has a meaning of its own, as claims.
import type { Recognised } from '../claims/requirement-words.ts'
import type { Claim } from '../claims/claim.ts'
import type { Statement } from '../claims/source-document.ts'
import type { Issue } from '../issue.ts'
import type { ReadingWith } from './found-tables.ts'
import { withoutIssue, withoutOf } from './without-counterpart.ts'
import type { Without } from './without-counterpart.ts'

export interface StatementReading {
  readonly claims: readonly Claim[]
  readonly issues: readonly Issue[]
}

/** One whose id names nothing that we know becomes an issue. */
export function readStatements(
  statements: readonly Statement[],
  { naming, recogniser }: Pick<ReadingWith, 'naming' | 'recogniser'>,
): StatementReading {
  const recognise = recogniser({
    cells: statements.map(({ id }) => ({ text: id, kind: 'text' as const })),
    headings: [],
  })
  const claims: Claim[] = []
  const issues: Issue[] = []
  const without: Without[] = []
  for (const { at, id, party, service, ownership, text, customerMust } of statements) {
    const read = recognise({ text: id, kind: 'text', at })
    const found = read.kind === 'known' || read.kind === 'unknown' ? read.found : []
    const leadsNowhere = withoutOf(read)
    if (leadsNowhere === undefined) issues.push(...issueOf(read, at, id))
    else without.push(...leadsNowhere.map((each) => ({ at, id: each })))
    for (const { framework, requirement, objectives, translatedFrom } of found)
      claims.push({
        framework,
        requirement,
        objectives,
        party: party ?? naming.party,
        ...(service !== undefined && { service }),
        ownership,
        text,
        ...(customerMust !== undefined && { customerMust }),
        at,
        ...(translatedFrom !== undefined && { translatedFrom }),
      })
  }
  return { claims, issues: [...withoutIssue(without), ...issues] }
}

function issueOf(read: Recognised, at: string, id: string): readonly Issue[] {
  if (read.kind === 'none') return [{ at, message: `“${id}” is the id of no requirement that we know` }]
  return read.kind === 'known' ? [] : [{ at, message: read.message }]
}
