// What text points to: links and parameters in Markdown, and links that the model lets lead to one kind only.
import { describe, expect, test } from 'vitest'
import { broken, catalog, documents, set, stray } from '../testing/broken-documents.ts'
import type { Name } from '../testing/broken-documents.ts'
import { checkOscal, checkOscalFiles } from './check-oscal.ts'
import { readTree, textIn } from './oscal-tree.ts'
import type { OscalTree } from './oscal-tree.ts'

function codes(name: Name, change: (tree: OscalTree) => void): readonly string[] {
  return broken(name, change).map(({ code }) => code)
}

const known = textIn(readTree(documents.provider)!.of('resources')[0]!, 'uuid')!

test.each<[string, readonly string[]]>([
  [`See [the plan](#${stray}).`, ['link-leads-nowhere']],
  [`See [it](<#${stray}>) and ![a picture](#${stray} "title").`, ['link-leads-nowhere']],
  [`See [it][1].\n\n[1]: #${stray}`, ['link-leads-nowhere']],
  ['See [the control](#ac-99).', ['link-leads-nowhere']],
  [`See [the framework](#${known}), or [in capitals](#${known.toUpperCase()}).`, []],
  ['See [the site](https://example.org/#top).', []],
  [`Shown as it is: \`[it](#${stray})\``, []],
  [String.raw`No link: \[it\](#nowhere)`, []],
])('the text %j is answered with %j', (text, wanted) => {
  expect(codes('provider', ({ of }) => set(of('by-components')[0], 'description', text))).toEqual(wanted)
})

test('a link in the value of a property is no link', () => {
  expect(codes('provider', ({ of }) => set(of('props')[0], 'value', `[x](#${stray})`))).toEqual([])
})

test('a link may lead into a document that is given beside', () => {
  const client = structuredClone(documents.client)
  set(readTree(client)!.of('by-components')[0], 'remarks', `See [the provider](#${known}).`)
  expect(checkOscalFiles([client, documents.provider])[0]!.findings).toEqual([])
})

test.each<[string, (tree: OscalTree) => void, readonly string[]]>([
  ['inserts a parameter', (tree) => prose(tree, 'At {{ insert: param, ac-1_prm_1 }}.'), []],
  ['inserts one without blanks', (tree) => prose(tree, 'At {{insert:param,ac-1_prm_9}}.'), ['parameter-unknown']],
  ['inserts one with more blanks', (tree) => prose(tree, '{{  insert:  param,  ac-1_prm_9  }}'), ['parameter-unknown']],
  ['inserts one as drafts did', (tree) => prose(tree, 'At {{ ac-1_prm_9 }}.'), ['parameter-unknown']],
  ['inserts a known one as drafts did', (tree) => prose(tree, 'At {{ ac-1_prm_1 }}.'), []],
  ['shows braces', (tree) => prose(tree, String.raw`At \{{ ac-1_prm_9 }}.`), []],
  [
    'inserts one in a choice',
    ({ of }) => set(of('params')[0], 'select', { choice: ['a', '{{ insert: param, ac-1_prm_9 }}'] }),
    ['parameter-unknown'],
  ],
  ['depends on one that is there', ({ of }) => set(of('params')[0], 'depends-on', 'ac-1_prm_1'), []],
  ['depends on none that is there', ({ of }) => set(of('params')[0], 'depends-on', 'ac-9_prm'), ['parameter-unknown']],
])('a catalog that %s', (_, change, wanted) => {
  expect(codes('catalog', change)).toEqual(wanted)
})

function prose({ of }: OscalTree, text: string): void {
  set(of('parts')[0], 'prose', text)
}

test('a plan’s parameters are looked up only in catalogs that are given', () => {
  const plan = structuredClone(documents.component)
  set(readTree(plan)!.of('statements')[0], 'description', 'At {{ insert: param, ac-1_prm_9 }}.')
  expect(checkOscal(plan)).toEqual([])
  expect(checkOscalFiles([plan, catalog])[0]!.findings.map(({ code }) => code)).toContain('parameter-unknown')
})

describe('a link of a relation that the model lets lead to one kind', () => {
  const link = (rel: string, uuid: string) => [{ href: `#${uuid}`, rel }]

  test.each<[string, Name, (tree: OscalTree) => void]>([
    [
      'a component’s validation',
      'client',
      ({ of }) => set(of('components')[0], 'links', link('validation', textIn(of('parties')[0]!, 'uuid')!)),
    ],
    [
      'a system’s privacy impact assessment',
      'client',
      ({ of }) =>
        set(
          of('system-information')[0],
          'links',
          link('privacy-impact-assessment', textIn(of('parties')[0]!, 'uuid')!),
        ),
    ],
    ['a control’s reference', 'catalog', ({ of }) => set(of('links')[0], 'rel', 'reference')],
    ['a related control', 'catalog', ({ of }) => set(of('links')[0], 'href', '#ac-1_prm_1')],
  ])('%s', (_, name, change) => {
    expect(codes(name, change)).toEqual(['link-of-another-kind'])
  })

  test('is not told a second time where its UUID repeats', () => {
    expect(
      codes('client', ({ of }) => set(of('parties')[1], 'uuid', textIn(of('links')[0]!, 'href')!.slice(1))),
    ).not.toContain('link-of-another-kind')
  })
})

test.each<[string, string, string, string]>([
  ['inherits', 'inherited', 'provided-uuid', 'provided-unknown'],
  ['satisfies', 'satisfied', 'responsibility-uuid', 'responsibility-unknown'],
])('a plan that %s what is its own', (_, kind, field, code) => {
  const plan = structuredClone(documents.client)
  const tree = readTree(plan)!
  set(tree.of(kind)[0], field, textIn(tree.of(kind)[0]!, 'uuid'))
  for (const files of [[plan], [plan, documents.provider]]) {
    const found = checkOscalFiles(files)[0]!.findings.filter(({ severity }) => severity === 'error')
    expect(found.map((one) => one.code)).toEqual([code])
    expect(found[0]!.message).toMatch(/of this plan .* of the leveraged plan$/)
  }
})
