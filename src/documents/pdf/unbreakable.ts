// What stands on one page or not at all, such as a running head or a signature block, has a length that it must not pass.
import type { Issue } from '../../core/issue.ts'
import type { Block, Paper, Signer } from '../../core/paper/paper.ts'
import { Refusal } from '../../core/refusal.ts'

type Measured = readonly [at: string, text: string, most: number]

/** Characters; well below what would run off the page. */
const most = { running: 300, head: 200, group: 800, signer: 400, heading: 600 }

/** Throws a refusal that names each text that is too long for its place. */
export function checkLengths(paper: Paper): void {
  const issues = measured(paper).flatMap(([at, text, longest]): readonly Issue[] =>
    text.length <= longest ? [] : [{ at, message: `is ${text.length} characters long; ${longest} fit there` }],
  )
  if (issues.length > 0)
    throw new Refusal('invalid', 'a text is too long for its place on the page: shorten it', issues)
}

function measured(paper: Paper): readonly Measured[] {
  return [
    ['header', paper.header, most.running],
    ['footer', paper.footer, most.running],
    ['draft', paper.draft ?? '', most.running],
    ['cover, title', paper.cover?.title ?? '', most.heading],
    ...paper.sections.flatMap(({ heading, blocks }): readonly Measured[] => [
      [`section “${heading.slice(0, 60)}”, heading`, heading, most.heading],
      ...blocks.flatMap((block) => inBlock(`section “${heading.slice(0, 60)}”`, block)),
    ]),
  ]
}

function inBlock(at: string, block: Block): readonly Measured[] {
  if (block.kind === 'signatures') return block.signers.flatMap((signer) => inSigner(at, signer))
  if (block.kind !== 'table') return []
  return [
    [`${at}, caption`, block.caption, most.group],
    ...block.columns.map(({ title }): Measured => [`${at}, head of a column`, title, most.head]),
    ...block.groups.map(({ title }): Measured => [`${at}, title of a group`, title ?? '', most.group]),
  ]
}

function inSigner(at: string, { capacity, legalName, lines }: Signer): readonly Measured[] {
  const place = `${at}, signature of ${legalName.slice(0, 60)}`
  return [
    [place, legalName, most.signer],
    [place, capacity, most.signer],
    ...lines.map(([label, value]): Measured => [`${place}, ${label.slice(0, 60)}`, `${label} ${value}`, most.signer]),
  ]
}
