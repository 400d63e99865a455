// Other people's documents: reading a large one safely, in the limited worker, against the library's bare read of the same bytes.
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import Papa from 'papaparse'
import { readSource } from '../../src/documents/sources/read-source.ts'
import { mediansOf, processorTime, type Ratio } from './ratio.ts'

const rounds = 11
const limit = 2

export async function sources(): Promise<readonly Ratio[]> {
  const csv = Buffer.from(Papa.unparse(rows(100_000)))
  const xlsx = await writeXlsx({ sheets: [{ name: 'CRM', rows: rows(10_000) }] })
  return [
    await measured({
      what: `a CSV file of 100,000 rows (${megabytes(csv.length)} MB) to papaparse alone`,
      ours: () => readAll(csv, 'crm.csv', 100_000),
      bare: () => Papa.parse<readonly string[]>(new TextDecoder().decode(csv)),
    }),
    {
      ...(await measured({
        what: 'the same CSV file with every cell looked at once (ours are laid out when they are asked for) to papaparse alone, its cells looked at too',
        ours: () => walkAll(csv, 'crm.csv'),
        bare: () => walkParsed(Papa.parse<readonly string[]>(new TextDecoder().decode(csv)).data),
      })),
      limit: Infinity,
    },
    await measured({
      what: `a workbook of 10,000 rows (${megabytes(xlsx.length)} MB) to hucre alone`,
      ours: () => readAll(xlsx, 'crm.xlsx', 10_000),
      bare: () => readXlsx(xlsx),
    }),
  ]
}

interface Compared {
  readonly what: string
  readonly ours: () => Promise<void>
  readonly bare: () => unknown
}

/** Both warm: the first reading starts the worker. */
async function measured({ what, ours, bare }: Compared): Promise<Ratio> {
  await ours()
  await bare()
  const times = await mediansOf({ ours, bare }, rounds)
  const processor = await mediansOf({ ours, bare }, rounds, processorTime)
  const peak = process.resourceUsage().maxRSS / 1000
  return {
    what: `${what} (${times.ours.toFixed(0)} to ${times.bare.toFixed(0)} ms, of processor time ${processor.ours.toFixed(0)} to ${processor.bare.toFixed(0)}; peak memory of the process so far ${peak.toFixed(0)} MB)`,
    ratio: times.ours / times.bare,
    limit,
  }
}

async function readAll(bytes: Uint8Array, name: string, wanted: number): Promise<void> {
  const read = await readSource(bytes, name)
  if (!read.ok || read.value.tables[0]?.rows.length !== wanted) throw new Error(`${name} was not read whole`)
}

async function walkAll(bytes: Uint8Array, name: string): Promise<void> {
  const read = await readSource(bytes, name)
  let characters = 0
  if (read.ok)
    for (const { cells } of read.value.tables.flatMap(({ rows: all }) => all))
      for (const { text } of cells.values()) characters += text.length
  if (characters === 0) throw new Error(`${name} was not read`)
}

function walkParsed(records: readonly (readonly string[])[]): void {
  let characters = 0
  for (const record of records) for (const text of record) characters += text.length
  if (characters === 0) throw new Error('nothing was parsed')
}

const words =
  'the provider encrypts stored media and reviews access each month while customers configure accounts, approve changes and keep records'.split(
    ' ',
  )

/** As a vendor's matrix has them: an id, a title, a mark, two texts. */
function rows(count: number): string[][] {
  return Array.from({ length: count }, (_, index) => [
    `AC-${(index % 25) + 1}(${(index % 9) + 1})`,
    sentence(index, 5),
    ['Provider', 'Customer', 'Shared'][index % 3]!,
    sentence(index * 7, 18),
    sentence(index * 3, 9),
  ])
}

function sentence(from: number, length: number): string {
  return Array.from({ length }, (_, index) => words[(from + index * index) % words.length]).join(' ')
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1)
}
