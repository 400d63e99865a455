// The OSCAL documents of every example: valid by NIST's schemas, whole by our rules, and true to the frameworks' ids.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readMatrixFile } from '../src/cli/files.ts'
import { coverage } from '../src/core/coverage.ts'
import { sampleRendition } from '../src/core/testing/sample-rendition.ts'
import { writeClientSsp } from '../src/documents/oscal/client-ssp.ts'
import { writeComponentDefinition } from '../src/documents/oscal/component-definition.ts'
import { writeProviderSsp } from '../src/documents/oscal/provider-ssp.ts'
import { checkOscalFiles } from '../src/documents/oscal/reference-rules/check-oscal.ts'
import { pointer, readTree, textIn, within } from '../src/documents/oscal/reference-rules/oscal-tree.ts'
import type { OscalNode } from '../src/documents/oscal/reference-rules/oscal-tree.ts'
import { schemaFaults, schemasAreThere } from '../src/documents/oscal/testing/schemas.ts'
import { readToken, statementToken, tokenOf, tokenPattern } from '../src/documents/oscal/token.ts'
import { loadFrameworks } from '../src/library/frameworks.ts'
import { loadReaderContext } from '../src/library/knowledge.ts'
import { root } from './support/command-line.ts'

const context = loadReaderContext()
const silent = { err: () => undefined, interactive: false }

function kindOf(party: OscalNode): string {
  return textIn(
    within(party, 'props').find((node) => textIn(node, 'name') === 'kind')!,
    'value',
  )!
}

function partiesOf(share: OscalNode): readonly string[] {
  return within(share, 'responsible-roles').flatMap(({ value }) => (value['party-uuids'] ?? []) as readonly string[])
}

describe.each(readdirSync(join(root, 'examples')))('%s', async (file) => {
  const matrix = await readMatrixFile(join(root, 'examples', file), context, silent)
  const proof = coverage(matrix, context)
  const subject = { matrix, context, proof, rendition: sampleRendition }
  const read = (bytes: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(bytes))
  const component = read(writeComponentDefinition(subject))
  const provider = read(writeProviderSsp(subject))
  const client = read(writeClientSsp(subject))

  test.skipIf(!schemasAreThere)('is valid against NIST’s schemas', () => {
    expect(schemaFaults('component', component)).toEqual([])
    expect(schemaFaults('ssp', provider)).toEqual([])
    expect(schemaFaults('ssp', client)).toEqual([])
  })

  test('has no broken reference, within or between the documents', () => {
    const found = checkOscalFiles([component, provider, client]).flatMap(({ findings }) => findings)
    expect(found.filter(({ code }) => code !== 'responsibility-unmet')).toEqual([])
    const tree = readTree(provider)!
    const own = tree.of('parties').filter((node) => ['msp', 'client'].includes(kindOf(node)))
    const known = new Set(own.map((node) => textIn(node, 'uuid')))
    const unmet = found.map(({ at }) => tree.of('responsibilities').find((node) => pointer(node) === at)!)
    expect(unmet.filter((node) => partiesOf(node).some((party) => known.has(party)))).toEqual([])
  })

  test('has a statement for each objective, on both sides', () => {
    const wanted = proof.objectives.map(({ target }) => target.ref).toSorted()
    for (const plan of [provider, client]) {
      const ids = readTree(plan)!
        .of('statements')
        .map((node) => readToken(textIn(node, 'statement-id')!)!)
      expect(ids.map(({ framework, id }) => `${framework}:${id}`).toSorted()).toEqual(wanted)
    }
  })

  test('can be limited to one framework, and its UUIDs stay', () => {
    const { id } = matrix.frameworks[0]!
    const all = readTree(client)!.byUuid
    const some = readTree(read(writeClientSsp({ ...subject, framework: id })))!
    const statements = some.of('statements').map((node) => textIn(node, 'uuid')!)
    expect(statements.length).toBeGreaterThan(0)
    expect(statements.filter((uuid) => !all.has(uuid))).toEqual([])
  })
})

test('every id of every shipped framework has a legal token of its own that leads back', () => {
  const tokens = new Map<string, string>()
  for (const framework of loadFrameworks().values())
    for (const requirement of framework.requirements) {
      const pairs = [
        [tokenOf(framework.id, requirement.id), requirement.id],
        ...requirement.objectives.map(({ id }) => [statementToken(framework.id, requirement.id, id), id]),
      ] as const
      for (const [token, id] of pairs as readonly (readonly [string, string])[]) {
        expect(token).toMatch(tokenPattern)
        expect(readToken(token)).toEqual({ framework: framework.id, id })
        expect(tokens.get(token)).toBeUndefined()
        tokens.set(token, id)
      }
    }
  expect(tokens.size).toBeGreaterThan(700)
})
