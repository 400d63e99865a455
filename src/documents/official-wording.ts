// Official wording that a user holds, an OSCAL catalog or a sheet of id and text, matched to a framework's own ids.
import Papa from 'papaparse'
import type { Framework } from '../core/framework.ts'
import type { Issue } from '../core/issue.ts'
import type { Read } from '../core/matrix-document.ts'
import { readJsonValue } from './read-value.ts'

export interface Wording {
  /** official text by the framework's requirement or objective id */
  readonly texts: ReadonlyMap<string, string>
  /** entries that are no requirement or objective of this framework */
  readonly strangers: readonly string[]
}

interface Entry {
  /** what may be its id, the likeliest first */
  readonly ids: readonly string[]
  readonly text: string
}

export function readOfficialWording(bytes: Uint8Array, framework: Framework): Read<Wording> {
  const text = new TextDecoder().decode(bytes)
  const entries = /^\s*\{/.test(text) ? catalogEntries(bytes) : sheetEntries(text)
  if (!entries.ok) return entries
  const known = idsOf(framework)
  const texts = new Map<string, string>()
  const strangers: string[] = []
  for (const { ids, text: wording } of entries.value) {
    const own = ids.map((id) => known.get(plain(id))).find((id) => id !== undefined)
    if (own === undefined) strangers.push(ids[0] ?? '')
    else texts.set(own, wording)
  }
  if (texts.size > 0) return { ok: true, value: { texts, strangers } }
  return refuse(
    'the file',
    `none of its ${entries.value.length} entries is of ${framework.title} (${framework.edition})${strangers[0] === undefined ? '' : `; the first is "${strangers[0].slice(0, 60)}"`}. Another revision is another framework`,
  )
}

/** By published id, and by the number without its prefix: `3.1.1[a]` for `AC.L2-3.1.1[a]`. */
function idsOf(framework: Framework): ReadonlyMap<string, string> {
  const ids = framework.requirements.flatMap(({ id, objectives }) => [
    id,
    ...objectives.map((objective) => objective.id),
  ])
  const short = ids.map((id) => [plain(id.replace(/^[A-Z]{2}\.L\d-/, '')), id] as const)
  return new Map([...short, ...ids.map((id) => [plain(id), id] as const)])
}

function plain(id: string): string {
  return id
    .trim()
    .replace(/^§\s*|^45 CFR\s*§?\s*/i, '')
    .toLowerCase()
}

function catalogEntries(bytes: Uint8Array): Read<readonly Entry[]> {
  const read = readJsonValue(bytes)
  if (!read.ok) return read
  const { catalog } = read.value as { readonly catalog?: unknown }
  if (!isRecord(catalog)) return refuse('the file', 'it is JSON, but not an OSCAL catalog: "catalog" is missing')
  return { ok: true, value: entriesBelow(catalog) }
}

function entriesBelow(node: Readonly<Record<string, unknown>>): readonly Entry[] {
  const controls = [
    ...records(node['groups']).flatMap(entriesBelow),
    ...records(node['controls']).flatMap(controlEntries),
  ]
  return controls
}

function controlEntries(control: Readonly<Record<string, unknown>>): readonly Entry[] {
  const parts = records(control['parts'])
  const statement = parts
    .filter(({ name }) => name === 'statement')
    .map(prose)
    .join('\n')
    .trim()
  return [
    ...(statement === '' ? [] : [{ ids: labelsOf(control), text: statement }]),
    ...parts.flatMap(objectiveEntries),
    ...entriesBelow(control),
  ]
}

/** NIST writes determinations as parts named "assessment-objective", nested, each with its label. */
function objectiveEntries(part: Readonly<Record<string, unknown>>): readonly Entry[] {
  const below = records(part['parts']).flatMap(objectiveEntries)
  const wanted = part['name'] === 'assessment-objective' || part['name'] === 'objective'
  return wanted && typeof part['prose'] === 'string' ? [{ ids: labelsOf(part), text: part['prose'] }, ...below] : below
}

function prose(part: Readonly<Record<string, unknown>>): string {
  const own = typeof part['prose'] === 'string' ? part['prose'] : ''
  return [own, ...records(part['parts']).map(prose)].filter((text) => text !== '').join('\n')
}

/** Its label, its id, and the number within either: `Account Management (3.1.1)`, `sp800-171_3.1.1`, `A.3.1.1.a`. */
function labelsOf(node: Readonly<Record<string, unknown>>): readonly string[] {
  const label = records(node['props']).find(({ name }) => name === 'label')?.['value']
  const names = [label, node['id']].filter((name) => typeof name === 'string')
  return [...names, ...names.flatMap(numberIn)]
}

function numberIn(name: string): readonly string[] {
  const [, number, letter] = /(?<!\d)(?<!\d\.)(\d+\.\d+\.\d+)(?:\.?\[?([a-z])\]?)?\)?$/i.exec(name) ?? []
  if (number === undefined) return []
  return letter === undefined ? [number] : [`${number}[${letter}]`]
}

function sheetEntries(text: string): Read<readonly Entry[]> {
  const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { header: false, skipEmptyLines: 'greedy' })
  const rows = data
    .map(([id = '', wording = '']) => ({ ids: [id.trim()], text: wording.trim() }))
    .filter(({ ids, text: wording }) => ids[0] !== '' && wording !== '')
  const body = /^(id|requirement|control|identifier)$/i.test(rows[0]?.ids[0] ?? '') ? rows.slice(1) : rows
  return body.length > 0
    ? { ok: true, value: body }
    : refuse(
        'the file',
        'it is neither an OSCAL catalog nor a sheet whose first column is the id and whose second is the text',
      )
}

function records(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isRecord) : []
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function refuse(at: string, message: string): { readonly ok: false; readonly issues: readonly Issue[] } {
  return { ok: false, issues: [{ at, message }] }
}
