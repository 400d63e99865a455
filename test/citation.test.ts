// How well `wrong-citation` tells wrong from right with the shipped frameworks and terms: precision before recall.
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { loadTemplate } from '../src/library/template.ts'
import { coverRef } from '../src/core/activity.ts'
import { context, measure, swapped, trialOf } from './citation/measure.ts'
import type { Measure, Trial } from './citation/measure.ts'
import { heldOutRows, tuningRows } from './citation/rows.ts'

test.each([
  ['the rows it was tuned on', tuningRows],
  ['the rows kept apart', heldOutRows],
])('on %s, it accuses no right citation and finds most wrong ones', (_, rows) => {
  const measured = measure(rows.map(trialOf))
  expect(measured.accused).toEqual([])
  expect(precision(measured)).toBeGreaterThanOrEqual(0.97)
  expect(measured.found / measured.wrong).toBeGreaterThanOrEqual(0.8)
  expect(measured.foundOrPossible / measured.wrong).toBeGreaterThanOrEqual(0.9)
})

test('has over 150 rows of its own, of every framework, half of them wrong', () => {
  const rows = [...tuningRows, ...heldOutRows]
  expect(rows.length).toBeGreaterThanOrEqual(150)
  expect(new Set(rows.map(({ framework }) => framework))).toEqual(new Set(context.frameworks.keys()))
  expect(Math.abs(rows.filter(({ belongs }) => belongs.length > 0).length / rows.length - 0.5)).toBeLessThan(0.05)
  for (const { framework, cited, belongs } of rows) {
    const ids = context.frameworks.get(framework)!.requirements.map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining([cited, ...belongs]))
  }
})

test('finds the right rows kept apart when their id is swapped for any other', () => {
  const right = heldOutRows.map(trialOf).filter(({ wrong }) => !wrong)
  const measured = measure(swapped(right, () => new Set()))
  expect(measured.found / measured.wrong).toBeGreaterThanOrEqual(0.8)
})

const library = loadTemplate().activities.map(({ title, duties, covers }): Trial => ({
  title,
  duties: duties.map(({ does }) => does),
  cited: covers.map(coverRef),
  wrong: false,
}))

test('accuses no activity of the library, and doubts few', () => {
  expect(library.length).toBeGreaterThan(100)
  const measured = measure(library)
  expect(measured.accused).toEqual([])
  expect(measured.doubted.length / measured.right).toBeLessThan(0.02)
})

const StarterRows = z.object({
  rows: z.array(
    z.object({
      key: z.string(),
      framework: z.string(),
      id: z.string().nullable(),
      activity: z.string(),
      msp: z.string(),
      client: z.string(),
      should_cite: z.array(z.string()),
      also: z.array(z.string()),
      verdict: z.string(),
    }),
  ),
})

const published = new URL('../../shared/reference/starter-rows.json', import.meta.url)

test('on the published template, finds its wrong ids and accuses no corrected row', ({ skip }) => {
  if (!existsSync(published)) {
    console.log('skipped: ../shared/reference/starter-rows.json is not here')
    skip()
  }
  const { rows } = StarterRows.parse(JSON.parse(readFileSync(published, 'utf8')))
  const trials = rows.map((row) => ({
    row,
    trial: { title: row.activity, duties: [row.msp, row.client].filter((does) => !does.startsWith('N/A')) },
  }))
  const wrong = trials
    .filter(({ row }) => row.id !== null && row.verdict === 'wrong id')
    .map(({ row, trial }) => ({ ...trial, cited: [`${row.framework}:${row.id}`], wrong: true }))
  const right = trials.flatMap(({ row, trial }) =>
    row.should_cite.flatMap((id) =>
      citationOf(row.framework, id).map((cited) => ({ ...trial, cited: [cited], wrong: false })),
    ),
  )
  const measured = measure([...wrong, ...right])
  expect(measured.accused).toEqual([])
  expect(measured.found).toBeGreaterThanOrEqual(4)
  expect(measured.foundOrPossible / measured.wrong).toBeGreaterThanOrEqual(0.85)
  const elsewhere = measure(
    swapped(
      right,
      ({ title }) =>
        new Set(rows.filter(({ activity }) => activity === title).flatMap((row) => [...row.should_cite, ...row.also])),
    ),
  )
  expect(elsewhere.found / elsewhere.wrong).toBeGreaterThanOrEqual(0.8)
})

function citationOf(framework: string, id: string): readonly string[] {
  const places = framework === 'hipaa' ? ['hipaa', 'hipaa-breach'] : [framework]
  return places
    .filter((place) => context.frameworks.get(place)!.requirements.some((requirement) => requirement.id === id))
    .map((place) => `${place}:${id}`)
}

function precision({ found, accused }: Measure): number {
  return found / (found + accused.length)
}
