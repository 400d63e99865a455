// Documents that have a meaning of their own as values, each told by what it holds: the first that knows it reads it.
import type { SourceDocument } from '../../../core/claims/source-document.ts'
import { readCaiq } from '../statements/caiq.ts'
import { readOpenControl } from '../statements/opencontrol.ts'
import { readComponentDefinition } from '../statements/oscal-components.ts'
import { readSecurityPlan } from '../statements/oscal-plan.ts'

export type ValueReader = (value: unknown) => SourceDocument | undefined

/** Of JSON and YAML. */
export const valueReaders: readonly ValueReader[] = [
  readSecurityPlan,
  readComponentDefinition,
  readOpenControl,
  readCaiq,
]
