import Ajv2020 from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { Matrix } from '../core/matrix.ts'
import { arbitraryMatrix } from '../core/testing/arbitrary-matrix.ts'
import { leaver, sampleMatrix } from '../core/testing/sample-matrix.ts'
import { fieldWords } from './field-words.ts'
import { matrixSchema } from './matrix-schema.ts'

const schema = matrixSchema()
const ajv = new Ajv2020.Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true, formats: { date: true } })
const valid = ajv.compile(schema)

function accepts(document: unknown): boolean {
  return valid(JSON.parse(JSON.stringify(document)))
}

test('the file in docs says what the code reads: npm run schema writes it', () => {
  const file = new URL('../../docs/matrix.schema.json', import.meta.url)
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(schema)
})

test('it is a valid schema of draft 2020-12', () => {
  expect(schema['$schema']).toBe('https://json-schema.org/draft/2020-12/schema')
  expect(ajv.validateSchema(schema)).toBe(true)
})

const { activities: _, ...engagement } = sampleMatrix
const inShort = {
  ...leaver,
  duties: [{ party: 'msp', does: 'Disable', evidence: ['closed ticket', { what: 'export', keptAt: 'the ticket' }] }],
}

test.each<readonly [string, unknown]>([
  ['the sample', sampleMatrix],
  ['an engagement without activities', engagement],
  ['evidence in short', { ...sampleMatrix, activities: [inShort] }],
  [
    'two who answer, for a check to name',
    { ...sampleMatrix, activities: [{ ...leaver, accountable: ['msp', 'client'] }] },
  ],
  ['declared parts', { ...sampleMatrix, parts: { 'sample:AC-2': ['the office', 'the plant'] } }],
])('it accepts %s', (_name, document) => {
  expect(accepts(document)).toBe(true)
})

const withDuty = (change: object): unknown => ({
  ...sampleMatrix,
  activities: [{ ...leaver, duties: [{ ...leaver.duties[0], ...change }] }],
})

test.each<readonly [string, unknown]>([
  ['another format', { ...sampleMatrix, format: 'demarc/matrix@2' }],
  ['a misspelt field', { ...sampleMatrix, partys: [] }],
  ['a matrix without parties', { ...sampleMatrix, parties: undefined }],
  ['no scope', { ...sampleMatrix, scopes: [] }],
  ['a number for a title', { ...sampleMatrix, title: 7 }],
  ['an id with blanks', { ...sampleMatrix, id: 'Sample Dental' }],
  ['a day that is none', { ...sampleMatrix, agreement: { effective: '2026-02-30' } }],
  ['a party of no kind', { ...sampleMatrix, parties: [{ id: 'msp', kind: 'vendor', legalName: 'x' }] }],
  ['a citation without its framework', { ...sampleMatrix, activities: [{ ...leaver, covers: ['AC-1'] }] }],
  ['two clocks', withDuty({ timing: { every: 'month', on: 'request' } })],
  ['half a clock', withDuty({ timing: { within: '24 hours' } })],
  ['a duty done by helping', withDuty({ kind: 'helps' })],
  ['uploaded evidence', withDuty({ evidence: [{ what: 'log', content: 'x' }] })],
  ['a text', 'matrix'],
])('it refuses %s', (_name, document) => {
  expect(accepts(document)).toBe(false)
})

test('it accepts every matrix that Demarc itself would write', () => {
  fc.assert(
    fc.property(arbitraryMatrix, (matrix) => {
      expect(accepts(matrix)).toBe(true)
    }),
  )
})

test('where it refuses, so does Demarc', () => {
  const strange = fc.constantFrom<unknown>(null, 7, '', [], {}, 'msp', true, [''], { id: 'x' })
  const broken = fc
    .tuple(arbitraryMatrix, fc.constantFrom(...Object.keys(sampleMatrix)), strange)
    .map(([matrix, field, value]) => ({ ...matrix, [field]: value }))
  fc.assert(
    fc.property(broken, (document) => {
      if (!accepts(document)) expect(Matrix.safeParse(document).success).toBe(false)
    }),
    { numRuns: 300 },
  )
})

test('every word that there is on a field is shown beside it', () => {
  const defined: Readonly<Record<string, unknown>> = { ...(schema['$defs'] as object), document: schema }
  for (const [name, words] of Object.entries(fieldWords)) {
    const fields = fieldsOf(defined[name])
    for (const [field, word] of Object.entries(words)) expect(fields[field]?.description).toBe(word)
  }
})

interface Shape {
  readonly properties?: Readonly<Record<string, { readonly description?: string }>>
  readonly anyOf?: readonly Shape[]
}

/** Of a union: the fields of all its shapes. */
function fieldsOf(definition: unknown): NonNullable<Shape['properties']> {
  const { properties, anyOf } = definition as Shape
  return properties ?? (Object.assign({}, ...(anyOf ?? []).map(fieldsOf)) as NonNullable<Shape['properties']>)
}

test('an editor finds a word for every definition', () => {
  for (const definition of Object.values(
    schema['$defs'] as Readonly<Record<string, { readonly description?: string }>>,
  ))
    expect(definition.description).toMatch(/\.$/)
})
