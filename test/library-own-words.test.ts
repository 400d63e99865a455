// Our text is our own: no text of the library shares a run of eight words with the reference.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readJson } from '../src/library/frameworks.ts'
import { compareWithReference, reference, sharedText } from './library/reference.ts'
import { textsIn } from '../tools/library/library.ts'
import { frameworks, template, topics } from './library/shipped.ts'
import { runsOf, sharedRun } from '../tools/library/word-runs.ts'

const files = [
  'cmmc-level-2.json',
  'hipaa-security-rule.json',
  'hipaa-proposed-2025.json',
  'soc2-criteria.json',
  'consolidation.json',
  'starter-rows.json',
]

const home = new URL('../src/library/', import.meta.url)

function filesIn(folder: string, ending: string): readonly string[] {
  return readdirSync(new URL(`./${folder}`, home)).filter((name) => name.endsWith(ending))
}

function shared(
  texts: readonly (readonly [at: string, text: string])[],
  known: ReadonlySet<string>,
): readonly string[] {
  return texts.flatMap(([at, text]) => {
    const run = sharedRun(text, known)
    return run === undefined ? [] : [`${at}: "${run}"`]
  })
}

/** Titles of requirements and families are official names, and facts. */
const official = /^(?:requirements\.\d+\.title|families\.\d+\.title)$/

compareWithReference('no run of eight words is shared with the reference', () => {
  const known = new Set(files.flatMap((name) => textsIn(reference(name)).flatMap(([, text]) => runsOf(text))))
  const offences = (value: unknown) =>
    shared(
      textsIn(value).filter(([at]) => !official.test(at)),
      known,
    )

  test('the reference was read', () => expect(known.size).toBeGreaterThan(5_000))
  test.each([...frameworks.keys()])('by %s', (id) => expect(offences(frameworks.get(id))).toEqual([]))
  test.each(topics.map((topic) => [topic.topic, topic] as const))('by %s.yaml', (_, topic) =>
    expect(offences(topic)).toEqual([]),
  )
  test('by the offerings', () => expect(offences(template.offerings)).toEqual([]))
  test.each(filesIn('', '.json'))('by %s', (name) => expect(offences(readJson(name))).toEqual([]))
  test('by a comment in the files that people write', () => {
    const lines = filesIn('activities/', '.yaml').flatMap((name) =>
      readFileSync(new URL(`activities/${name}`, home), 'utf8').split('\n'),
    )
    expect(offences(lines.filter((line) => line.trimStart().startsWith('#')))).toEqual([])
  })
})

compareWithReference('no run of eight words is shared with the four rows that show the level', () => {
  const known = new Set(sharedText('GOLD.md').split('\n').flatMap(runsOf))

  test('by any activity, its questions apart', () => {
    const written = template.activities.map(
      ({ covers: _covers, placeholders: _questions, notApplicable = [], ...activity }) => ({
        ...activity,
        notApplicable: notApplicable.map(({ refs: _refs, ...exemption }) => exemption),
      }),
    )
    expect(shared(textsIn(written), known)).toEqual([])
  })
})

describe('a shared run', () => {
  const known = new Set(runsOf('The quick brown fox jumps over the lazy dog'))

  test.each([
    [
      'eight words in a row',
      'See the QUICK brown fox jumps over the lazy cat',
      'the quick brown fox jumps over the lazy',
    ],
    [
      'marks between the words',
      'quick, brown (fox) jumps; over "the" lazy dog.',
      'quick brown fox jumps over the lazy dog',
    ],
    ['seven words only', 'brown fox jumps over the lazy dog', undefined],
    ['other words', 'A slow red fox walks around an idle hound', undefined],
  ])('%s', (_, text, run) => expect(sharedRun(text, known)).toBe(run))
})
