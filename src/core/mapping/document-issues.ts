// What of a document was not read, or not understood: by place, with what to do.
import type { SourceTable } from '../claims/source-document.ts'
import type { Issue } from '../issue.ts'
import { saysInWords } from './color-marks.ts'
import type { FoundTable } from './found-tables.ts'
import { hiddenIssues } from './hidden-cells.ts'
import type { Mapping } from './mapping.ts'
import { plainWords } from './plain-words.ts'
import type { TableReading } from './read-table.ts'
import { columnIssues } from './unread-columns.ts'

export type ReadTable = FoundTable & TableReading

/** Of the tables that were read. */
export function readingIssues(read: readonly ReadTable[]): readonly Issue[] {
  return [
    ...read.flatMap(({ issues }) => issues),
    ...read.flatMap(({ examples }) => examples.map((at) => ({ at, message: 'the row shows an example; not read' }))),
    ...read.flatMap(wordIssues),
    ...read.flatMap(blankIssues),
    ...read.flatMap(colorIssues),
    ...read.flatMap(columnIssues),
    ...evidenceIssues(read),
    ...read.flatMap(({ idIssues }) => idIssues),
  ]
}

/** Words that no table knows, for the user to say what they mean. */
export function unknownWords(read: readonly TableReading[]): Mapping['words'] {
  const words = read.flatMap((table) => [...table.unknownWords.keys()].filter(isWord))
  return Object.fromEntries(words.map((word) => [word, 'unclear' as const]))
}

const wordLength = 60

/** Long text is no word that means the same wherever it stands. */
function isWord(text: string): boolean {
  return text.length <= wordLength
}

function wordIssues({ unknownWords: words }: TableReading): readonly Issue[] {
  return [...words].map(([word, at]) => ({
    at,
    message: isWord(word)
      ? `“${word}” does not say who does it in words that we know; say in the mapping what it means, or it stays unclear`
      : 'it says in running text who does it; read it and decide, for it stays unclear',
  }))
}

/** Row by row where some rows say it, else the table as a whole. */
function blankIssues(table: ReadTable): readonly Issue[] {
  const { blank, grid } = table
  if (saysInWords(table) || blank.length < 2)
    return blank.map((at) => ({ at, message: 'the row does not say who does it' }))
  return [
    {
      at: blank[0]!,
      message: `none of the ${blank.length} rows of this table in “${grid.table.name}” says who does it`,
    },
  ]
}

function colorIssues(table: ReadTable): readonly Issue[] {
  const { byColor, grid } = table
  if (saysInWords(table) || byColor.length < 2)
    return byColor.map((at) => ({
      at,
      message: 'it says by color who does it, and this program reads words: the row stays unclear; write it in words',
    }))
  return [
    {
      at: byColor[0]!,
      message: `${byColor.length} rows of this table in “${grid.table.name}” say by color who does it, and this program reads words; write it in words`,
    },
  ]
}

/** Who does it is half of the answer; an assessor asks for what shows it. */
function evidenceIssues(read: readonly ReadTable[]): readonly Issue[] {
  const first = read.find(saysInWords)
  if (first === undefined) return []
  const proven = read.filter(({ mapping }) => mapping.columns.some(({ is }) => is === 'evidence'))
  if (proven.length > 0) return proven.flatMap(withoutEvidence)
  const { grid, region, mapping } = first
  const at = `${grid.table.name}!${mapping.columns[0]!.column}${grid.rows[region.header[0]!]!.number}`
  return [{ at, message: 'no column names evidence: ask what shows that each part is done, and who keeps it' }]
}

const shownPlaces = 8

function withoutEvidence({ claims }: ReadTable): readonly Issue[] {
  const divided = claims.filter(({ ownership }) => ownership !== 'unclear' && ownership !== 'not-applicable')
  const bare = [...new Set(divided.filter(({ evidence }) => evidence === undefined).map(({ at }) => at))]
  if (bare.length === 0) return []
  const some = bare.slice(0, shownPlaces).map((at) => at.slice(at.lastIndexOf('!') + 1))
  const more = bare.length > shownPlaces ? ` and ${bare.length - shownPlaces} more` : ''
  const whose = bare.length === 1 ? 'this row names' : `${bare.length} rows name (${some.join(', ')}${more})`
  return [{ at: bare[0]!, message: `${whose} no evidence: ask what shows that it is done, and who keeps it` }]
}

/** A sheet that is not the document's word: hidden, or an example of how to fill the others in. */
export function unreadReason({ name, hidden, headings }: SourceTable): string | undefined {
  if (hidden) return 'the sheet is hidden and was not read; show it and import again if it counts'
  return plainWords([...headings, name].join(' ')).some((word) => examples.has(word))
    ? 'by its name it shows an example, so it was not read; rename it and import again if it counts'
    : undefined
}

const examples = new Set(
  'example examples sample samples exemple exemples beispiel beispiele ejemplo ejemplos'.split(' '),
)

/** Of what stands outside the tables that were read. */
export function sheetIssues(tables: readonly SourceTable[]): readonly Issue[] {
  return tables.flatMap((table) => {
    const reason = unreadReason(table)
    if (reason !== undefined) return [{ at: table.name, message: reason }]
    return hiddenIssues(table)
  })
}
