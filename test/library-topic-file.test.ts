// A mistake in a topic's file is told to the person who wrote it: the file, the activity, the field, and what to write.
import { describe, expect, test } from 'vitest'
import { readTopic } from '../src/library/template.ts'
import { LibraryError } from '../src/library/yaml-file.ts'

const written = `topic: backup
title: Backup
activities:
  - id: restore-drill
    title: Restore a file every month
    covers: ["soc2:A1.3"]
    accountable: msp
    duties:
      - party: msp
        offering: backup-recovery
        does: Restore a file that the client names
        timing: { every: 1 month }
        source: customary
        evidence: [restore report]
`

function toldOf(text: string): string {
  try {
    readTopic('backup.yaml', text)
  } catch (error) {
    if (error instanceof LibraryError) return error.issues.map(({ at, message }) => `${at}: ${message}`).join('\n')
    throw error
  }
  return 'nothing'
}

const row = 'backup.yaml: activities[0] (restore-drill)'
const oneClock = 'a timing is one of { every }, { within, after }, { before, event }, { on } or { keep, from }'
const slug = 'is a short name in lower-case letters, digits and hyphens, such as "msp" or "help-desk"'

/** What is replaced by what, and what the writer is told. */
const mistakes: readonly (readonly [mistake: string, what: string, by: string, told: string])[] = [
  ['no title', '    title: Restore a file every month\n', '', `${row}.title: a text is missing here`],
  [
    'an id with blanks',
    'restore-drill',
    'Restore Drill',
    `backup.yaml: activities[0] (Restore Drill).id: an activity id ${slug}`,
  ],
  ['no id', 'id: restore-drill\n    title', 'title', 'backup.yaml: activities[0].id: a text is missing here'],
  ['two clocks', 'every: 1 month', 'every: 1 month, on: a request', `${row}.duties[0].timing: ${oneClock}`],
  ['a bare clock', '{ every: 1 month }', 'monthly', `${row}.duties[0].timing: ${oneClock}`],
  ['a limit after nothing', 'every: 1 month', 'within: 1 day', `${row}.duties[0].timing: ${oneClock}`],
  ['a figure without a unit', 'every: 1 month', 'every: 3', `${row}.duties[0].timing: ${oneClock}`],
  [
    'a duty of nothing',
    'Restore a file that the client names',
    '" "',
    `${row}.duties[0].does: write something here or leave the field out`,
  ],
  [
    'a citation without its framework',
    'soc2:A1.3',
    'A1.3',
    `${row}.covers[0]: a reference is a framework id, a colon and the published id: "cmmc-l2:AC.L2-3.1.1[a]"`,
  ],
  [
    'a part without its name',
    '"soc2:A1.3"',
    '{ ref: "soc2:A1.3", prt: drill }',
    `${row}.covers[0]: part: a text is missing here`,
  ],
  [
    'a kind of duty that is none',
    'source: customary',
    'kind: do',
    `${row}.duties[0].kind: expected one of "does", "pays"`,
  ],
  [
    'an offering by its title',
    'backup-recovery',
    'Backup and recovery',
    `${row}.duties[0].offering: an offering id ${slug}`,
  ],
  ['a party by its name', 'accountable: msp', 'accountable: the MSP', `${row}.accountable: a party id ${slug}`],
  [
    'one part only',
    'activities:',
    'parts: { "soc2:A1.3": [whole] }\nactivities:',
    'backup.yaml: parts.soc2:A1.3: name at least two parts',
  ],
  ['a text instead of a list', '[restore report]', 'restore report', `${row}.duties[0].evidence: expected a list`],
  ['a list of one, without brackets', '["soc2:A1.3"]', '"soc2:A1.3"', `${row}.covers: expected a list`],
  ['a word for true', 'source: customary', 'own: indeed', `${row}.duties[0].own: expected true or false`],
  ['a field misspelt', 'accountable:', 'accountabel:', `${row}: "accountabel" is not a field here`],
  [
    'another topic',
    'topic: backup',
    'topic: backups',
    'backup.yaml: topic: the topic is "backups"; name the file backups.yaml',
  ],
]

/** Where the words are no YAML: the line, and what to try. */
const slips: readonly (readonly [slip: string, what: string, by: string, told: RegExp])[] = [
  ['a colon in a text', 'a file that', 'a file: one that', /line 11\b.*quotation marks around a text that holds ": "/s],
  [
    'a brace at its start',
    'does: Restore',
    'does: {file} Restore',
    /line 11\b.*quotation marks around .* starts with \{/s,
  ],
  ['a tab', '    title: Restore', '\ttitle: Restore', /Tabs are not allowed as indentation at line 5\b/],
  ['a column too far left', '    covers:', '   covers:', /line 6\b.*the same column/s],
  ['an open quotation', '"soc2:A1.3"', '"soc2:A1.3', /Missing closing "quote/],
  ['an open list', '"soc2:A1.3"]', '"soc2:A1.3"', /end with a \] at line 7\b/],
  ['a field twice', 'accountable: msp', 'accountable: msp\n    accountable: client', /line 8\b.*written twice/s],
]

describe('a topic file', () => {
  test('that is right is read', () => {
    expect(toldOf(written)).toBe('nothing')
    expect(readTopic('backup.yaml', written).activities[0]?.id).toBe('restore-drill')
  })

  test.each(mistakes)('with %s', (_, what, by, told) => {
    expect(written).toContain(what)
    expect(toldOf(written.replace(what, by))).toBe(told)
  })

  test.each(slips)('with %s', (_, what, by, told) => {
    expect(written).toContain(what)
    const message = toldOf(written.replace(what, by))
    expect(message).toMatch(/^backup\.yaml: this is not YAML: /)
    expect(message).toMatch(told)
  })

  test('with two mistakes tells both', () => {
    const text = written.replace('    title: Restore a file every month\n', '').replace('every: 1 month', 'every: 3')
    expect(toldOf(text).split('\n')).toEqual([
      `${row}.title: a text is missing here`,
      `${row}.duties[0].timing: ${oneClock}`,
    ])
  })
})
