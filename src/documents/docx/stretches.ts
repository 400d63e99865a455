// A paper cut where its pages turn: each stretch is upright or on its side, and Word keeps it as a section of its own.
import type { Paper, Section } from '../../core/paper/paper.ts'
import type { Orientation } from './measures.ts'

export interface Placed {
  readonly section: Section
  /** begins a page within its stretch */
  readonly breaks: boolean
}

export interface Stretch {
  readonly orientation: Orientation
  /** the title and the contents stand at its head */
  readonly front: boolean
  readonly sections: readonly Placed[]
}

export function stretchesOf(paper: Paper): readonly Stretch[] {
  const [opening] = paper.sections
  let orientation: Orientation = paper.contents ? 'portrait' : (opening?.orientation ?? 'portrait')
  let sections: Placed[] = []
  const stretches: Stretch[] = [{ orientation, front: true, sections }]
  for (const section of paper.sections) {
    const turned: Orientation = section.orientation ?? orientation
    if (turned !== orientation) {
      orientation = turned
      sections = []
      stretches.push({ orientation, front: false, sections })
    }
    const afterContents = section === opening && paper.contents === true && sections === stretches[0]?.sections
    sections.push({ section, breaks: afterContents || (section.newPage === true && sections.length > 0) })
  }
  return stretches
}

/** Without a cover the title stands over the text, once. */
export function headTitle({ cover, title, sections }: Paper): string | undefined {
  return cover === undefined && sections[0]?.heading !== title ? title : undefined
}
