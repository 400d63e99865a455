// A reference rule: what JSON Schema cannot see in an OSCAL document, alone or beside the documents that it leans on.
import { brief } from '../../../core/brief.ts'
import type { Finding, Severity } from '../../../core/finding.ts'
import type { OscalTree } from './oscal-tree.ts'

/** `others` are the further files of the same run; none when one file is checked alone. */
export type Rule = (tree: OscalTree, others: readonly OscalTree[]) => readonly Finding[]

export function fault(code: string, at: string, message: string): Finding {
  return finding('error', code, { at, message })
}

export function caution(code: string, at: string, message: string): Finding {
  return finding('warning', code, { at, message })
}

function finding(severity: Severity, code: string, where: Pick<Finding, 'at' | 'message'>): Finding {
  return { code, severity, activity: null, ...where }
}

export function quoted(text: string): string {
  return `"${brief(text)}"`
}

const names: Readonly<Record<string, string>> = {
  parties: 'a party',
  locations: 'a location',
  roles: 'a role',
  components: 'a component',
  capabilities: 'a capability',
  resources: 'a back-matter resource',
  'by-components': 'a by-component',
  'implemented-requirements': 'an implemented requirement',
  statements: 'a statement',
  provided: 'an entry of “provided”',
  responsibilities: 'a responsibility',
  inherited: 'an entry of “inherited”',
  satisfied: 'an entry of “satisfied”',
  'leveraged-authorizations': 'a leveraged authorization',
  'inventory-items': 'an inventory item',
  users: 'a user',
  groups: 'a group',
  controls: 'a control',
  parts: 'a part',
}

/** What a field of OSCAL holds, as one says it: "a party". */
export function sayKind(kind: string): string {
  return names[kind] ?? `the "${brief(kind)}"`
}
