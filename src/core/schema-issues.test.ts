import { describe, expect, test } from 'vitest'
import { Activity } from './activity.ts'
import { firstIssues, issuesOf, sayPath, suggest } from './schema-issues.ts'
import { leaver } from './testing/sample-matrix.ts'

function said(change: Record<string, unknown>): readonly string[] {
  const document = JSON.parse(JSON.stringify({ ...leaver, ...change })) as unknown
  const parsed = Activity.safeParse(document)
  return parsed.success ? [] : issuesOf(parsed.error, document).map(({ at, message }) => `${at}: ${message}`)
}

const [notify] = leaver.duties
const duty = (change: Record<string, unknown>) => ({ duties: [{ ...notify, ...change }] })

describe('what a schema refuses is said for the person who wrote it', () => {
  test.each<readonly [string, Record<string, unknown>, string]>([
    ['a missing text', { title: undefined }, 'title: a text is missing here'],
    ['a field left empty in YAML', { title: null }, 'title: a text is missing here'],
    ['a missing list', { duties: undefined }, 'duties: a list is missing here'],
    ['blanks', { title: '  ' }, 'title: write something here or leave the field out'],
    ['a number', { title: 2026 }, 'title: expected a text; put it in quotes: "2026"'],
    ['a yes', { handoff: true }, 'handoff: expected a text; put it in quotes: "true"'],
    ['a group', { handoff: {} }, 'handoff: expected a text'],
    ['a text for a list', { duties: 'MSP disables' }, 'duties: expected a list'],
    ['a misspelt field', { acountable: 'msp' }, 'the document: "acountable" is not a field here'],
    ['a misspelt field of a duty', duty({ evidense: [] }), 'duties[0]: "evidense" is not a field here'],
    ['a word that is none of the few', duty({ kind: 'helps' }), 'duties[0].kind: expected one of "does", "pays"'],
    ['a word for yes', duty({ own: 'yes' }), 'duties[0].own: expected true or false'],
    [
      'an id with blanks',
      { id: 'Leaver access' },
      'id: an activity id is a short name in lower-case letters, digits and hyphens, such as "msp" or "help-desk"',
    ],
    [
      'a citation without its framework',
      { covers: ['AC-1[a]'] },
      'covers[0]: a reference is a framework id, a colon and the published id: "cmmc-l2:AC.L2-3.1.1[a]"',
    ],
    ['a part of nothing', { covers: [{ part: 'x' }] }, 'covers[0]: ref: a text is missing here'],
    [
      'a timing in words',
      duty({ timing: 'quarterly' }),
      'duties[0].timing: a timing is one of { every }, { within, after }, { before, event }, { on } or { keep, from }',
    ],
    [
      'half a timing',
      duty({ timing: { within: '24 hours' } }),
      'duties[0].timing: a timing is one of { every }, { within, after }, { before, event }, { on } or { keep, from }',
    ],
    [
      'evidence that is a number',
      duty({ evidence: [7] }),
      'duties[0].evidence[0]: expected a text; put it in quotes: "7"',
    ],
    [
      'evidence without its name',
      duty({ evidence: [{ keptAt: 'the ticket' }] }),
      'duties[0].evidence[0]: what: a text is missing here',
    ],
    [
      'a day that is none',
      { reviewed: { by: 'Dana Reyes', date: '23.11.2026' } },
      'reviewed.date: a date is year-month-day: 2026-11-23',
    ],
    [
      'a question without a name',
      { placeholders: { ' ': { ask: 'x' } } },
      'placeholders. : the name of this field: write something here or leave the field out',
    ],
  ])('%s', (_, change, message) => {
    expect(said(change)).toEqual([message])
  })
})

test('a page of issues, and how many more there are', () => {
  const found = said({ covers: Array.from({ length: 45 }, () => 1) })
  expect(found).toHaveLength(21)
  expect(found.at(-1)).toBe('the document: and 25 more; mend these first')
})

test('a page exactly', () => {
  const issue = (at: number) => ({ at: String(at), message: 'x' })
  expect(firstIssues(Array.from({ length: 20 }, (_, at) => issue(at)))).toHaveLength(20)
  expect(firstIssues([])).toEqual([])
})

test('whatever would make the rest is not asked', () => {
  function* endless() {
    for (;;) yield { at: 'x', message: 'y' }
  }
  expect(firstIssues(endless())).toHaveLength(21)
})

test.each<readonly [string, readonly PropertyKey[], string]>([
  ['nothing', [], 'the document'],
  ['a field', ['title'], 'title'],
  ['an item with an id', ['activities', 0, 'duties', 1, 'does'], 'activities[0] (leaver).duties[1].does'],
  ['an item that is not there', ['activities', 7, 'title'], 'activities[7].title'],
  ['half a character', ['parameters', '\ud800'], 'parameters.\ufffd'],
])('a place is named by %s', (_, path, place) => {
  expect(sayPath(path, { title: 'x', activities: [{ id: 'leaver', duties: [{}, {}] }] })).toBe(place)
})

test('of very many known names only some are listed', () => {
  expect(
    suggest(
      'zzz',
      Array.from({ length: 500 }, (_, index) => `name-${index}`),
    ),
  ).toMatch(/^known here: "name-0", .{0,400} …$/)
})

test.each<readonly [string, readonly string[], string]>([
  ['soc', [], 'none is known here'],
  ['zzz', ['msp', 'client'], 'known here: "msp", "client"'],
  ['clint', ['msp', 'client'], 'did you mean "client"?'],
])('for "%s" among %o: %s', (word, known, suggestion) => {
  expect(suggest(word, known)).toBe(suggestion)
})
