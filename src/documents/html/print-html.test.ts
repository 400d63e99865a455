import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { execute, program } from '../../../test/support/machine.ts'
import { exhibitOf } from '../../core/exhibit/exhibit-of.ts'
import { plain } from '../../core/paper/paper.ts'
import type { Cell, Paper } from '../../core/paper/paper.ts'
import { matrixOf, leaver } from '../../core/testing/sample-matrix.ts'
import { sampleRendition, subjectOf } from '../../core/testing/sample-rendition.ts'
import { printHtml } from './print-html.ts'

const html = (paper: Paper, change: Partial<typeof sampleRendition> = {}): string =>
  new TextDecoder().decode(printHtml(paper, { ...sampleRendition, ...change }))

const hostile = [
  '<script>document.title = "taken"</script>',
  '"><img src=x onerror="document.title=`taken`">',
  '</style><script>document.title="taken"</script>',
  "' onmouseover='document.title=1",
  '<a href="javascript:document.title=1">x</a>',
  '&lt;b&gt; &amp;amp; &#60;i&#62;',
  '"}body{display:none}/*\\',
] as const

function paperSaying(text: string): Paper {
  return {
    name: 'exhibit',
    title: text,
    language: 'en',
    draft: text,
    header: text,
    footer: text,
    cover: {
      kicker: text,
      title: text,
      subtitle: text,
      between: [{ capacity: text, legalName: text }],
      facts: [[text, text]],
      notice: text,
    },
    sections: [
      {
        heading: text,
        level: 1,
        blocks: [
          { kind: 'text', line: plain(text) },
          { kind: 'list', items: [plain(text)] },
          { kind: 'facts', caption: text, rows: [[text, [plain(text)]]] },
          {
            kind: 'table',
            caption: text,
            columns: [{ title: text, tone: 'status' }],
            groups: [
              {
                title: text,
                note: [plain(text)],
                rows: [
                  [
                    [
                      [
                        { text, mark: 'inserted' },
                        { text, mark: 'deleted' },
                      ],
                    ],
                  ],
                ],
              },
            ],
          },
          { kind: 'signatures', signers: [{ capacity: text, legalName: text, lines: [[text, text]] }] },
        ],
      },
    ],
  }
}

const exhibit = exhibitOf(subjectOf(matrixOf({ ...leaver, handoff: undefined })))

test('the same paper is the same bytes', () => {
  expect(printHtml(exhibit, sampleRendition)).toEqual(printHtml(structuredClone(exhibit), sampleRendition))
})

test('headings go down one level at a time, and each entry of the contents leads to one', () => {
  const text = html(exhibit)
  const levels = [...text.matchAll(/<h(\d)/g)].map(([, level]) => Number(level))
  expect(levels[0]).toBe(1)
  levels.forEach((level, index) => expect(level - (levels[index - 1] ?? 1)).toBeLessThanOrEqual(1))
  const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const [, target] of text.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target)
})

test('there is no script, no handler, no style outside the sheet, and the policy allows none', () => {
  const text = html(exhibit)
  expect(text).not.toMatch(/<script|<link|<iframe|<object|<form| on\w+=| style=|https?:/)
  const style = /<style>([\s\S]*?)<\/style>/.exec(text)?.[1] ?? ''
  expect(text).toContain(
    `content="default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; img-src data:; base-uri 'none'; form-action 'none'"`,
  )
})

test('what goes with a group stands in its row, and only a draft is called one', () => {
  const text = html(paperSaying('x'))
  expect(text).toContain('scope="rowgroup" colspan="1" dir="auto">x<div class="under" dir="auto">x</div>')
  expect(text).toContain('class="watermark" aria-hidden="true"')
  const { draft: _, ...settled } = paperSaying('x')
  expect(html(settled)).not.toContain('class="watermark"')
})

test('a colour that is none comes into no style sheet', () => {
  const branding = { ...sampleRendition.branding, tint: 'red}body{display:none' }
  expect(() => printHtml(exhibit, { ...sampleRendition, branding })).toThrow('not a colour')
})

test('a mark is told to those who do not see it', () => {
  const text = html(paperSaying('x'))
  expect(text).toContain('<ins><span class="said">[new: </span>x')
  expect(text).toContain('<del><span class="said">[removed: </span>x')
})

const path = await program('chromium')
const pdftotext = await program('pdftotext')

describe.skipIf(path === undefined)('in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: path!, args: ['--no-sandbox'] })
  })
  afterAll(() => browser.close())

  async function open(
    text: string,
    options: Parameters<Browser['newPage']>[0] = {},
  ): Promise<{ page: Page; told: string[] }> {
    const page = await browser.newPage(options)
    const told: string[] = []
    page.on('console', (message) => told.push(message.text()))
    page.on('pageerror', (error) => told.push(String(error)))
    page.on('request', (request) => request.url().startsWith('data:') || told.push(request.url()))
    await page.setContent(text)
    return { page, told }
  }

  test.each(hostile)('%s stays text, and nothing runs', async (text) => {
    const { page, told } = await open(html(paperSaying(text)))
    expect(await page.title()).toBe(text)
    expect(await page.locator('script, img, a[href^="javascript"]').count()).toBe(0)
    expect(await page.locator('h1').textContent()).toBe(text)
    expect(await page.locator('h1').isVisible()).toBe(true)
    expect(told).toEqual([])
    await page.close()
  })

  test('a drawing as logo is an image in which nothing runs', async () => {
    const bytes = new TextEncoder().encode(
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>',
    )
    const logo = { kind: 'svg', bytes, width: 9, height: 9, alt: 'Logo of "Acme" <b>' } as const
    const { page, told } = await open(html(exhibit, { branding: { ...sampleRendition.branding, logo } }))
    expect(await page.getByRole('img', { name: 'Logo of "Acme" <b>' }).count()).toBe(1)
    expect(await page.evaluate('document.images[0].naturalWidth')).toBe(9)
    expect(told).toEqual([])
    await page.close()
  })

  test.each([
    [1280, 'light'],
    [1280, 'dark'],
    [375, 'light'],
    [375, 'dark'],
  ] as const)('at %i pixels, %s: nothing overflows, and axe finds no fault', async (width, colorScheme) => {
    const { page } = await open(html(exhibit).replace(/<meta http-equiv[^>]*>/, ''), {
      viewport: { width, height: 800 },
      colorScheme,
    })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
    await page.addScriptTag({
      content: readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'),
    })
    const violations = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as {
        axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
      }
      return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
    })
    expect(violations).toEqual([])
    await page.close()
  })

  test('by keyboard the first stop leads past the contents', async () => {
    const { page } = await open(html(exhibit))
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement.id')).toBe('text')
    await page.close()
  })

  test('the style sheet counts under its policy, and text from the right runs from the right', async () => {
    const { page } = await open(
      html({ ...paperSaying('x'), cover: { ...paperSaying('x').cover!, title: 'مزود الخدمة' } }),
    )
    expect(await page.evaluate('getComputedStyle(document.querySelector("h1")).color')).toBe('rgb(31, 58, 95)')
    expect(await page.evaluate('getComputedStyle(document.querySelector("h1")).direction')).toBe('rtl')
    await page.close()
  })

  test('rows shown as cards are rows under their headers to a screen reader, and say their columns to the eye', async () => {
    const { page } = await open(html(exhibit), { viewport: { width: 375, height: 800 } })
    const table = page.getByRole('table', { name: /^Duties: / }).first()
    expect(await table.getByRole('columnheader').allTextContents()).toEqual(['Who', 'Duty', 'By when', 'Shown by'])
    expect(await table.getByRole('row').getByRole('cell').count()).toBeGreaterThan(0)
    const shown = await page.evaluate(`(() => {
      const cell = document.querySelector('#t1 td')
      return [getComputedStyle(cell).display, getComputedStyle(cell, '::before').content]
    })()`)
    expect(shown).toEqual(['block', expect.stringMatching(/^"[A-Z]/)])
    await page.close()
  })

  test.skipIf(pdftotext === undefined)(
    'printed, headers repeat, pages are counted, and a draft is one on each',
    async () => {
      const row = (index: number): Cell[] => [
        [plain(`begin${index}.`)],
        [plain('a duty that takes a line or two. '.repeat(8))],
      ]
      const rows = Array.from({ length: 60 }, (_, index) => row(index + 1))
      const table = {
        kind: 'table',
        caption: 'Rows',
        columns: [{ title: 'Head one' }, { title: 'Head two' }],
        groups: [{ rows }],
      } as const
      const section = { heading: 'Wide', level: 1, orientation: 'landscape', blocks: [table] } as const
      const { page } = await open(
        html({ ...paperSaying('Not signed'), sections: [...exhibit.sections.slice(0, 1), section] }),
      )
      const folder = mkdtempSync(join(tmpdir(), 'demarc-html-'))
      const file = join(folder, 'page.pdf')
      await page.pdf({ path: file, preferCSSPageSize: true })
      await page.close()
      const pages = (await execute(pdftotext!, ['-layout', file, '-'])).stdout.split('\f').slice(0, -1)
      const { stdout: sizes } = await execute('pdfinfo', ['-f', '1', '-l', '99', file])
      rmSync(folder, { recursive: true })
      expect([...sizes.matchAll(/size: +(\d+) x (\d+)/g)].map(([, across]) => across)).toEqual(
        pages.map((text) => (text.includes('Head one') ? '792' : '612')),
      )
      pages.forEach((text, index) => {
        expect(text).toContain(`Page ${index + 1} of ${pages.length}`)
        expect(text).toContain('Not signed')
        const letters = text.split(/\s+/).filter((word) => /^[DRAFT]+$/.test(word))
        expect(letters.join('').split('').toSorted().join('')).toBe('ADFRT')
      })
      expect(pages.filter((text) => text.includes('Head one')).length).toBeGreaterThan(2)
      for (const index of [1, 30, 60]) expect(pages.join('')).toContain(`begin${index}.`)
    },
  )
})
