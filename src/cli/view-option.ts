// The option that names a view; apart from the others, because the views are large to load.
import { viewNames } from '../core/views/catalogue.ts'
import type { Option } from './command.ts'

export const view = {
  type: 'string',
  value: 'VIEW',
  help: 'which view of the matrix',
  choices: viewNames,
} as const satisfies Option
