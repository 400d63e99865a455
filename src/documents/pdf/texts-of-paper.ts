// Every text that a paper prints, with the place where a reader finds it.
import { textOf } from '../../core/paper/paper.ts'
import type { Block, Cell, Line, Paper, Section } from '../../core/paper/paper.ts'
import type { Branding } from '../../core/rendition/branding.ts'

export interface PlacedText {
  readonly at: string
  readonly text: string
}

export function* textsOfPaper(paper: Paper, branding: Branding): Generator<PlacedText> {
  yield { at: 'title', text: paper.title }
  yield { at: 'header', text: `${paper.header} ${paper.draft ?? ''}` }
  yield { at: 'footer', text: paper.footer }
  yield { at: 'branding', text: [branding.name, branding.address, branding.logo?.alt].join(' ') }
  yield* onCover(paper)
  for (const section of paper.sections) yield* inSection(section)
}

function* onCover({ cover }: Paper): Generator<PlacedText> {
  if (cover === undefined) return
  const words = [cover.kicker, cover.title, cover.subtitle, cover.notice]
  yield { at: 'cover', text: words.join(' ') }
  for (const { capacity, legalName } of cover.between) yield { at: 'cover, parties', text: `${legalName} ${capacity}` }
  for (const [label, value] of cover.facts) yield { at: `cover, ${label}`, text: `${label} ${value}` }
}

function* inSection(section: Section): Generator<PlacedText> {
  const at = `section “${[section.number, section.heading].filter((part) => part !== undefined).join(' ')}”`
  yield { at, text: `${section.number ?? ''} ${section.heading}` }
  for (const block of section.blocks) yield* inBlock(at, block)
}

function* inBlock(at: string, block: Block): Generator<PlacedText> {
  switch (block.kind) {
    case 'text':
      yield { at, text: textOf([block.line]) }
      return
    case 'list':
      yield* block.items.map((item, index) => ({ at: `${at}, item ${index + 1}`, text: textOf([item]) }))
      return
    case 'facts':
      yield { at, text: block.caption }
      yield* block.rows.map(([label, cell]) => ({ at: `${at}, ${label}`, text: `${label} ${textOf(cell)}` }))
      return
    case 'table':
      yield* inTable(at, block)
      return
    case 'signatures':
      for (const { capacity, legalName, lines } of block.signers)
        yield { at: `${at}, signature of ${legalName}`, text: [capacity, legalName, ...lines.flat()].join(' ') }
  }
}

function* inTable(at: string, table: Extract<Block, { kind: 'table' }>): Generator<PlacedText> {
  yield { at, text: table.caption }
  for (const { title } of table.columns) yield { at: `${at}, heads of the columns`, text: title }
  for (const group of table.groups) {
    yield { at, text: `${group.title ?? ''} ${textOf(group.note ?? [])} ${textOf(group.foot ?? [])}` }
    for (const row of group.rows)
      for (const [index, cell] of row.entries()) yield { at: cellPlace(at, table, { row, index }), text: textOf(cell) }
  }
}

function cellPlace(
  at: string,
  { columns }: Extract<Block, { kind: 'table' }>,
  { row, index }: { readonly row: readonly Cell[]; readonly index: number },
): string {
  const first: Line | undefined = row[0]?.[0]
  const name = first === undefined ? '' : textOf([first]).slice(0, 60)
  return `${at}, row “${name}”, column “${columns[index]?.title ?? index + 1}”`
}
