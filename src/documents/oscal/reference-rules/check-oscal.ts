// The reference rules over one OSCAL document, or over several that lean on each other.
import { bySeverity } from '../../../core/finding.ts'
import type { Finding } from '../../../core/finding.ts'
import { controlsKnown, parametersKnown } from './catalog-terms.ts'
import { exportEmpty, responsibilityTied } from './exports.ts'
import { inheritedFromSomewhere, leveraging, responsibilitiesMet } from './leveraging.ts'
import { links, linksInProse, sources } from './links.ts'
import { readTree, roots } from './oscal-tree.ts'
import { controlOrigination, implementationPoint, propertyNamespace, stateExplained } from './own-values.ts'
import { authorizations, memberOfPerson, references, rolesDeclared } from './references.ts'
import { assetIds, catalogIds, repeated } from './repeated.ts'
import { fault } from './rule.ts'
import type { Rule } from './rule.ts'
import { implementedBySomething, statementOfControl, systemItself } from './statements.ts'
import { uuidMalformed, uuidRepeated } from './uuids.ts'
import { timeZone, tokenForm } from './written-forms.ts'

const rules: readonly Rule[] = [
  uuidMalformed,
  uuidRepeated,
  references,
  memberOfPerson,
  rolesDeclared,
  authorizations,
  links,
  linksInProse,
  sources,
  repeated,
  catalogIds,
  assetIds,
  controlOrigination,
  propertyNamespace,
  implementationPoint,
  stateExplained,
  tokenForm,
  timeZone,
  implementedBySomething,
  statementOfControl,
  systemItself,
  exportEmpty,
  responsibilityTied,
  leveraging,
  responsibilitiesMet,
  inheritedFromSomewhere,
  controlsKnown,
  parametersKnown,
]

export interface CheckedOscal {
  /** `system-security-plan`, `catalog`; undefined where it is no OSCAL document */
  readonly root: string | undefined
  readonly findings: readonly Finding[]
}

export function checkOscal(value: unknown): readonly Finding[] {
  return checkOscalFiles([value])[0]!.findings
}

/** In the order given; what one file refers to is looked for in the others. */
export function checkOscalFiles(values: readonly unknown[]): readonly CheckedOscal[] {
  const trees = values.map(readTree)
  return trees.map((tree, index): CheckedOscal => {
    if (tree === undefined) return { root: undefined, findings: [notOscal] }
    const others = trees.filter((other, at) => other !== undefined && at !== index).map((other) => other!)
    return { root: tree.root, findings: rules.flatMap((rule) => rule(tree, others)).toSorted(bySeverity) }
  })
}

const notOscal = fault('not-oscal', '', `it is no OSCAL document: one of ${roots.join(', ')} must stand at its top`)
