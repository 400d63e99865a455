import { expect, test } from 'vitest'
import type { Activity } from '../activity.ts'
import type { Context } from '../context.ts'
import type { Framework, Requirement } from '../framework.ts'
import type { Matrix } from '../matrix.ts'
import { checkWrongCitation } from './wrong-citation.ts'

const requirements: readonly (readonly [id: string, title: string, summary: string, terms: readonly string[]])[] = [
  [
    'C7.1',
    'Vulnerability detection',
    'New weaknesses are found.',
    ['vulnerability scanning', 'vulnerability management'],
  ],
  ['C7.3', 'Event evaluation', 'Security events are judged.', ['alert triage', 'severity rating']],
  ['C7.4', 'Incident response', 'Incidents are contained.', ['incident handling', 'containment']],
  [
    'C8.1',
    'Change management',
    'Changes are approved, tested and put in place.',
    ['change control', 'change approval', 'change request'],
  ],
  ['C9.1', 'Escort visitors', 'Guests are accompanied.', ['visitor escort', 'visitor badge']],
  ['C9.2', 'Visitor records', 'Who came is written down.', ['visitor log', 'sign-in sheet']],
]

/** Rarity counts only among many: the other requirements of a real framework, each with words of its own. */
const others = Array.from({ length: 60 }, (_, number) =>
  requirement(`X${number}`, `Matter xq${number}a xq${number}b`, `About xq${number}c.`),
)

function requirement(
  id: string,
  title: string,
  summary: string,
  attributes: Requirement['attributes'] = {},
): Requirement {
  return {
    id,
    family: id.slice(0, 2),
    title,
    summary,
    citation: id,
    objectives: ['[a]', '[b]'].map((letter) => ({ id: `${id}${letter}`, summary })),
    attributes,
  }
}

const framework: Framework = {
  id: 'sample',
  title: 'Sample',
  edition: '1',
  asOf: '2026-11-23',
  source: 'none',
  nouns: {
    family: 'family',
    requirement: 'requirement',
    requirements: 'requirements',
    objective: 'objective',
    objectives: 'objectives',
  },
  families: [],
  requirements: [
    ...requirements.map(([id, title, summary]) => requirement(id, title, summary)),
    requirement('C8.1-spec', 'Emergency change management', 'Urgent changes are approved afterwards.', {
      parent: 'C8.1',
    }),
    ...others,
  ],
}

const context: Context = {
  frameworks: new Map([['sample', framework]]),
  terms: Object.fromEntries(requirements.map(([id, , , terms]) => [`sample:${id}`, terms])),
}

function findings(title: string, duties: readonly string[], covers: readonly string[]) {
  const activity: Activity = {
    id: 'row',
    title,
    topic: 'any',
    covers: covers.map((id) => `sample:${id}`),
    duties: duties.map((does) => ({ party: 'msp', does })),
  }
  return checkWrongCitation({ activities: [activity] } as unknown as Matrix, context)
}

const change = ['Implement change control process', 'Approve changes']

test.each([
  ['the row of a published template', 'Change management', change, ['C7.3'], 'C8.1'],
  ['an objective of the wrong requirement', 'Change management', change, ['C7.3[b]'], 'C8.1'],
  [
    'other forms of the same words',
    'Managing changes',
    ['Controls changes', 'Change requests are approved'],
    ['C7.4'],
    'C8.1',
  ],
  [
    'words in the duties that bear the title out',
    'Vulnerability management',
    ['Scan and remediate vulnerabilities'],
    ['C7.4'],
    'C7.1',
  ],
  ['visitors', 'Visitor escort', ['Escort visitors in the data center'], ['C8.1'], 'C9.1'],
])('is sure about %s', (_, title, duties, covers, better) => {
  const [found, ...more] = findings(title, duties, covers)
  expect(more).toEqual([])
  expect(found).toMatchObject({
    code: 'wrong-citation',
    severity: 'warning',
    activity: 'row',
    at: 'activities.row.covers[0]',
  })
  expect(found!.message).toContain(`are those of ${better} (`)
})

test.each([
  ['the right requirement', 'Change management', change, ['C8.1']],
  ['the right objective', 'Change management', change, ['C8.1[a]']],
  ['a specification of the standard that the words name', 'Change management', change, ['C8.1-spec']],
  [
    'the standard of the specification that the words name',
    'Emergency change management',
    ['Approve urgent changes afterwards'],
    ['C8.1'],
  ],
  ['several requirements of which one explains the words', 'Change management', change, ['C8.1', 'C7.3']],
  ['words that belong to none', 'Quarterly business review', ['Meet and talk about the roadmap'], ['C7.3']],
  [
    'a duty that names the cited requirement',
    'Visitor escort',
    ['Escort visitors, keep the visitor records'],
    ['C9.2'],
  ],
  [
    'words that speak for both',
    'Incident response after event evaluation',
    ['Rate the severity, then contain the incident'],
    ['C7.3'],
  ],
  ['an id that nobody published', 'Change management', change, ['C77.3']],
  ['nothing', 'Change management', change, []],
])('is silent about %s', (_, title, duties, covers) => {
  expect(findings(title, duties, covers)).toEqual([])
})

test('says "possibly" where the cited requirement shares words', () => {
  const [found] = findings(
    'Visitor escort',
    ['Escort visitors', 'Put visitors on the sign-in sheet and in the visitor log'],
    ['C9.2'],
  )
  expect(found).toMatchObject({ severity: 'note', message: expect.stringContaining('possibly') as string })
})

test('quotes the words as they stand', () => {
  expect(findings('Change management', change, ['C7.3'])[0]!.message).toBe(
    'cites C7.3 (Event evaluation), but its words are those of C8.1 (Change management): "change management", "approve changes"; cite C8.1 or reword',
  )
})

test('names every wrong requirement once, at its first cover', () => {
  const found = findings(
    'Change management',
    [...change, 'Record each change request and change approval'],
    ['C7.3[b]', 'C7.3[a]'],
  )
  expect(found.map(({ at }) => at)).toEqual(['activities.row.covers[0]'])
})

test('works from titles and summaries where no terms are known', () => {
  const activity = { id: 'row', title: 'Change management', covers: ['sample:C7.3'], duties: [] } as unknown as Activity
  expect(
    checkWrongCitation({ activities: [activity] } as unknown as Matrix, { frameworks: context.frameworks }),
  ).toHaveLength(1)
})
