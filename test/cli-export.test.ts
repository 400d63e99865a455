// Documents out, as their users ask for them: each format of an example, signed or not, and an edited workbook back.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Workbook } from 'exceljs'
import { beforeAll, describe, expect, test } from 'vitest'
import { formats } from '../src/documents/formats.ts'
import { digestOf, revisionBytes } from '../src/documents/revision.ts'
import type { Matrix } from '../src/core/matrix.ts'
import { demarc, folder, root } from './support/command-line.ts'
import { execute, program } from './support/machine.ts'

const [pdftotext, qpdf] = [await program('pdftotext'), await program('qpdf')]

let matrixText = ''
let digest = ''

beforeAll(async () => {
  matrixText = (await demarc('new', join(root, 'examples', 'dental-group.yaml'))).out
  digest = digestOf(revisionBytes(JSON.parse(matrixText) as Matrix))
})

/** The composed example in a folder of the test's own. */
function written(text = matrixText): string {
  const path = join(folder(), 'matrix.json')
  writeFileSync(path, text)
  return path
}

function signed(change: object = {}): string {
  const path = join(folder(), 'sign-off.json')
  const signature = {
    name: 'Ana Ruiz',
    title: 'President',
    authority: 'officer',
    at: '2026-11-20T15:04:00Z',
    method: 'ink',
  }
  const signOff = {
    format: 'demarc/sign-off@1',
    digest,
    effective: '2026-12-01',
    signatures: [
      { party: 'msp', ...signature },
      { party: 'client', ...signature, name: 'Tess Moreau' },
    ],
    ...change,
  }
  writeFileSync(path, JSON.stringify(signOff))
  return path
}

async function pagesOf(file: string): Promise<readonly string[]> {
  const { stdout } = await execute(pdftotext!, ['-layout', file, '-'], { maxBuffer: 2 ** 26 })
  return stdout.split('\f').slice(0, -1)
}

const templated = new Set(['emass'])

test.each(formats.filter(({ name }) => !templated.has(name)))(
  '$name: written once, refused twice, and what it leaves out is said',
  async ({ name, extension }) => {
    const out = join(folder(), `out${extension}`)
    const first = await demarc('export', written(), '--to', name, '-o', out)
    expect(first).toMatchObject({ code: 0, out: '' })
    expect(first.err).toMatch(/Left out: |Nothing of the matrix is left out/)
    const bytes = readFileSync(out)
    expect((await demarc('export', written(), '--to', name, '-o', out)).code).toBe(2)
    expect((await demarc('export', written(), '--to', name, '-o', out, '--force')).code).toBe(0)
    expect(readFileSync(out)).toEqual(bytes)
  },
)

test.skipIf(pdftotext === undefined)(
  'the exhibit says on every page that it is a draft, and names its revision',
  async () => {
    const out = join(folder(), 'exhibit.pdf')
    await demarc('export', written(), '--to', 'pdf', '-o', out)
    const pages = await pagesOf(out)
    expect(pages.length).toBeGreaterThan(20)
    pages.forEach((page, index) => {
      expect(page).toMatch(/DRAFT: .*not signed/)
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`)
      expect(page).toContain(digest)
    })
  },
)

test.skipIf(qpdf === undefined)('the attachment of the exhibit is the revision, byte for byte', async () => {
  const path = folder()
  await demarc('export', written(), '--to', 'pdf', '-o', join(path, 'exhibit.pdf'))
  await execute('pdfdetach', ['-save', '1', '-o', join(path, 'matrix.json'), join(path, 'exhibit.pdf')])
  const attached = readFileSync(join(path, 'matrix.json'))
  expect(createHash('sha256').update(attached).digest('hex')).toBe(digest)
  expect(JSON.parse(attached.toString())).toEqual(JSON.parse(matrixText))
})

describe('a sign-off', () => {
  test('takes the draft away where nothing is open, and adds the certificate', async () => {
    const html = (await demarc('export', written(), '--to', 'html', '--sign-off', signed())).out
    expect(html).toContain('Certificate')
    expect(html).toContain('Tess Moreau')
    expect(html).not.toContain('DRAFT')
  })

  test.each([
    ['of another revision', { digest: 'a'.repeat(64) }, 'any edit makes another one'],
    ['without the client', { signatures: [] }, 'the MSP and the client both sign'],
    ['effective before the agreement', { effective: '1999-01-01' }, 'before the agreement it belongs to'],
    ['that is none', { format: 'x' }, 'is no sign-off'],
  ])('%s is refused', async (_, change, message) => {
    const { code, out, err } = await demarc('export', written(), '--to', 'html', '--sign-off', signed(change))
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(message)
  })
})

describe('branding', () => {
  function branded(file: string, logo?: string | Uint8Array): string {
    const path = folder()
    mkdirSync(join(path, 'look'))
    writeFileSync(join(path, 'look', 'branding.yaml'), file)
    if (logo !== undefined) writeFileSync(join(path, 'look', 'logo.svg'), logo)
    return join(path, 'look', 'branding.yaml')
  }

  test('brings the name, the colour and the logo that lies beside its file', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><path d="M0 0h9v9z"/></svg>'
    const file = branded('name: North Shore IT\nprimary: "#7a1f2b"\nlogo: logo.svg\n', svg)
    const html = (await demarc('export', written(), '--to', 'html', '--branding', file)).out
    for (const said of ['North Shore IT', '#7a1f2b', 'alt="Logo of North Shore IT"', 'data:image/svg+xml;base64,'])
      expect(html).toContain(said)
  })

  test.each([
    ['a script in the logo', 'logo: logo.svg\n', '<svg width="1" height="1"><script/></svg>', '<script>'],
    ['no logo where it is said to be', 'logo: missing.png\n', undefined, 'there is no file'],
    ['a colour that nobody can read', 'primary: "#ffff00"\n', undefined, 'choose a darker one'],
    ['an unknown field', 'colour: blue\n', undefined, 'not a field here'],
  ])('%s is refused', async (_, file, logo, message) => {
    const { code, err } = await demarc('export', written(), '--to', 'html', '--branding', branded(file, logo))
    expect(code).toBe(2)
    expect(err).toContain(message)
  })
})

test.each([
  [['--to', 'pdf'], 'is no text for a terminal'],
  [['--to', 'html', '--locale', 'klingon'], 'is no locale'],
  [['--to', 'html', '--standard', 'ua-1'], '--standard goes with --to pdf'],
  [['--to', 'html', '--template', 'x.xlsx'], '--template goes with --to emass'],
  [['--to', 'oscal-component', '--view', 'crm'], 'has a layout of its own'],
  [['--to', 'html', '--party', 'msp'], '--party goes with --view duties'],
])('%j is refused with what to do', async (options, message) => {
  const { code, out, err } = await demarc('export', written(), ...options)
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toContain(message)
})

test('a template that is missing, or is none, is refused and nothing is written', async () => {
  const out = join(folder(), 'emass.xlsx')
  for (const [template, message] of [
    [[], 'your own blank template'],
    [['--template', written()], 'emass.xlsx'],
  ] as const) {
    const { code, err } = await demarc('export', written(), '--to', 'emass', ...template, '-o', out)
    expect(code).toBe(2)
    expect(err.length).toBeGreaterThan(0)
    if (message !== 'emass.xlsx') expect(err).toContain(message)
  }
  expect(existsSync(out)).toBe(false)
})

describe('changes', () => {
  async function edited(edit: (book: Workbook) => void): Promise<{ readonly matrix: string; readonly book: string }> {
    const matrix = written()
    const book = `${matrix}.xlsx`
    await demarc('export', matrix, '--to', 'xlsx', '-o', book)
    const file = new Workbook()
    await file.xlsx.readFile(book)
    edit(file)
    await file.xlsx.writeFile(book)
    return { matrix, book }
  }

  /** The cell of a sheet by its row's id and its column's title. */
  function cell(book: Workbook, sheet: string, [id, title]: readonly [string, string]) {
    const found = book.getWorksheet(sheet)!
    const titles = found.getRow(1).values as readonly string[]
    let number = 0
    found.eachRow((row, at) => void (row.getCell(1).value === id && (number = at)))
    return found.getRow(number).getCell(titles.findIndex((name) => name === title))
  }

  test('an unedited workbook proposes nothing', async () => {
    const { matrix, book } = await edited(() => undefined)
    expect(await demarc('changes', matrix, book)).toMatchObject({ code: 0, out: 'Nothing changed.\n', err: '' })
  })

  test('an edit becomes exactly that change, and the edited matrix is written', async () => {
    const before = JSON.parse(matrixText) as Matrix
    const { id } = before.activities[0]!
    const { matrix, book } = await edited((file) => {
      cell(file, 'Activities', [`activity:${id}`, 'Activity']).value = 'A title of our own'
    })
    const out = join(folder(), 'proposed.json')
    const { code } = await demarc('changes', matrix, book, '-o', out)
    expect(code).toBe(0)
    const after = JSON.parse(readFileSync(out, 'utf8')) as Matrix
    const wanted = before.activities.map((activity, index) =>
      index === 0 ? { ...activity, title: 'A title of our own' } : activity,
    )
    expect(after).toEqual({ ...before, activities: wanted })
  })

  test('a cell that cannot be read is named by its address, exit code 1', async () => {
    const { id } = (JSON.parse(matrixText) as Matrix).activities[0]!
    let address = ''
    const { matrix, book } = await edited((file) => {
      const wrong = cell(file, 'Activities', [`activity:${id}`, 'Accountable'])
      wrong.value = 'Somebody'
      address = `Activities!${wrong.address}`
    })
    const { code, out } = await demarc('changes', matrix, book, '--json')
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ changes: [], notTaken: [{ at: address }] })
  })

  test('the workbook of another revision is refused, and so is what is no workbook', async () => {
    const { book } = await edited(() => undefined)
    const other = written(matrixText.replace('Tamarack', 'Willow'))
    for (const wrong of [
      ['changes', other, book],
      ['changes', other, other],
    ]) {
      const { code, out, err } = await demarc(...wrong)
      expect({ code, out }).toEqual({ code: 2, out: '' })
      expect(err).toContain('cannot be read back')
    }
  })
})

test('the drafts of an export that was killed go with the next one, those of a running one stay', async () => {
  const at = folder()
  const names = {
    killed: '.srm.csv.4194303999.draft',
    running: `.srm.csv.${process.ppid}.draft`,
    other: '.x.csv.1.draft',
  }
  for (const name of Object.values(names)) writeFileSync(join(at, name), 'half')
  await demarc('export', 'examples/saas-firm.yaml', '--to', 'csv', '-o', join(at, 'srm.csv'))
  expect(readdirSync(at).toSorted()).toEqual(['srm.csv', names.running, names.other].toSorted())
})
