// Controls and parameters that a document names: known to the catalogs given with it, or to the catalog itself.
import type { Finding } from '../../../core/finding.ts'
import { pointer, textIn, textsIn, writtenIn } from './oscal-tree.ts'
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
  const requirements = tree.of('implemented-requirements')
  const strays = requirements.filter((node) => !controls.has(textIn(node, 'control-id')))
  const isOther = strays.length > 1 && strays.length === requirements.length
  return [
    ...(isOther ? [otherIds(strays, controls)] : strays.map((node) => unknown(node, 'control-id', 'control'))),
    ...tree
      .of('set-parameters')
      .filter((node) => !params.has(textIn(node, 'param-id')))
      .map((node) => unknown(node, 'param-id', 'parameter')),
  ]
}

/** Not one of its controls: the catalog is another, or writes its ids in another form. */
function otherIds(strays: readonly OscalNode[], controls: ReadonlySet<string | undefined>): Finding {
  const own = textIn(strays[0]!, 'control-id') ?? ''
  const theirs = [...controls].find((id) => id !== undefined)
  const example = theirs === undefined ? 'they hold no control' : `theirs look like ${quoted(theirs)}`
  return caution(
    'controls-of-another-catalog',
    pointer(strays[0]!, 'control-id'),
    `none of the ${strays.length} controls here stands in the catalogs given, so they were not checked: the ids here look like ${quoted(own)}, ${example}`,
  )
}

function unknown(node: OscalNode, field: string, called: string): Finding {
  return caution(
    `${called}-unknown`,
    pointer(node, field),
    `none of the catalogs given has the ${called} ${quoted(textIn(node, field) ?? '')}`,
  )
}

/** `{{ insert: param, ac-1_prm_1 }}`, and `{{ ac-1_prm_1 }}` as drafts of OSCAL 1.0 had it. */
const inserted = /(?<!\\)\{\{\s{0,9}(?:insert:\s{0,9})?(?:param\s{0,9}[,:]\s{0,9})?([^\s{}]{1,200})\s{0,9}\}\}/g

/** Whatever names a parameter that neither this document nor a catalog given with it has. */
export const parametersKnown: Rule = (tree, others) => {
  const given = catalogs(others)
  if (given.length === 0 && tree.root !== 'catalog') return []
  const params = idsIn([tree, ...given], 'params')
  const whose = tree.root === 'catalog' ? 'this catalog does not have' : 'none of the catalogs given has'
  const say = tree.root === 'catalog' ? fault : caution
  const texts = writtenIn(tree).flatMap(({ text, at }) =>
    [...text.matchAll(inserted)].map((match) => ({ at, id: match[1]!, verb: 'the text inserts' })),
  )
  const leaning = [...tree.of('params'), ...tree.of('set-parameters')].flatMap((node) =>
    textsIn(node, 'depends-on').map(({ text, at }) => ({ at, id: text, verb: 'it depends on' })),
  )
  return [...texts, ...leaning]
    .filter(({ id }) => !params.has(id))
    .map(({ at, id, verb }) => say('parameter-unknown', at, `${verb} the parameter ${quoted(id)}, which ${whose}`))
}
