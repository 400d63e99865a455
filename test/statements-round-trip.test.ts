// What Demarc writes of the examples, read back as a stranger would: every objective with the ownership of the crm view.
import { beforeAll, describe, expect, test } from 'vitest'
import type { SourceDocument, SourceTable } from '../src/core/claims/source-document.ts'
import { workbookOf } from '../src/core/workbook/workbook-of.ts'
import { writeClientSsp } from '../src/documents/oscal/client-ssp.ts'
import { writeComponentDefinition } from '../src/documents/oscal/component-definition.ts'
import { writeProviderSsp } from '../src/documents/oscal/provider-ssp.ts'
import { revisionBytes } from '../src/documents/revision.ts'
import { readWorkbook } from '../src/documents/xlsx/read-workbook.ts'
import { writeWorkbook } from '../src/documents/xlsx/write-workbook.ts'
import { readComponentDefinition } from '../src/documents/sources/statements/oscal-components.ts'
import { readSecurityPlan } from '../src/documents/sources/statements/oscal-plan.ts'
import { readOwnMatrix } from '../src/documents/sources/statements/own-matrix.ts'
import { readOwnWorkbook } from '../src/documents/sources/statements/own-workbook.ts'
import { readFileSync, readdirSync } from 'node:fs'
import { compose } from '../src/core/compose.ts'
import { coverage } from '../src/core/coverage.ts'
import { readDocument } from '../src/core/matrix-document.ts'
import type { Subject } from '../src/core/rendition/rendition.ts'
import { sampleRendition } from '../src/core/testing/sample-rendition.ts'
import { crmView } from '../src/core/views/crm.ts'
import { loadReaderContext } from '../src/library/knowledge.ts'
import { loadTemplate } from '../src/library/template.ts'
import { readValue } from '../src/documents/read-value.ts'

const folder = new URL('../examples/', import.meta.url)

const exampleNames = readdirSync(folder).filter((file) => file.endsWith('.yaml'))

async function exampleSubject(file: string): Promise<Subject> {
  const context = loadReaderContext()
  const value = await readValue(readFileSync(new URL(file, folder)))
  const document = readDocument(value.ok ? value.value : undefined, context)
  if (!document.ok) throw new Error(`${file} cannot be read`)
  const matrix =
    document.value.kind === 'matrix'
      ? document.value.matrix
      : compose(document.value.engagement, loadTemplate(), context)
  return { matrix, context, proof: coverage(matrix, context), rendition: sampleRendition }
}

interface CrmRow {
  readonly id: string
  readonly ownership: string
  readonly provider: string
  readonly client: string
}

/** As the crm view has them, by the words of a claim. */
function crmRows(subject: Subject): readonly CrmRow[] {
  return crmView(subject)
    .tables.flatMap(({ rows }) => rows)
    .map(([id = '', , owner = '', provider = '', client = '']) => ({
      id,
      ownership: words[owner] ?? owner,
      provider: withoutFooting(provider),
      client,
    }))
}

/** What a duty rests on is the view's remark, and no word of the duty. */
function withoutFooting(lines: string): string {
  return lines.replaceAll(/ \[(?:rests on|nothing shows|no offering)[^\]\n]*\]$/gm, '')
}

const words: Readonly<Record<string, string>> = { 'not applicable': 'not-applicable', unassigned: 'unclear' }

function parsed(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(bytes))
}

/** The same UUID in the place of the same. */
function renumbered(): (uuid: string) => string {
  const known = new Map<string, string>()
  return (uuid) => {
    const other = known.get(uuid) ?? `00000000-0000-4000-8000-${String(known.size).padStart(12, '0')}`
    known.set(uuid, other)
    return other
  }
}

/** Each objective's ownerships, as far as any is said of it. */
function ownerships(document: SourceDocument | undefined): ReadonlyMap<string, ReadonlySet<string>> {
  const byId = Map.groupBy(document?.statements ?? [], ({ id }) => id)
  return new Map([...byId].map(([id, all]) => [id, new Set(all.map(({ ownership }) => ownership))]))
}

function expected(subject: Subject): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(crmRows(subject).map(({ id, ownership }) => [id, new Set([ownership])]))
}

describe.each(exampleNames)('%s', (name) => {
  let subject: Subject
  beforeAll(async () => {
    subject = await exampleSubject(name)
  })

  test.each([
    ['provider’s plan', writeProviderSsp],
    ['client’s plan', writeClientSsp],
  ] as const)('the %s gives every objective its ownership, whatever its UUIDs are', (_, write) => {
    const document = readSecurityPlan(parsed(write(subject)))
    expect(ownerships(document)).toEqual(expected(subject))
    expect(document!.issues).toEqual([])
    const text = new TextDecoder().decode(write(subject))
    const others = text.replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, renumbered())
    expect(readSecurityPlan(JSON.parse(others))!.statements).toEqual(document!.statements)
  })

  test.each([
    ['provider’s plan', writeProviderSsp],
    ['client’s plan', writeClientSsp],
  ] as const)('the %s without its allocations says by its content nothing better', (_, write) => {
    const whole = new TextDecoder().decode(write(subject))
    const { statements } = readSecurityPlan(JSON.parse(whole.replaceAll('"name": "allocation"', '"name": "other"')))!
    const owners = new Map(crmRows(subject).map(({ id, ownership }) => [id, ownership]))
    const better = statements.filter(
      ({ id, ownership }) =>
        ownership !== owners.get(id) &&
        !['client', 'shared', 'unclear'].includes(ownership) &&
        owners.get(id) !== 'msp',
    )
    expect(whole).toContain('"name": "allocation"')
    expect(better).toEqual([])
  })

  test('the component definition gives those in which the MSP acts their ownership', () => {
    const document = readComponentDefinition(parsed(writeComponentDefinition(subject)))
    const all = expected(subject)
    const found = ownerships(document)
    const named = [...all].filter(([id]) => found.has(id))
    expect(found).toEqual(new Map(named))
    const msp = [...all].filter(([, owners]) => owners.has('msp')).map(([id]) => id)
    expect(msp.filter((id) => !found.has(id))).toEqual([])
    expect(document!.issues).toEqual([])
  })

  test('the matrix gives what its crm view says, word for word', () => {
    const document = readOwnMatrix(parsed(revisionBytes(subject.matrix)), subject.context)
    expect(
      document!.statements.map(({ id, ownership, text, customerMust = '' }) => ({
        id,
        ownership,
        provider: text,
        client: customerMust,
      })),
    ).toEqual(crmRows(subject))
    expect(document!.issues).toEqual([])
  })

  test('the workbook gives every objective its ownership, by cell', async () => {
    const read = await readWorkbook(await writeWorkbook(workbookOf(subject), subject.rendition))
    if (!read.ok) throw new Error(JSON.stringify(read.issues))
    const tables = read.value.sheets.map((sheet): SourceTable => ({ ...sheet, headings: [] }))
    const document = readOwnWorkbook(tables, read.value.properties)
    expect(ownerships(document)).toEqual(expected(subject))
    expect(document!.issues).toEqual([])
    expect(document!.statements[0]!.at).toMatch(/^[^!]+!C2$/)
    expect(readOwnWorkbook(tables, {})!.statements).toEqual(document!.statements)
    for (const { id, text, customerMust } of document!.statements.slice(0, 40)) {
      const row = crmRows(subject).find((one) => one.id === id)!
      for (const line of text.split('\n').filter((one) => one !== '')) expect(row.provider).toContain(line.slice(-20))
      for (const line of customerMust?.split('\n') ?? []) expect(row.client).toContain(line)
    }
  })
})
