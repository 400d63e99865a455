// The objectives whose standing changes, in a table; and the supported ceiling in words.
import type { Block, Cell, Line, Section } from '../paper/paper.ts'
import { sayReference } from '../views/say-duty.ts'
import { added, struck } from './marks.ts'
import type { CeilingChange, Standing, StandingChange } from './standing-change.ts'

export function standingSection(number: string, changes: readonly StandingChange[]): Section {
  const groups = Map.groupBy(changes, ({ objective }) => objective.target.framework.title)
  return {
    number,
    heading: 'Objectives whose standing changes',
    level: 1,
    blocks: [
      note(
        'What all the changes together do to the gap proof. Settled means allocated without a gap. It does not mean agreed, signed or implemented.',
      ),
      {
        kind: 'table',
        caption: 'Objectives whose standing changes',
        columns: [
          { title: 'Objective', weight: 4, ids: true },
          { title: 'What it asks', weight: 8 },
          { title: 'Standing', weight: 4 },
          { title: 'Why it is open', weight: 7 },
        ],
        groups: [...groups].map(([title, group]) => ({ title, rows: group.map(rowOf) })),
      },
    ],
  }
}

function rowOf({ ref, objective, before, after }: StandingChange): readonly Cell[] {
  const { summary } = objective.target.objective
  const why = after === 'open' ? [...new Set(objective.gaps.map(({ message }) => message))] : []
  return [
    [[{ text: sayReference(ref) }]],
    [[{ text: summary }]],
    [[...struck(say(before)), { text: ' ' }, ...added(say(after))]],
    why.map((text): Line => [{ text }]),
  ]
}

function say(standing: Standing): string {
  return standing.replace('-', ' ')
}

export function note(text: string): Block {
  return { kind: 'text', style: 'note', line: [{ text }] }
}

/** Never an SPRS score: that one scores implementation. */
export function sayCeiling({ framework, before, after }: CeilingChange): Line {
  const { max } = framework.scoring!
  const [was, is] = [before, after].map((ceiling) => (ceiling === undefined ? 'none' : String(ceiling.score)))
  const figures: Line = was === is ? [{ text: is! }] : [...struck(was!), { text: ' ' }, ...added(is!)]
  return [
    ...figures,
    { text: ` of ${max}${was === is ? ', unchanged' : ''}` },
    { text: after?.withheld === true ? `; with ${framework.scoring!.withhold} open no score can be submitted` : '' },
  ]
}
