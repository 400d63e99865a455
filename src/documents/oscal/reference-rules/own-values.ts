// OSCAL's own properties where a control is implemented: which names it has there, and which values they take.
import { pointer, isOscals, textIn, within } from './oscal-tree.ts'
import type { OscalTree } from './oscal-tree.ts'
import { caution, fault, quoted } from './rule.ts'
import type { Rule } from './rule.ts'

const originations = ['organization', 'system-specific', 'customer-configured', 'customer-provided', 'inherited']

function implementationProps(tree: OscalTree) {
  if (tree.root !== 'system-security-plan') return []
  return ['implemented-requirements', 'statements', 'by-components']
    .flatMap((kind) => tree.of(kind))
    .flatMap((node) => within(node, 'props'))
    .filter(isOscals)
}

export const controlOrigination: Rule = (tree) =>
  implementationProps(tree)
    .filter((prop) => textIn(prop, 'name') === 'control-origination')
    .filter((prop) => !originations.includes(textIn(prop, 'value') ?? ''))
    .map((prop) =>
      fault(
        'control-origination',
        pointer(prop, 'value'),
        `${quoted(textIn(prop, 'value') ?? '')} is none of ${originations.join(', ')}`,
      ),
    )

/** A name of somebody's own without a namespace is taken for one of OSCAL's. */
export const propertyNamespace: Rule = (tree) =>
  implementationProps(tree)
    .filter((prop) => !['control-origination', 'marking'].includes(textIn(prop, 'name') ?? ''))
    .map((prop) =>
      caution(
        'property-without-namespace',
        pointer(prop, 'name'),
        `OSCAL has no property ${quoted(textIn(prop, 'name') ?? '')} here; if it is yours, give it a namespace (ns)`,
      ),
    )

export const implementationPoint: Rule = (tree) =>
  tree
    .of('components')
    .flatMap((node) => within(node, 'props'))
    .filter((prop) => isOscals(prop) && textIn(prop, 'name') === 'implementation-point')
    .filter((prop) => !['internal', 'external'].includes(textIn(prop, 'value') ?? ''))
    .map((prop) =>
      fault(
        'implementation-point',
        pointer(prop, 'value'),
        `${quoted(textIn(prop, 'value') ?? '')} is neither internal nor external`,
      ),
    )

/** "Other" says nothing by itself. */
export const stateExplained: Rule = (tree) =>
  tree
    .of('status')
    .filter((node) => textIn(node, 'state') === 'other' && textIn(node, 'remarks') === undefined)
    .map((node) => caution('state-unexplained', pointer(node), 'the state is “other”; say in remarks which'))
