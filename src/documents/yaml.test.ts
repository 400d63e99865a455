import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryText } from '../core/testing/arbitrary-matrix.ts'
import { readValue } from './read-value.ts'
import { setParameters, writeYaml } from './yaml.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const text = (yaml: Uint8Array): string => new TextDecoder().decode(yaml)

const handwritten = `# Agreed with Dana on 12 March
title: Sample   # the short name
parameters:
  request channel: the portal # see the handbook

  night number: '555' # the guard
scopes: [ {id: office} ]
`

test('an answer is set where it stands, and what people wrote around it stays', () => {
  const after = text(setParameters(bytes(handwritten), { 'request channel': 'help@example.com' }))
  expect(after).toContain('# Agreed with Dana on 12 March\n')
  expect(after).toContain('# the short name')
  expect(after).toContain('request channel: help@example.com # see the handbook')
  expect(after).toContain("night number: '555' # the guard")
  expect(after.indexOf('title:')).toBeLessThan(after.indexOf('scopes:'))
})

test.each<readonly [string, string]>([
  ['beside others', 'parameters:\n  a: b\n'],
  ['in braces', 'parameters: {a: b}\n'],
  ['as the first', 'parameters: {}\n'],
  ['where there is no such field yet', 'title: x\n'],
  ['in a file from Windows', 'title: x\r\nparameters:\r\n  a: b\r\n'],
  ['under the directive of an older YAML', '%YAML 1.1\n---\nparameters:\n  a: b\n'],
])('a new answer is added %s', async (_, before) => {
  const read = await readValue(setParameters(bytes(before), { hours: 'yes', limit: '24' }))
  expect(read).toMatchObject({ ok: true, value: { parameters: { hours: 'yes', limit: '24' } } })
})

test('whatever the answer, it is read as it was given, and nothing else changes', async () => {
  const name = arbitraryText.filter((made) => made !== '__proto__')
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(name, arbitraryText, { maxKeys: 3, noNullPrototype: true }),
      name,
      arbitraryText,
      async (parameters, asked, answer) => {
        const before = { title: 'x', parameters, list: [1, 'two'] }
        const after = await readValue(setParameters(writeYaml(before), { [asked]: answer }))
        expect(after).toEqual({ ok: true, value: { ...before, parameters: { ...parameters, [asked]: answer } } })
      },
    ),
    { numRuns: 300 },
  )
})
