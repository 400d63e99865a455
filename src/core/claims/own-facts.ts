// Version, day and title as a document says them of itself: in label cells near the top of a sheet, in lines near its beginning.
import type { Issue } from '../issue.ts'
import { unreadReason } from '../mapping/document-issues.ts'
import { plain } from '../mapping/plain-words.ts'
import type { SourceDocument, SourceTable } from './source-document.ts'
import { writtenDay } from './written-day.ts'

export interface OwnFacts {
  readonly version?: string
  readonly date?: string
  readonly title?: string
  readonly issues: readonly FactIssue[]
}

interface FactIssue extends Issue {
  readonly about: 'version' | 'date'
}

/** What is kept up beats what was once issued, and that beats when it takes effect. */
const labels = {
  version:
    'version, ver, revision, rev, document version, version number, version no, revision number, doc version, version du document, numero de version, dokumentversion, versionsnummer, fassung, revision del documento, version del documento',
  updated:
    'last updated, last update, updated, updated on, last revised, revised, revised on, revision date, last modified, as of, stand, letzte aktualisierung, aktualisiert am, zuletzt aktualisiert, version vom, fassung vom, mise a jour, derniere mise a jour, mis a jour le, version du, ultima actualizacion, actualizado, actualizado el, fecha de revision, date de revision',
  dated:
    'date, document date, issue date, date of issue, date issued, issued, issued on, published, published on, publication date, release date, version date, datum, ausgabedatum, veroffentlicht am, veroffentlicht, date de publication, date du document, publie le, date d emission, fecha, fecha del documento, fecha de publicacion, fecha de emision, emitido el, version del',
  effective:
    'effective date, effective, effective from, gultig ab, gultig seit, en vigueur le, date d effet, fecha de vigencia, vigente desde',
  title: 'document title, document name, titre du document, dokumenttitel, titulo del documento',
} as const

type Fact = keyof typeof labels
type DayFact = (typeof days)[number]

const days = ['updated', 'dated', 'effective'] as const

const factOf: ReadonlyMap<string, Fact> = new Map(
  (Object.keys(labels) as Fact[]).flatMap((fact) => labels[fact].split(', ').map((label) => [label, fact] as const)),
)

interface Said {
  readonly fact: Fact
  readonly text: string
  readonly at: string
}

export function ownFacts({ tables, opening = [] }: Pick<SourceDocument, 'tables' | 'opening'>): OwnFacts {
  const said = [
    ...opening.flatMap(inLine),
    ...tables.filter((table) => unreadReason(table) === undefined).flatMap(inTable),
  ]
  const versions = alike(said.flatMap(({ fact, text }) => (fact === 'version' ? (versionIn(text) ?? []) : [])))
  const titles = alike(said.flatMap(({ fact, text }) => (fact === 'title' ? text : [])))
  const day = dayIn(said)
  return {
    ...(versions.length === 1 && { version: versions[0]! }),
    ...(titles.length === 1 && { title: titles[0]! }),
    ...day,
    issues: [...(versions.length > 1 ? [several('version', versions, firstOf(said, ['version']))] : []), ...day.issues],
  }
}

function dayIn(said: readonly Said[]): Pick<OwnFacts, 'date' | 'issues'> {
  const issues = said.flatMap(({ fact, text, at }) => {
    const read = isDay(fact) ? writtenDay(text) : undefined
    return read !== undefined && 'ambiguous' in read
      ? [
          {
            about: 'date' as const,
            at,
            message: `“${read.ambiguous}” may be two days, so the document’s date was not read; say it with --dated`,
          },
        ]
      : []
  })
  for (const fact of days) {
    const found = alike(said.flatMap((each) => (each.fact === fact ? (dayOf(each.text) ?? []) : [])))
    if (found.length > 1) return { issues: [...issues, several('date', found, firstOf(said, [fact]))] }
    if (found.length === 1) return { date: found[0]!, issues }
  }
  return { issues }
}

function isDay(fact: Fact): fact is DayFact {
  return days.some((day) => day === fact)
}

function dayOf(text: string): string | undefined {
  const read = writtenDay(text)
  return read !== undefined && 'day' in read ? read.day : undefined
}

function firstOf(said: readonly Said[], facts: readonly Fact[]): string {
  return said.find(({ fact }) => facts.includes(fact))?.at ?? 'the file'
}

function several(what: 'version' | 'date', found: readonly string[], at: string): FactIssue {
  const option = what === 'version' ? '--document-version' : '--dated'
  return {
    about: what,
    at,
    message: `it gives more than one ${what} of itself (${found.join(', ')}), so none was read; say it with ${option}`,
  }
}

function alike(found: readonly string[]): readonly string[] {
  return [...new Set(found)]
}

const top = 40
const mostCells = 6

/** `Version | 3.1`, `Version: 3.1 | Date: 2026-03-01`: pairs from the left on, and nothing before them. */
function inTable(table: SourceTable): readonly Said[] {
  const said: Said[] = []
  for (const { number, cells } of table.rows.slice(0, top)) {
    if (cells.size > mostCells) continue
    const texts = [...cells].map(([column, { text }]) => ({
      text: text.trim(),
      at: `${table.name}!${column}${number}`,
    }))
    let index = 0
    while (index < texts.length) {
      const [here, next] = [texts[index]!, texts[index + 1]]
      const fact = factOf.get(plain(here.text))
      const line = fact === undefined ? inLine(here) : []
      if (fact !== undefined && next !== undefined) said.push({ fact, ...next })
      else if (line.length > 0) said.push(...line)
      else break
      index += fact === undefined ? 1 : 2
    }
  }
  return said
}

const longestLine = 200

/** "Version 2.2, 2026-05-10", "Stand: 1. März 2026 | Version 3": each piece a label and what it says, or a day behind a version. */
function inLine({ text, at }: { readonly text: string; readonly at: string }): readonly Said[] {
  if (text.length > longestLine) return []
  const said: Said[] = []
  for (const piece of text.split(/[|·•;()–—\n]|,(?!\s*\d{4}\b(?!-))|\s-\s/u).map((each) => each.trim())) {
    const found = inPiece(piece)
    if (found !== undefined) said.push({ ...found, at })
    else if (said.at(-1)?.fact === 'version' && dayOf(piece) !== undefined)
      said.push({ fact: 'dated', text: piece, at })
  }
  return said
}

function inPiece(piece: string): Omit<Said, 'at'> | undefined {
  const words = piece.split(/[\s:=]+/)
  for (let count = Math.min(4, words.length - 1); count > 0; count -= 1) {
    const fact = factOf.get(plain(words.slice(0, count).join(' ')))
    if (fact === undefined || fact === 'title') continue
    const text = words.slice(count).join(' ')
    if (fact === 'version' ? versionIn(text) !== undefined : writtenDay(text) !== undefined) return { fact, text }
  }
  return undefined
}

/** "3.1", "v2", "2.0 final". */
function versionIn(text: string): string | undefined {
  return /^v?\.?\s?(\d{1,4}(?:\.\d{1,4}){0,3}[a-z]?(?:[ -](?:draft|final|rc\d?))?)$/i.exec(text.trim())?.[1]
}
