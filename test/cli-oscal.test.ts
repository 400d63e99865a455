import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readArguments } from '../src/cli/given.ts'
import { oscalCommand } from '../src/cli/oscal.ts'
import { Refusal } from '../src/core/refusal.ts'
import { documents, stray } from '../src/documents/oscal/testing/broken-documents.ts'
import { folder } from './support/command-line.ts'

async function oscal(...args: readonly string[]) {
  const written = { out: '', err: '' }
  const code = await oscalCommand.run(readArguments(oscalCommand, args), {
    out: (text) => void (written.out += text),
    err: (text) => void (written.err += text),
    style: (_, text) => text,
    width: 100,
    interactive: false,
    today: '2026-11-23',
  })
  return { code, ...written }
}

function saved(name: string, content: unknown): string {
  const file = join(folder(), name)
  writeFileSync(file, typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content))
  return file
}

/** The provider's plan with a component that is not there. */
function astray(): unknown {
  const text = JSON.stringify(documents.provider)
  return JSON.parse(text.replace(/("component-uuid":")[^"]*"/, `$1${stray}"`))
}

test('a plan without a broken reference is clean', async () => {
  const { code, out } = await oscal('check', saved('provider.json', documents.provider))
  expect(code).toBe(0)
  expect(out).toMatch(/provider\.json \(system-security-plan\): no broken reference found; its form was not checked\n$/)
})

test('a warning alone is no error, and both files together are clean', async () => {
  const client = saved('client.json', documents.client)
  const alone = await oscal('check', client)
  expect(alone.code).toBe(0)
  expect(alone.out).toContain('1 warning')
  expect(alone.out).toContain('leveraged-plan-not-given')
  const both = await oscal('check', client, saved('provider.json', documents.provider), '--json')
  const { files } = JSON.parse(both.out) as { files: { root: string; findings: unknown[] }[] }
  expect(files.map(({ root, findings }) => [root, findings.length])).toEqual([
    ['system-security-plan', 0],
    ['system-security-plan', 0],
  ])
})

test('a broken reference is told with its place, for people and for programs', async () => {
  const file = saved('broken.json', astray())
  const { code, out } = await oscal('check', file)
  expect(code).toBe(1)
  expect(out).toContain('error component-unknown (1)')
  expect(out).toContain('/by-components/0/component-uuid')
  const json = await oscal('check', file, '--json')
  expect(json.code).toBe(1)
  expect(JSON.parse(json.out)).toMatchObject({
    formChecked: false,
    files: [{ file, findings: [{ code: 'component-unknown', severity: 'error' }] }],
  })
})

test('whatever a document names its fields or writes into them, it does not reach the terminal as a control', async () => {
  const text = JSON.stringify(documents.provider).replaceAll(/("component-uuid":")[^"]*"/g, '$1\\u001b]0;owned\\u0007"')
  const hostile = text.replace('"statements":', '"\\u001b[2J\\u202estatements":')
  const { out } = await oscal('check', saved('hostile.json', hostile), '--all')
  expect(out).toContain('\ufffd]0;owned\ufffd')
  expect(out).toContain('/\ufffd[2J\ufffdstatements/')
  expect(out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
})

test('a place made of endless names is told in short', async () => {
  const value = { catalog: { ['x'.repeat(5000)]: { uuid: 'none' } } }
  const { out } = await oscal('check', saved('long.json', value))
  expect(out).toContain('uuid-malformed')
  expect(out.replaceAll(/\s/g, '').length).toBeLessThan(600)
})

const deep = `${'{"catalog":'.repeat(3)}${'['.repeat(100_000)}`

test.each<[string, string | Uint8Array, RegExp]>([
  ['nothing', '', /the file is empty/],
  ['a list', '[]', /it is no OSCAL document/],
  ['a matrix', '{"format":"demarc/matrix@1"}', /it is no OSCAL document/],
  ['XML', '\uFEFF<?xml version="1.0"?><catalog/>', /it is XML; give the same document as OSCAL JSON/],
  ['half a document', '{"catalog":{"uuid":', /it breaks off here/],
  ['a field twice', '{"catalog":{},"catalog":{}}', /stands twice/],
  ['a bottomless pit', deep, /nests deeper than 40 levels/],
  ['a reach into objects', '{"catalog":{"__proto__":{"a":1}}}', /no field may be called "__proto__"/],
  ['bytes', new Uint8Array([0xff, 0xfe, 0x00]), /it is not UTF-8 text/],
])('%s is refused and the place is said', async (_, content, words) => {
  const refused = await oscal('check', saved('x.json', content)).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(Refusal)
  const { message, issues } = refused as Refusal
  expect([message, ...issues.map((issue) => issue.message)].join('\n')).toMatch(words)
})

test('a file that is not there, a folder, and another deed are refused', async () => {
  mkdirSync(join(folder(), 'x'), { recursive: true })
  await expect(oscal('check', join(folder(), 'none.json'))).rejects.toThrow(Refusal)
  await expect(oscal('check', folder())).rejects.toThrow(Refusal)
  await expect(oscal('chek', 'x.json')).rejects.toThrow('did you mean')
  await expect(oscal('check')).rejects.toThrow('an argument is missing')
})
