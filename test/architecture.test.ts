// The walls of DESIGN §4 stand, and each check is seen to bite on a planted fault.
import { describe, expect, test } from 'vitest'
import { cycles } from './architecture/cycles.ts'
import { badNames, lengthAt, tooLong } from './architecture/files.ts'
import { layers } from './architecture/layers.ts'
import { projectLayers, projectSources } from './architecture/project-sources.ts'
import { survey } from './architecture/walls.ts'

describe('the project', () => {
  const sources = projectSources()
  const seen = survey(sources)

  test('was really looked at', () => {
    expect(seen.files).toBeGreaterThan(30)
    expect(seen.imports).toBeGreaterThan(60)
    expect(projectLayers()).toContain('core')
    for (const layer of projectLayers()) {
      expect(Object.keys(layers)).toContain(layer)
      expect(Object.keys(sources).filter((path) => path.startsWith(`src/${layer}/`))).not.toEqual([])
    }
  })

  test('keeps to its layers and packages', () => expect(seen.violations).toEqual([]))
  test('has no circle of imports', () => expect(cycles(seen.graph)).toEqual([]))
  test('names its files for what they hold', () => expect(badNames(sources)).toEqual([]))
  test('has no file over 300 lines', () => expect(tooLong(sources)).toEqual([]))
  test('has files of at most 80 lines, half of them', () => expect(lengthAt(0.5, sources)).toBeLessThanOrEqual(80))
  test('has files of at most 200 lines, nine in ten', () => expect(lengthAt(0.9, sources)).toBeLessThanOrEqual(200))
})

describe('a planted fault is caught', () => {
  test.each([
    ['a layer above', 'src/core/duty.ts', `import { all } from '../library/frameworks.ts'`],
    ['a layer above, for its types', 'src/core/duty.ts', `import type { All } from '../library/frameworks.ts'`],
    ['a layer above, passed on', 'src/core/duty.ts', `export { all } from '../library/frameworks.ts'`],
    ['a layer above, later', 'src/core/duty.ts', `export const all = () => import('../library/frameworks.ts')`],
    ['a layer above, within a type', 'src/core/duty.ts', `export type All = import('../library/frameworks.ts').All`],
    ['a layer beside', 'src/documents/csv.ts', `import '../store/tenant.ts'`],
    ['SQL in a route', 'src/server/matrix.ts', `import { save } from '../store/matrix.ts'`],
    ['something outside src', 'src/cli/main.ts', `import '../../tools/test.ts'`],
    ['a package of another layer', 'src/core/duty.ts', `import { parse } from 'yaml'`],
    ['a part of such a package', 'src/cli/main.ts', `import 'papaparse/unparse'`],
    ['Node in the core', 'src/core/duty.ts', `import { readFileSync } from 'node:fs'`],
    ['Node without its prefix', 'src/cli/main.ts', `import 'fs'`],
    ['a test package outside tests', 'src/core/duty.ts', `import fc from 'fast-check'`],
    ['a sample for tests outside tests', 'src/core/duty.ts', `import './testing/matrix.ts'`],
    ['a path without its extension', 'src/core/duty.ts', `import './party'`],
    ['a computed path', 'src/cli/main.ts', 'export const load = (name: string) => import(`../core/${name}.ts`)'],
    ['the old require', 'src/core/duty.ts', `const yaml = require('yaml')`],
    ['everything passed on', 'src/core/duty.ts', `export * from './party.ts'`],
    ['a default export', 'src/core/duty.ts', `export default 1`],
    ['a folder that is no layer', 'src/shared/duty.ts', `import { z } from 'zod'`],
    ['a file that does not parse', 'src/core/duty.ts', `import { from 'zod'`],
  ])('%s', (_, path, source) => {
    expect(survey({ [path]: source }).violations).not.toEqual([])
  })

  test('a circle, though its imports are types', () => {
    const circle = {
      'src/core/a.ts': `import type { B } from './b.ts'`,
      'src/core/b.ts': `export type { C } from './c.ts'`,
      'src/core/c.ts': `import { a } from './a.ts'`,
    }
    expect(cycles(survey(circle).graph)).toEqual(['src/core/a.ts → src/core/b.ts → src/core/c.ts → src/core/a.ts'])
  })

  test.each([
    'src/core/utils.ts',
    'src/core/matrix-helpers.ts',
    'src/core/matrixTools.ts',
    'src/core/types.test.ts',
    'src/core/common/duty.ts',
    'src/core/checks/index.ts',
  ])('the name %s', (path) => expect(badNames({ [path]: '' })).toEqual([path]))

  test('a file of 301 lines', () => {
    expect(tooLong({ 'src/core/duty.ts': 'x\n'.repeat(300) })).toEqual([])
    expect(tooLong({ 'src/core/duty.ts': 'x\n'.repeat(301) })).toEqual(['src/core/duty.ts'])
  })

  test('files that are long on the whole', () => {
    const sources = { 'src/core/a.ts': 'x', 'src/core/b.ts': 'x\n'.repeat(90), 'src/core/c.ts': 'x\n'.repeat(250) }
    expect([lengthAt(0.5, sources), lengthAt(0.9, sources)]).toEqual([90, 250])
  })
})

describe('no fault is seen where there is none', () => {
  test.each([
    ['what a layer may', 'src/cli/main.ts', `import { z } from 'zod'\nimport '../core/duty.ts'\nimport 'node:fs'`],
    ['comments', 'src/core/duty.ts', `// import 'yaml'\n/* import('node:fs') */`],
    ['strings', 'src/core/duty.ts', `export const text = "import 'yaml'", more = \`require('node:fs')\``],
    ['tests with their packages', 'src/core/duty.test.ts', `import fc from 'fast-check'\nimport './testing/matrix.ts'`],
    ['data', 'src/library/frameworks.ts', `import soc2 from './frameworks/soc2.json' with { type: 'json' }`],
  ])('%s', (_, path, source) => {
    expect(survey({ [path]: source }).violations).toEqual([])
  })

  test("a layer's door", () => expect(badNames({ 'src/core/index.ts': '' })).toEqual([]))
})
