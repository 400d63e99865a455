// Statements and requirements of a plan: each stands under its own control, and some component implements it.
import { pointer, textIn, within } from './oscal-tree.ts'
import { caution, fault, quoted } from './rule.ts'
import type { Rule } from './rule.ts'

export const implementedBySomething: Rule = (tree) => {
  if (tree.root !== 'system-security-plan') return []
  return tree
    .of('implemented-requirements')
    .filter((node) => [node, ...within(node, 'statements')].every((one) => within(one, 'by-components').length === 0))
    .map((node) =>
      fault(
        'no-by-component',
        pointer(node),
        `no component implements ${quoted(textIn(node, 'control-id') ?? '')}: add a by-component to it or to a statement`,
      ),
    )
}

/** `ac-2_smt.f` under `ac-3`: copied and not changed. */
export const statementOfControl: Rule = (tree) =>
  tree.of('implemented-requirements').flatMap((node) => {
    const control = textIn(node, 'control-id') ?? ''
    return within(node, 'statements').flatMap((statement) => {
      const id = textIn(statement, 'statement-id') ?? ''
      const end = id.search(/_(?:smt|obj)(?:\.|$)/)
      if (end === -1 || id.slice(0, end) === control) return []
      return caution(
        'statement-of-another-control',
        pointer(statement, 'statement-id'),
        `${quoted(id)} is a statement of ${quoted(id.slice(0, end))}, and stands under ${quoted(control)}`,
      )
    })
  })

export const systemItself: Rule = (tree) => {
  const [implementation] = tree.of('system-implementation')
  if (tree.root !== 'system-security-plan' || implementation === undefined) return []
  const [whole, ...more] = within(implementation, 'components').filter((node) => textIn(node, 'type') === 'this-system')
  if (whole === undefined)
    return [
      caution(
        'no-this-system',
        pointer(implementation, 'components'),
        'no component has the type “this-system”, which stands for the system as a whole',
      ),
    ]
  return more.map((node) =>
    caution(
      'this-system-repeated',
      pointer(node, 'type'),
      `“this-system” stands for the system as a whole, and ${quoted(textIn(whole, 'title') ?? '')} (${pointer(whole)}) does already`,
    ),
  )
}
