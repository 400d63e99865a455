// The styles of a Word document, so that whoever edits it changes a look in one place.
import { BorderStyle, LineRuleType, UnderlineType } from 'docx'
import type { IParagraphStyleOptions, IRunStylePropertiesOptions, IStylesOptions } from 'docx'
import type { Run } from '../../core/paper/paper.ts'
import type { Branding } from '../../core/rendition/branding.ts'
import { typeSizes } from './type-sizes.ts'

/** Ids of our own styles, as paragraphs name them. */
export const styles = {
  kicker: 'DemarcKicker',
  between: 'DemarcBetween',
  clause: 'DemarcClause',
  note: 'DemarcNote',
  notice: 'DemarcNotice',
  item: 'DemarcItem',
  contents: 'TOCHeading',
  head: 'DemarcTableHead',
  group: 'DemarcTableGroup',
  under: 'DemarcTableNote',
  cell: 'DemarcTableText',
  dense: 'DemarcTableDense',
  after: 'DemarcAfterTable',
  signLabel: 'DemarcSignatureLabel',
  signLine: 'DemarcSignatureLine',
  header: 'Header',
  draft: 'DemarcDraft',
  footer: 'Footer',
  grid: 'DemarcTable',
  facts: 'DemarcFacts',
} as const

export const characterStyles = {
  strong: 'DemarcStrong',
  muted: 'DemarcMuted',
  inserted: 'DemarcInserted',
  deleted: 'DemarcDeleted',
} as const satisfies Readonly<Record<NonNullable<Run['mark']>, string>>

export const inks = { text: '1f2428', muted: '555d66', rule: 'c4cbd2', inserted: '0b5c2e', deleted: '9b1c14' } as const

/** docx and Word want a colour without its mark. */
export function hex(colour: string): string {
  if (!/^#[\da-f]{6}$/iu.test(colour)) throw new Error(`${colour} is not a colour of the form #rrggbb`)
  return colour.slice(1).toLowerCase()
}

function sized(name: keyof typeof typeSizes, look: IRunStylePropertiesOptions = {}): Required<Look> {
  const { size, before, after, line } = typeSizes[name]
  return { run: { size, ...look }, paragraph: { spacing: { before, after, line, lineRule: LineRuleType.AUTO } } }
}

export function styleSheet(branding: Branding, document: IRunStylePropertiesOptions): IStylesOptions {
  const primary = hex(branding.primary)
  const text = sized('text')
  return {
    default: {
      document: { run: { ...document, ...text.run, color: inks.text }, paragraph: text.paragraph },
      title: { ...also(sized('title', { bold: true, color: primary }), { keepNext: true }), quickFormat: true },
      heading1: heading(0, sized('heading1', { bold: true, color: primary })),
      heading2: heading(1, sized('heading2', { bold: true, color: primary })),
      caption: {
        ...also(sized('caption', { bold: true, italics: false, color: primary }), { keepNext: true }),
        quickFormat: true,
      },
    },
    paragraphStyles: [...textStyles(primary), ...cellStyles(primary), ...pageStyles()],
    characterStyles: markStyles,
  }
}

type Look = Pick<IParagraphStyleOptions, 'run' | 'paragraph'>

function also({ run, paragraph }: Required<Look>, more: Required<Look>['paragraph']): Required<Look> {
  return { run, paragraph: { ...paragraph, ...more } }
}

function heading(outlineLevel: number, look: Required<Look>): DefaultStyle {
  return { ...also(look, { keepNext: true, keepLines: true, outlineLevel }), next: 'Normal', quickFormat: true }
}

type DefaultStyle = NonNullable<NonNullable<IStylesOptions['default']>['heading1']>

/** As people find it in Word's list of styles. */
function styled(id: string, name: string, look: Look): IParagraphStyleOptions {
  return { id, name, basedOn: 'Normal', quickFormat: true, ...look }
}

function textStyles(primary: string): readonly IParagraphStyleOptions[] {
  const bar = {
    indent: { start: 240 },
    border: { left: { style: BorderStyle.SINGLE, size: 18, space: 9, color: primary } },
  }
  return [
    styled('Subtitle', 'Subtitle', sized('subtitle', { color: inks.muted })),
    styled(
      styles.kicker,
      'Demarc Kicker',
      sized('kicker', { bold: true, allCaps: true, characterSpacing: 24, color: inks.muted }),
    ),
    styled(styles.between, 'Demarc Between', sized('between')),
    styled(styles.clause, 'Demarc Clause', sized('clause')),
    styled(styles.note, 'Demarc Note', also(sized('note', { color: inks.muted }), bar)),
    styled(styles.notice, 'Demarc Notice', also(sized('notice'), bar)),
    styled(styles.item, 'Demarc Item', sized('item')),
    styled(styles.contents, 'TOC Heading', also(sized('contents', { bold: true, color: primary }), { keepNext: true })),
    styled('TOC1', 'toc 1', sized('contents1', { bold: true })),
    styled('TOC2', 'toc 2', also(sized('contents2'), { indent: { start: 360 } })),
  ]
}

function cellStyles(primary: string): readonly IParagraphStyleOptions[] {
  const line = { style: BorderStyle.SINGLE, size: 6, space: 2, color: inks.muted }
  const title = { bold: true, color: primary }
  return [
    styled(styles.head, 'Demarc Table Head', also(sized('head', title), { keepNext: true })),
    styled(styles.group, 'Demarc Table Group', also(sized('group', title), { keepNext: true })),
    styled(styles.under, 'Demarc Table Note', also(sized('dense'), { keepNext: true })),
    styled(styles.cell, 'Demarc Table Text', sized('cell')),
    styled(styles.dense, 'Demarc Table Dense', sized('dense')),
    styled(styles.after, 'Demarc After Table', sized('afterTable')),
    styled(styles.signLabel, 'Demarc Signature Label', sized('signLabel', { color: inks.muted })),
    styled(
      styles.signLine,
      'Demarc Signature Line',
      also(sized('signLine'), { border: { bottom: line, between: line } }),
    ),
  ]
}

function pageStyles(): readonly IParagraphStyleOptions[] {
  return [
    styled(styles.header, 'header', sized('header', { color: inks.muted })),
    styled(styles.draft, 'Demarc Draft', sized('draft', { bold: true, color: inks.deleted })),
    styled(styles.footer, 'footer', sized('footer', { color: inks.muted })),
  ]
}

const markStyles = [
  { id: characterStyles.strong, name: 'Demarc Strong', run: { bold: true }, quickFormat: true },
  { id: characterStyles.muted, name: 'Demarc Muted', run: { color: inks.muted }, quickFormat: true },
  {
    id: characterStyles.inserted,
    name: 'Demarc Inserted',
    run: { color: inks.inserted, underline: { type: UnderlineType.DOUBLE, color: inks.inserted } },
    quickFormat: true,
  },
  {
    id: characterStyles.deleted,
    name: 'Demarc Deleted',
    run: { color: inks.deleted, strike: true },
    quickFormat: true,
  },
]
