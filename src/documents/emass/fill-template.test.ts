import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Matrix } from '../../core/matrix.ts'
import { Refusal } from '../../core/refusal.ts'
import { matrixOf, sampleMatrix, visitorEscort } from '../../core/testing/sample-matrix.ts'
import { subjectOf } from '../../core/testing/sample-rendition.ts'
import { objectivesView } from '../../core/views/objectives.ts'
import { zipEntries, zipOf } from '../canonical-zip.ts'
import { formats } from '../formats.ts'
import { writerFor } from '../write-export.ts'
import { blankTemplate } from './blank-template.ts'
import type { BlankChoice } from './blank-template.ts'
import { emassRemarks, fillEmass } from './fill-template.ts'
import { openWorkbook } from './open-workbook.ts'
import { sharedStrings } from './sheet-xml.ts'

async function filled(choice: BlankChoice = {}, matrix: Matrix = sampleMatrix): Promise<Uint8Array> {
  return fillEmass(blankTemplate(choice), subjectOf(matrix))
}

/** The cells of a sheet that hold something, by address. */
function cellsIn(bytes: Uint8Array, sheet = 'Requirement Objectives'): Readonly<Record<string, string>> {
  const cells = openWorkbook(bytes).sheet(sheet)?.cells ?? []
  return Object.fromEntries(
    cells.filter(({ text }) => text !== '').map(({ column, row, text }) => [`${column}${row}`, text]),
  )
}

function named(legalName: string): Matrix {
  return {
    ...sampleMatrix,
    parties: sampleMatrix.parties.map((party) => ({
      ...party,
      legalName: `${legalName}${party.id === 'msp' ? '' : party.id}`,
    })),
  }
}

/** The sample, whose MSP says what it holds. */
const held = holding('msp', 'security protection data')

function holding(id: string, ...holds: readonly string[]): Matrix {
  return {
    ...sampleMatrix,
    parties: sampleMatrix.parties.map((party) => (party.id === id ? { ...party, holds } : party)),
  }
}

async function refusedFor(bytes: Uint8Array, matrix: Matrix = sampleMatrix): Promise<string> {
  const error: unknown = await fillEmass(bytes, subjectOf(matrix)).catch((caught: unknown) => caught)
  return error instanceof Refusal ? JSON.stringify([error.message, error.issues]) : 'no refusal'
}

describe('a template filled in', () => {
  test('says per objective what the view says, and whose assessment it is', async () => {
    const bytes = await filled()
    const subject = subjectOf()
    const rows = objectivesView({ ...subject, framework: 'sample' }).tables.flatMap(({ rows: all }) => all)
    const cells = cellsIn(bytes)
    expect(rows).toHaveLength(5)
    expect(rows.map(([id], index) => [id, cells[`D${index + 3}`], cells[`E${index + 3}`] ?? ''])).toEqual(
      rows.map((row) => [row[0], row[3], row[4]]),
    )
    expect(cellsIn(bytes, 'Assessment')['C2']).toBe('Sample Dental PC')
    expect(emassRemarks(blankTemplate(), subjectOf(held))).toEqual([])
  })

  test('changes two sheets in these cells only; every other part keeps its bytes and its place', async () => {
    const before = zipEntries(blankTemplate())
    const after = zipEntries(await filled())
    expect(after.map(([name]) => name)).toEqual(before.map(([name]) => name))
    const changed = after.filter(([name, bytes], index) => !Buffer.from(bytes).equals(before[index]![1]) && name !== '')
    expect(changed.map(([name]) => name)).toEqual(['xl/worksheets/part9.xml', 'xl/worksheets/part8.xml'])
    const emptied = (bytes: Uint8Array): string =>
      new TextDecoder()
        .decode(bytes)
        .replaceAll(/<c r="([CDE]\d+)" s="18" t="inlineStr">.*?<\/c>/g, '<c r="$1" s="18"/>')
    for (const [name, bytes] of changed)
      expect(emptied(bytes)).toBe(emptied(before.find(([known]) => known === name)![1]))
  })

  test('finds its columns by their titles and rows by their numbers, wherever they stand', async () => {
    const bytes = await filled({
      headings: ['Inherited', 'If dependent on  ESP, enter ESP name ', 'Notes', 'Objective Number'],
      numbers: ['DOC-1', 'AC-2'],
    })
    expect(cellsIn(bytes)).toMatchObject({ A3: 'None', A4: 'Partial', B4: 'Sample IT LLC' })
  })

  test('same input, same bytes, and the input stays as it was, also as a piece of a larger buffer', async () => {
    const blank = blankTemplate()
    const piece = Buffer.concat([new Uint8Array(100), blank]).subarray(100)
    const bytes = await fillEmass(piece, subjectOf())
    expect(Buffer.from(await filled()).equals(bytes)).toBe(true)
    expect(piece.equals(blank)).toBe(true)
  })

  test.each(['Ärzte & <Söhne> "GmbH"', '=HYPERLINK("http://x")', '_x0041_ Inc.', '日本の会社', 'a\nb'])(
    'a name stays text, whatever it is: %s',
    async (name) => {
      const bytes = await filled({}, named(name))
      expect(cellsIn(bytes)['E3']).toBe(name.replaceAll('\n', ' '))
      expect(openWorkbook(bytes).sheet('Requirement Objectives')!.xml).not.toMatch(/&(?!(amp|lt|gt);)|<S|<f>/)
    },
  )

  test('any name comes back as it was', async () => {
    const plain = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .filter((text) => /^\S+( \S+)*$/.test(text))
    await fc.assert(
      fc.asyncProperty(plain, async (name) => {
        expect(cellsIn(await filled({}, named(name)))['E3']).toBe(name.replaceAll(';', ','))
      }),
      { numRuns: 40 },
    )
  })

  test('a name longer than the template allows is cut, and that is told', async () => {
    const matrix = named('Long Name of an Enterprise, LLC')
    expect(cellsIn(await filled({ limit: 12 }, matrix))['E3']).toBe('Long Name o…')
    expect(emassRemarks(blankTemplate({ limit: 12 }), subjectOf(matrix))[0]).toBe(
      'Requirement Objectives, row 3, ESP name: cut to the 12 characters that the template allows, from 31.',
    )
  })

  test('what stands there already is left as it is, and that is told', async () => {
    const choice = { filled: { D3: 'Full', E4: 'Another ESP', D5: '=D4' } }
    const cells = cellsIn(await filled(choice))
    expect([cells['D3'], cells['E3'], cells['D4'], cells['E4'], cells['D5']]).toEqual([
      'Full',
      undefined,
      undefined,
      'Another ESP',
      undefined,
    ])
    expect(emassRemarks(blankTemplate(choice), subjectOf(held))).toEqual([
      'Requirement Objectives, row 3: AC-1[a] was filled in already and was left as it is; the matrix says Partial (Sample IT LLC).',
      'Requirement Objectives, row 4: AC-1[b] was filled in already and was left as it is; the matrix says Partial (Sample IT LLC).',
      'Requirement Objectives, row 5: AC-2 was filled in already and was left as it is; the matrix says Partial (Sample IT LLC).',
    ])
  })

  test('filled in twice, it stays as it was, and nothing is told twice', async () => {
    const once = await fillEmass(blankTemplate(), subjectOf(held))
    expect(Buffer.from(await fillEmass(once, subjectOf(held))).equals(once)).toBe(true)
    expect(emassRemarks(once, subjectOf(held))).toEqual([])
    const long = { ...held, parties: named('Long Name of an Enterprise, LLC').parties }
    const cut = await fillEmass(blankTemplate({ limit: 12 }), subjectOf(long))
    expect(Buffer.from(await fillEmass(cut, subjectOf(long))).equals(cut)).toBe(true)
  })

  test('the half of a row that says the same is completed', async () => {
    const choice = { filled: { D3: 'Partial', E4: 'Sample IT LLC' } }
    expect(cellsIn(await filled(choice))).toMatchObject({ E3: 'Sample IT LLC', D4: 'Partial' })
    expect(emassRemarks(blankTemplate(choice), subjectOf(held))).toEqual([])
  })

  test.each<readonly [string, readonly string[], boolean]>([
    ['nothing that it says', [], true],
    ['administrator accounts', ['administrator accounts'], true],
    ['no CUI', ['no CUI', 'Neither CUI nor SPD'], true],
    ['CUI', ['administrator accounts', 'CUI in mailboxes'], false],
    ['security protection data', ['Security Protection Data'], false],
  ])('a named provider that holds %s is told apart from an external service provider', (_, holds, told) => {
    const remarks = emassRemarks(blankTemplate(), subjectOf(holding('msp', ...holds)))
    expect(remarks).toHaveLength(told ? 1 : 0)
    if (told) expect(remarks[0]).toMatch(/^ESP name: Sample IT LLC is named, but .* \(32 CFR 170\.4\)/)
  })

  test('a semicolon in a name does not make two of it, and that is told', async () => {
    const matrix = { ...held, parties: held.parties.map((party) => ({ ...party, legalName: `A; B ${party.id}` })) }
    expect(cellsIn(await filled({}, matrix))['E3']).toBe('A, B msp')
    expect(emassRemarks(blankTemplate(), subjectOf(matrix))).toEqual([
      'ESP name: "A; B msp" holds a semicolon, which would part it in two, so a comma was entered instead.',
    ])
  })

  test('how many open objectives are entered as None is told', () => {
    const matrix = { ...held, parameters: {} }
    expect(emassRemarks(blankTemplate(), subjectOf(matrix))).toEqual([
      'Requirement Objectives: 2 objectives are open and were entered as None; nothing is claimed until it is settled.',
    ])
  })

  test('numbers that differ are not guessed at: the row stays empty, and both sides are named', async () => {
    const choice = { numbers: ['AC-1[a]', 'ac-1[b]', 'AC-2', 'AC-3', 'DOC-1'] }
    expect(cellsIn(await filled(choice))['D4']).toBeUndefined()
    expect(emassRemarks(blankTemplate(choice), subjectOf(held))).toEqual([
      'Requirement Objectives, row 4: "ac-1[b]" is no objective of this matrix, so the row was left empty.',
      'Requirement Objectives: the template has no row for AC-1[b].',
    ])
  })

  test('without a place for the organization’s name the rest is filled in', () => {
    const choice = { sheets: ['Requirement Objectives', 'Lookup Values'] }
    expect(emassRemarks(blankTemplate(choice), subjectOf(held))).toEqual([
      'Assessment: no field "OSC Name" was found, so the organization’s name was not entered.',
    ])
  })
})

describe('a file that is not this template is refused in words', () => {
  test.each<[string, BlankChoice, string]>([
    ['another workbook', { sheets: ['Sheet1'] }, 'no sheet'],
    ['another table', { headings: ['Objective', 'Inherited'] }, 'Objective Number'],
    ['no column for the provider', { headings: ['Objective Number', 'Inherited'] }, 'if dependent on esp'],
    ['two columns of one title', { headings: ['Objective Number', 'Inherited', 'Inherited'] }, 'several columns'],
    ['version 3.4', { version: '3.4' }, 'version 3.4'],
    ['other choices', { choices: ['Yes', 'No'] }, 'Yes, No'],
    ['no choices', { sheets: ['Requirement Objectives'] }, 'not there'],
    ['another framework', { numbers: ['AC.L2-3.1.1[a]'] }, 'none of its 1 objective numbers'],
  ])('%s', async (_, choice, words) => {
    expect(await refusedFor(blankTemplate(choice))).toContain(words)
  })

  test.each<[string, Uint8Array, string]>([
    ['an empty file', new Uint8Array(), 'it is empty'],
    ['a PDF', new TextEncoder().encode('%PDF-1.7'), 'it is a PDF'],
    ['half of one', blankTemplate().subarray(0, 2000), 'damaged or cut off'],
  ])('%s', async (_, bytes, words) => {
    expect(await refusedFor(bytes)).toContain(words)
  })

  test('a sheet that is not written as Excel writes it', async () => {
    const spoiled = spoil('xl/worksheets/part8.xml', (xml) =>
      xml.replace('<sheetData>', '<sheetData><!-- <c r="D3"> -->'),
    )
    expect(await refusedFor(spoiled)).toContain('not written as Excel writes it')
  })

  test.each<[string, (xml: string) => string]>([
    ['a cell without an end', (xml) => xml.replace('<c r="A1"', `${'<c r="A9">'.repeat(400_000)}<c r="A1"`)],
    ['a cell twice', (xml) => xml.replace('</sheetData>', '<row r="3"><c r="B3"/></row></sheetData>')],
    ['no end of the cells', (xml) => xml.replace('</sheetData>', '')],
    ['cells without a place', (xml) => xml.replace('<c r="A1"', '<c s="1"')],
  ])('%s', async (_, change) => {
    expect(await refusedFor(spoil('xl/worksheets/part8.xml', change))).toContain('not written as Excel writes it')
  })

  test('a part far larger than the template’s', async () => {
    const spoiled = spoil('xl/worksheets/part8.xml', (xml) => `${xml}${' '.repeat(9_000_000)}`)
    expect(await refusedFor(spoiled)).toContain('far larger')
  })

  test('no template at all', async () => {
    const format = formats.find(({ name }) => name === 'emass')!
    await expect(writerFor(format, {}, (option) => option)).rejects.toThrow('your own blank template')
  })
})

test('a cell that the sheet leaves out is written where it belongs', async () => {
  const thinned = spoil('xl/worksheets/part8.xml', (xml) => xml.replaceAll(/<c r="[A-Z]\d+" s="18"\/>/g, ''))
  const bytes = await fillEmass(thinned, subjectOf())
  expect(cellsIn(bytes)).toMatchObject({ D3: 'Partial', E3: 'Sample IT LLC', D6: 'None' })
  const sheet = openWorkbook(bytes).sheet('Requirement Objectives')!.xml
  expect(sheet).toMatch(/<c r="B3"[^>]*>.*?<\/c><c r="D3" t="inlineStr">.*?<\/c><c r="E3" t="inlineStr">/)
})

test('an open objective is not claimed', async () => {
  const loose = { ...visitorEscort, accountable: 'msp', duties: [{ party: 'unassigned', does: 'Keep the log' }] }
  expect(cellsIn(await filled({}, matrixOf(loose)))).toMatchObject({ D3: 'None', D6: 'None' })
})

function spoil(part: string, change: (xml: string) => string): Uint8Array {
  return zipOf(
    zipEntries(blankTemplate()).map(([name, bytes]) => [
      name,
      name === part ? new TextEncoder().encode(change(new TextDecoder().decode(bytes))) : bytes,
    ]),
  )
}

test('shared strings are read without the readings beside them, in bounded time', () => {
  expect(
    sharedStrings(
      '<sst><si><t>a&amp;b</t><rPh sb="0"><t>x</t></rPh><phoneticPr/></si><si/><si><r><t>c</t></r><r><t> d</t></r></si></sst>',
    ),
  ).toEqual(['a&b', '', 'c d'])
  expect(sharedStrings(`<si>${'<rPh><t>'.repeat(500_000)}`)).toEqual([''])
})
