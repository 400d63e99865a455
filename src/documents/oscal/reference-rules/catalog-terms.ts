// Controls and parameters that a document names: known to the catalogs given with it, or to the catalog itself.
import { pointer, textIn } from './oscal-tree.ts'
import type { OscalNode, OscalTree } from './oscal-tree.ts'
import { caution, fault, quoted } from './rule.ts'
import type { Rule } from './rule.ts'

function idsIn(trees: readonly OscalTree[], kind: string): ReadonlySet<string | undefined> {
  return new Set(trees.flatMap((tree) => tree.of(kind)).map((node) => textIn(node, 'id')))
}

function catalogs(others: readonly OscalTree[]): readonly OscalTree[] {
  return others.filter(({ root }) => root === 'catalog')
}

/** Silent where no catalog was given: then nothing is known of its controls. */
export const controlsKnown: Rule = (tree, others) => {
  const given = catalogs(others)
  if (given.length === 0 || tree.root === 'catalog') return []
  const controls = idsIn(given, 'controls')
  const params = idsIn(given, 'params')
  return [
    ...tree
      .of('implemented-requirements')
      .filter((node) => !controls.has(textIn(node, 'control-id')))
      .map((node) => unknown(node, 'control-id', 'control')),
    ...tree
      .of('set-parameters')
      .filter((node) => !params.has(textIn(node, 'param-id')))
      .map((node) => unknown(node, 'param-id', 'parameter')),
  ]
}

function unknown(node: OscalNode, field: string, called: string) {
  return caution(
    `${called}-unknown`,
    pointer(node, field),
    `none of the catalogs given has the ${called} ${quoted(textIn(node, field) ?? '')}`,
  )
}

const inserted = /\{\{ ?insert: ?param, ?([^\s{}]{1,200}) ?\}\}/g

/** Text of a catalog that inserts a parameter which it does not have. */
export const insertedParameters: Rule = (tree) => {
  if (tree.root !== 'catalog') return []
  const params = idsIn([tree], 'params')
  return tree.all.flatMap((node) =>
    Object.entries(node.value).flatMap(([field, held]) =>
      [held]
        .flat()
        .filter((text) => typeof text === 'string')
        .flatMap((text) => [...text.matchAll(inserted)].map((match) => match[1]!))
        .filter((id) => !params.has(id))
        .map((id) =>
          fault(
            'parameter-unknown',
            pointer(node, field),
            `the text inserts the parameter ${quoted(id)}, which this catalog does not have`,
          ),
        ),
    ),
  )
}
