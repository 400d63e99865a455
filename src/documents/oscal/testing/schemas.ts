// NIST's JSON schemas of OSCAL 1.2.2 beside the checkout; without them only our own rules judge.
import { existsSync, readFileSync } from 'node:fs'
import { Ajv } from 'ajv'

const shared = new URL('../../../../../shared/oscal/', import.meta.url)

export const schemasAreThere = existsSync(shared)

if (!schemasAreThere) process.stderr.write(`skipped: OSCAL schemas, which are not in ${shared.pathname}\n`)

export function sharedOscal(file: string): unknown {
  return JSON.parse(readFileSync(new URL(file, shared), 'utf8'))
}

const compiled = new Map<string, (value: unknown) => readonly string[]>()

/** What the schema of this model has against the value: `ssp`, `component`, `catalog`. */
export function schemaFaults(model: 'ssp' | 'component' | 'catalog', value: unknown): readonly string[] {
  const known = compiled.get(model) ?? compile(model)
  compiled.set(model, known)
  return known(value)
}

function compile(model: string): (value: unknown) => readonly string[] {
  const ajv = new Ajv({ strict: false, validateFormats: false })
  const validate = ajv.compile(sharedOscal(`oscal_${model}_schema.json`) as object)
  return (value) => {
    void validate(value)
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`)
  }
}
