// What was read of somebody's document, as people read it: how much, how it was understood, what to look at.
import { brief, shown } from '../core/brief.ts'
import type { ClaimsFile } from '../core/claims/claims-file.ts'
import type { Issue } from '../core/issue.ts'
import type { ColumnMapping, Mapping, TableMapping } from '../core/mapping/mapping.ts'
import { schemeNames } from '../core/requirement-id/scheme.ts'
import type { Terminal } from './terminal.ts'
import { hang } from './wrap.ts'

const few = 12
/** Longer messages list ids: their beginning will do, but for --all. */
const longest = 600

export function sayImport(
  read: ClaimsFile & { readonly mapping: Mapping },
  terminal: Terminal,
  everything: boolean,
): string {
  const heading = terminal.style('bold', `${shown(read.source.document)}, as ${shown(read.party)}’s document`)
  const verdict =
    read.declined === undefined
      ? sayClaims(read, terminal)
      : `${terminal.style('red', 'Declined')}: ${read.declined}.\n`
  return [
    `${heading}\n${sayFacts(read.source, terminal)}${verdict}`,
    sayMapping(read.mapping, terminal),
    read.declined !== undefined && read.issues.length === 0 ? '' : sayIssues(read.issues, terminal, everything),
  ].join('')
}

/** Which of the document it is, since claims rest on a version and a day. */
function sayFacts({ title, version, date, saved }: ClaimsFile['source'], { width }: Terminal): string {
  const parts = [
    ...(title === undefined ? [] : [`“${shown(title)}”`]),
    version === undefined ? 'no version found (--document-version)' : `version ${shown(version)}`,
    date === undefined
      ? 'no date found (--dated)'
      : saved
        ? `file saved ${date}, and the document gives no date (--dated)`
        : `dated ${date}`,
  ]
  return `${hang('  ', `${parts.join('; ')}.`, width)}\n`
}

function sayClaims({ claims, source }: ClaimsFile, { width }: Terminal): string {
  const by = Map.groupBy(claims, ({ ownership }) => ownership)
  const parts = [...by].map(([ownership, own]) => `${own.length} ${ownership}`).toSorted()
  const requirements = new Set(
    claims.flatMap(({ framework, requirement }) => (framework ? `${framework}:${requirement}` : [])),
  )
  const lines = [
    `${source.format}: ${claims.length} ${claims.length === 1 ? 'claim' : 'claims'} about ${requirements.size} requirements: ${parts.join(', ')}.`,
    ...some(
      claims.filter(({ translatedFrom }) => translatedFrom !== undefined).length,
      'translated from another framework by the published mapping: weaker than a claim that names the requirement',
    ),
    ...some(claims.filter(({ framework }) => framework === null).length, 'name no requirement: decide which they mean'),
    ...some(
      claims.filter(({ customerMust }) => customerMust !== undefined).length,
      'leave the customer something to do',
    ),
    'Nothing of it counts until it is accepted: demarc claims review, demarc claims accept.',
  ]
  return lines.map((line) => `${hang('  ', line, width)}\n`).join('')
}

function some(count: number, what: string): readonly string[] {
  return count === 0 ? [] : [`${count} ${what}.`]
}

function sayMapping({ tables, words }: Mapping, terminal: Terminal): string {
  if (tables.length === 0) return ''
  const layouts = [...Map.groupBy(tables, ({ layout }) => layout).values()]
  const told = layouts.map((same) => sayTable(same, terminal)).join('')
  const unclear = Object.entries(words).flatMap(([word, ownership]) =>
    ownership === 'unclear' ? `“${shown(word)}”` : [],
  )
  const unknown =
    unclear.length === 0 ? '' : `${hang('  ', `Words that say nothing yet: ${unclear.join(', ')}`, terminal.width)}\n`
  return `\n${terminal.style('bold', 'How it was understood')} (correct it with --mapping-out and --mapping)\n${told}${unknown}`
}

const meanings: Readonly<Record<ColumnMapping['is'], string>> = {
  requirement: 'the requirement’s id',
  objective: 'the objective’s id',
  activity: 'what the row is about',
  ownership: 'who does it',
  accountable: 'who answers for it',
  supporting: 'who helps with it',
  inheritance: 'whether it can be inherited',
  words: 'what %s does',
  mark: 'marked where %s has a part',
  degree: 'how much %s does',
  raci: 'the RACI letters of %s',
  box: 'marked where it is: %o',
  split: 'what each side does, in running text',
  'counted-on': 'controls that the customer must have',
  evidence: 'evidence',
  notes: 'notes',
  ignored: 'not needed',
  unknown: 'not understood, not read',
  'unknown-party': 'the part of somebody: say whose',
}

function sayTable(same: readonly TableMapping[], { width, style }: Terminal): string {
  const [first] = same as readonly [TableMapping]
  const names = [...new Set(same.map(({ table }) => table))]
  const where = names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ')
  const rows = first.rows === undefined ? '' : same.length === 1 ? `, rows ${first.rows[0]} to ${first.rows[1]}` : ''
  const columns = first.columns.map((column) => {
    const meaning = sayMeaning(column)
    const known = column.is === 'unknown' || column.is === 'unknown-party' ? style('yellow', meaning) : meaning
    const heading = column.heading === '' ? '(no heading)' : shown(column.heading)
    const examples = (column.examples ?? []).map((text) => shown(text)).join(' · ')
    const line = `${heading}: ${known}${column.service === undefined ? '' : ` (${shown(column.service)})`}${examples === '' ? '' : `   e.g. ${examples}`}`
    return `${hang(`    ${column.column.padEnd(3)}`, line, width)}\n`
  })
  return `  ${shown(where)}${rows}\n${columns.join('')}`
}

function sayMeaning({ is, of, name, ownership, scheme }: ColumnMapping): string {
  const who = name === undefined ? (of === undefined ? 'a party' : `the ${of}`) : `${shown(name)} (${of})`
  const whose = scheme === undefined ? '' : ` of ${schemeNames[scheme]}, as the mapping says`
  return `${meanings[is].replace('%s', who).replace('%o', ownership ?? 'unclear')}${whose}`
}

function sayIssues(issues: readonly Issue[], { style, width }: Terminal, everything: boolean): string {
  if (issues.length === 0) return '\nEvery cell of its tables was read.\n'
  const told = everything ? issues : issues.slice(0, few)
  const say = (message: string): string => (everything ? shown(message) : brief(message, longest))
  const lines = told.map(({ at, message }) => `${hang('  ', `${shown(at)}: ${say(message)}`, width)}\n`).join('')
  const rest = issues.length - told.length
  const more = rest === 0 ? '' : `  … and ${rest} more (--all prints every one)\n`
  return `\n${style('bold', `To look at (${issues.length})`)}\n${lines}${more}`
}
