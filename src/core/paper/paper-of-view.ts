// Any view as a paper: its preface first, then its tables, each under its title.
import type { Rendition } from '../rendition/rendition.ts'
import type { Table, View } from '../views/view.ts'
import { cellOf, plain } from './paper.ts'
import type { Column, Paper, Section } from './paper.ts'
import { shortDigest } from './short-digest.ts'

export function paperOfView(view: View, { branding, digest, date, signOff }: Rendition): Paper {
  return {
    name: view.name,
    title: view.title,
    language: 'en',
    header: branding.name ?? '',
    footer: `${view.title} · revision ${shortDigest(digest)}${signOff === undefined ? ', not signed' : ''}`,
    date,
    sections: [
      {
        heading: view.title,
        level: 1,
        orientation: 'landscape',
        blocks: view.intro.map((text) => ({ kind: 'text', style: 'note', line: plain(text) })),
      },
      ...[...view.preface, ...view.tables].map(sectionOf),
    ],
  }
}

function sectionOf({ title, columns, rows }: Table): Section {
  const table = {
    kind: 'table',
    caption: title,
    columns: columns.map(columnOf),
    groups: [{ rows: rows.map((row) => row.map(cellOf)) }],
  } as const
  return {
    heading: title,
    level: 2,
    blocks: rows.length === 0 ? [{ kind: 'text', style: 'note', line: plain('Nothing.') }] : [table],
  }
}

/** Views name these columns alike. */
const tones: Readonly<Record<string, NonNullable<Column['tone']>>> = { Ownership: 'ownership', Status: 'status' }

function columnOf(title: string): Column {
  const tone = tones[title]
  return { title, ...(tone === undefined ? {} : { tone }), ...(title === 'Id' ? { ids: true as const } : {}) }
}
