// Good OSCAL documents of one small matrix, and ways to break them in one place.
import type { Finding } from '../../../core/finding.ts'
import type { Matrix } from '../../../core/matrix.ts'
import type { Subject } from '../../../core/rendition/rendition.ts'
import { activityWith, dutyWith, matrixOf, sampleMatrix } from '../../../core/testing/sample-matrix.ts'
import { subjectOf } from '../../../core/testing/sample-rendition.ts'
import { writeClientSsp } from '../client-ssp.ts'
import { writeComponentDefinition } from '../component-definition.ts'
import { writeProviderSsp } from '../provider-ssp.ts'
import { checkOscal, checkOscalFiles } from '../reference-rules/check-oscal.ts'
import { readTree } from '../reference-rules/oscal-tree.ts'
import type { OscalNode, OscalTree } from '../reference-rules/oscal-tree.ts'

const matrix: Matrix = {
  ...matrixOf(...sampleMatrix.activities, {
    ...activityWith(
      dutyWith({ party: 'client', role: 'office manager' }),
      dutyWith({ role: 'service desk', does: 'Close the accounts' }),
      dutyWith({ party: 'night-soc', offering: 'monitoring', role: 'analyst', does: 'Watch for sign-ins' }),
    ),
    id: 'watch',
  }),
  offerings: [...sampleMatrix.offerings, { id: 'monitoring', by: 'night-soc' }],
}

function written(write: (subject: Subject) => Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(write(subjectOf(matrix))))
}

export const catalog = {
  catalog: {
    uuid: '716002a4-2422-498a-82e1-db4e20298f60',
    metadata: { title: 'A catalog', 'last-modified': '2026-01-01T00:00:00Z', version: '1', 'oscal-version': '1.2.2' },
    groups: [
      {
        id: 'ac',
        title: 'Access',
        controls: [
          {
            id: 'ac-1',
            title: 'Policy',
            params: [{ id: 'ac-1_prm_1', label: 'how often' }],
            links: [{ href: '#ac-2', rel: 'related' }],
            parts: [{ id: 'ac-1_smt', name: 'statement', prose: 'Review it {{ insert: param, ac-1_prm_1 }}.' }],
          },
          { id: 'ac-2', title: 'Accounts' },
        ],
      },
    ],
  },
}

export const documents = {
  provider: written(writeProviderSsp),
  client: written(writeClientSsp),
  component: written(writeComponentDefinition),
  catalog,
}
export type Name = keyof typeof documents

/** A copy with one change. The client's plan is checked beside the provider's. */
export function broken(name: Name, change: (tree: OscalTree) => void): readonly Finding[] {
  const value = structuredClone(documents[name])
  change(readTree(value)!)
  return name === 'client' ? checkOscalFiles([value, documents.provider])[0]!.findings : checkOscal(value)
}

/** Changes a field of the document itself. */
export function set(node: OscalNode | undefined, field: string, value: unknown): void {
  ;(node!.value as Record<string, unknown>)[field] = value
}

function list(node: OscalNode | undefined, field: string): unknown[] {
  return node!.value[field] as unknown[]
}

export const stray = '00000000-0000-4000-8000-000000000000'

/** The first entry once more, with a UUID of its own. */
export function twice(node: OscalNode | undefined, field: string): void {
  const [first] = list(node, field)
  const copy = structuredClone(first) as Record<string, unknown>
  if ('uuid' in copy) copy['uuid'] = stray
  for (const inner of ['by-components', 'statements', 'props']) delete copy[inner]
  set(node, field, [...list(node, field), copy])
}
