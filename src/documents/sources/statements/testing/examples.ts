// The shipped examples as subjects, composed with the real library.
import { readFileSync, readdirSync } from 'node:fs'
import { compose } from '../../../../core/compose.ts'
import { coverage } from '../../../../core/coverage.ts'
import { readDocument } from '../../../../core/matrix-document.ts'
import type { Subject } from '../../../../core/rendition/rendition.ts'
import { sampleRendition } from '../../../../core/testing/sample-rendition.ts'
import { crmView } from '../../../../core/views/crm.ts'
import { loadReaderContext } from '../../../../library/knowledge.ts'
import { loadTemplate } from '../../../../library/template.ts'
import { readValue } from '../../../read-value.ts'

const folder = new URL('../../../../../examples/', import.meta.url)

export const exampleNames = readdirSync(folder).filter((file) => file.endsWith('.yaml'))

export async function exampleSubject(file: string): Promise<Subject> {
  const context = loadReaderContext()
  const value = await readValue(readFileSync(new URL(file, folder)))
  const document = readDocument(value.ok ? value.value : undefined, context)
  if (!document.ok) throw new Error(`${file} cannot be read`)
  const matrix =
    document.value.kind === 'matrix'
      ? document.value.matrix
      : compose(document.value.engagement, loadTemplate(), context)
  return { matrix, context, proof: coverage(matrix, context), rendition: sampleRendition }
}

export interface CrmRow {
  readonly id: string
  readonly ownership: string
  readonly provider: string
  readonly client: string
}

/** As the crm view has them, by the words of a claim. */
export function crmRows(subject: Subject): readonly CrmRow[] {
  return crmView(subject)
    .tables.flatMap(({ rows }) => rows)
    .map(([id = '', , owner = '', provider = '', client = '']) => ({
      id,
      ownership: words[owner] ?? owner,
      provider,
      client,
    }))
}

const words: Readonly<Record<string, string>> = { 'not applicable': 'not-applicable', unassigned: 'unclear' }
