// What a provider's plan exports: something, and each responsibility tied to an entry that is provided beside it.
import { brief } from '../../../core/brief.ts'
import { pointer, textIn, within } from './oscal-tree.ts'
import { fault, quoted } from './rule.ts'
import type { Rule } from './rule.ts'

export const exportEmpty: Rule = (tree) =>
  tree
    .of('export')
    .filter((node) => within(node, 'provided').length + within(node, 'responsibilities').length === 0)
    .map((node) => fault('export-empty', pointer(node), 'it exports nothing: name what is provided, or leave it out'))

export const responsibilityTied: Rule = (tree) =>
  tree.of('export').flatMap((node) => {
    const provided = new Set(within(node, 'provided').map((entry) => textIn(entry, 'uuid')?.toLowerCase()))
    return within(node, 'responsibilities').flatMap((entry) => {
      const uuid = textIn(entry, 'provided-uuid')
      if (uuid === undefined || provided.has(uuid.toLowerCase())) return []
      const [elsewhere] = tree.byUuid.get(uuid.toLowerCase()) ?? []
      const where = elsewhere === undefined ? 'leads to nothing here' : `stands at ${pointer(elsewhere)}`
      return fault(
        'provided-unknown',
        pointer(entry, 'provided-uuid'),
        `${elsewhere === undefined ? quoted(uuid) : brief(uuid)} ${where}; it must be an entry of “provided” in the same export`,
      )
    })
  })
