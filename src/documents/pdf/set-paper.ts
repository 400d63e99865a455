// A paper as the typesetter's template takes it: all that must be measured is measured here, all that is drawn is drawn there.
import type { Cover, Paper, Section } from '../../core/paper/paper.ts'
import { familyOf } from './fonts.ts'
import type { FontSet } from './fonts.ts'
import type { Order } from './order.ts'
import { pageOf } from './page-geometry.ts'
import type { Orientation, Page } from './page-geometry.ts'
import { bodySize, setBlock, setFacts } from './set-block.ts'
import type { SetBlock } from './set-block.ts'
import { setText } from './set-line.ts'

interface SetSection {
  readonly level: number
  readonly number: string
  readonly heading: string
  readonly newPage: boolean
  readonly blocks: readonly SetBlock[]
}

interface Stretch {
  readonly orientation: Orientation
  readonly sections: readonly SetSection[]
}

export interface PaperData {
  /** what the text is not: looks, sizes, running heads */
  readonly style: unknown
  readonly paper: unknown
}

/** Plain JSON. */
export function setPaper({ paper, date, page, branding, attachments }: Order, fonts: readonly FontSet[]): PaperData {
  const { logo } = branding
  return {
    style: {
      title: paper.title,
      language: paper.language.split('-')[0],
      region: /-([A-Z]{2})\b/iu.exec(paper.language)?.[1] ?? null,
      date: date.split('-').map(Number),
      author: branding.name ?? '',
      pages: { portrait: pageOf(page, 'portrait'), landscape: pageOf(page, 'landscape') },
      fonts: inOrder(paper.language, fonts).map(familyOf),
      chinese: familyOf('chinese'),
      primary: branding.primary,
      tint: branding.tint,
      address: branding.address ?? '',
      logo: logo === undefined ? null : { format: logo.kind === 'jpeg' ? 'jpg' : logo.kind, alt: logo.alt },
      logoSize: logo === undefined ? null : fitted(logo),
      header: paper.header,
      footer: paper.footer,
      draft: paper.draft ?? '',
      contents: paper.contents === true,
      attachments: attachments.map(({ name, mediaType, description, relationship = 'source' }) => ({
        name,
        mediaType,
        description,
        relationship,
      })),
    },
    paper: {
      cover: paper.cover === undefined ? null : setCover(paper.cover, pageOf(page, 'portrait')),
      stretches: stretchesOf(paper, (orientation) => pageOf(page, orientation)),
    },
  }
}

/** Chinese signs before Japanese ones where the paper itself is Chinese. */
function inOrder(language: string, fonts: readonly FontSet[]): readonly FontSet[] {
  if (!/^zh\b/iu.test(language) || !fonts.includes('chinese')) return fonts
  return ['latin', ...fonts.filter((set) => set !== 'latin').sort((one) => (one === 'chinese' ? -1 : 0))]
}

/** Points: at most 150 wide and 54 high. */
function fitted({ width, height }: { readonly width: number; readonly height: number }): readonly [number, number] {
  const scale = Math.min(150 / width, 54 / height)
  return [width * scale, height * scale]
}

function setCover(cover: Cover, { room }: Page): unknown {
  return {
    kicker: setText(cover.kicker, room / 9.5),
    title: setText(cover.title, room / 26),
    subtitle: setText(cover.subtitle ?? '', room / 13),
    between: cover.between.map(({ capacity, legalName }) => [
      setText(legalName, room / 12),
      setText(capacity, room / 9),
    ]),
    facts: setFacts(
      cover.facts.map(([label, value]) => [label, [[{ text: value }]]]),
      room,
    ),
    notice: setText(cover.notice ?? '', (room - 30) / bodySize),
  }
}

function stretchesOf({ sections }: Paper, page: (orientation: Orientation) => Page): readonly Stretch[] {
  const stretches: { orientation: Orientation; sections: SetSection[] }[] = []
  let level = 0
  for (const section of sections) {
    const before = stretches.at(-1)
    const orientation = section.orientation ?? before?.orientation ?? 'portrait'
    level = Math.min(section.level, level + 1)
    const set = setSection(section, level, page(orientation))
    if (before?.orientation === orientation) before.sections.push(set)
    else stretches.push({ orientation, sections: [set] })
  }
  return stretches
}

function setSection(section: Section, level: number, { room }: Page): SetSection {
  return {
    level,
    number: section.number ?? '',
    heading: section.heading,
    newPage: section.newPage === true,
    blocks: section.blocks.map((block) => setBlock(block, section.heading, room)),
  }
}
