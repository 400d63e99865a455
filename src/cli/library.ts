// demarc library: what the shipped library holds, before anything is composed from it.
import { coverRef } from '../core/activity.ts'
import type { Activity } from '../core/activity.ts'
import { Refusal } from '../core/refusal.ts'
import { suggest } from '../core/schema-issues.ts'
import type { Template } from '../core/template.ts'
import { sayCitations } from '../core/views/say-duty.ts'
import { loadProfiles } from '../library/profiles.ts'
import type { Profile } from '../library/profiles.ts'
import { loadTemplate } from '../library/template.ts'
import type { Command } from './command.ts'
import { sayActivity, sayProfile } from './library-report.ts'
import * as options from './options.ts'
import type { Terminal } from './terminal.ts'
import { hang } from './wrap.ts'

export const libraryCommand: Command = {
  name: 'library',
  summary: 'Read the shipped library: a row, an offering, a provider profile, or who serves an objective',
  usage: ['library [--json]', 'library WORD [--json]'],
  details:
    'WORD is the id of an activity, a topic, an offering, a situation or a provider profile, or a published id such as 3.4.9[c], 164.308(a)(4)(ii)(C) or CC6.3. A provider profile is a list of claims to confirm: it settles nothing.',
  example: 'demarc library "3.5.3[c]"',
  takes: [0, 1],
  options: { json: options.json },
  run: async (given, terminal) => {
    const template = loadTemplate()
    const [word] = given.positionals
    const found = word === undefined ? contents(template) : find(word, template)
    terminal.out(given.flag('json') ? `${JSON.stringify(found.json, null, 2)}\n` : found.say(terminal))
    return 0
  },
}

interface Found {
  readonly json: unknown
  readonly say: (terminal: Terminal) => string
}

type Finder = (word: string, template: Template) => Found | undefined

const finders: readonly Finder[] = [activityById, offeringById, situationById, profileById, topicByName, byObjective]

function find(word: string, template: Template): Found {
  for (const finder of finders) {
    const found = finder(word, template)
    if (found !== undefined) return found
  }
  throw new Refusal(
    'invalid',
    `the library has nothing called "${word}"; ${suggest(word, namesIn(template))}. demarc library lists what there is`,
  )
}

function namesIn({ activities, offerings, situations = [] }: Template): readonly string[] {
  return [
    ...new Set(activities.flatMap(({ id, topic }) => [id, topic])),
    ...[...offerings, ...situations, ...loadProfiles()].map(({ id }) => id),
  ]
}

function activityById(word: string, { activities }: Template): Found | undefined {
  const activity = activities.find(({ id }) => id === word)
  return activity && { json: activity, say: (terminal) => sayActivity(activity, terminal) }
}

function offeringById(word: string, { activities, offerings }: Template): Found | undefined {
  const offering = offerings.find(({ id }) => id === word)
  if (offering === undefined) return undefined
  const served = activities.filter(({ duties }) => duties.some((duty) => duty.offering === word))
  return {
    json: { ...offering, activities: served.map(({ id }) => id) },
    say: (terminal) =>
      [
        terminal.style('bold', offering.title),
        hang('  Delivers          ', offering.delivers, terminal.width),
        hang('  Does not          ', offering.doesNot, terminal.width),
        hang('  For the contract  ', offering.contract, terminal.width),
        `\n${list(`${served.length} activities`, served, terminal)}`,
      ].join('\n'),
  }
}

function situationById(word: string, { activities, situations = [] }: Template): Found | undefined {
  const situation = situations.find(({ id }) => id === word)
  if (situation === undefined) return undefined
  const varied = activities.filter(({ variants = [] }) => variants.some(({ id }) => id === word))
  return {
    json: { ...situation, activities: varied.map(({ id }) => id) },
    say: (terminal) =>
      `${terminal.style('bold', situation.title)}\n${hang('  ', situation.ask, terminal.width)}\n\n${list('Rows that are divided otherwise', varied, terminal)}`,
  }
}

function profileById(word: string): Found | undefined {
  const profile = loadProfiles().find(({ id }) => id === word)
  return profile && { json: profile, say: (terminal) => sayProfile(profile, terminal) }
}

function topicByName(word: string, { activities }: Template): Found | undefined {
  const rows = activities.filter(({ topic }) => topic === word)
  return rows.length === 0
    ? undefined
    : { json: { topic: word, activities: rows }, say: (terminal) => list(word, rows, terminal) }
}

/** By the published id, whole or without its prefix: the objective itself, or all of its requirement's. */
function byObjective(word: string, { activities }: Template): Found | undefined {
  const serves = ({ covers }: Activity): boolean => covers.some((cover) => isCalled(coverRef(cover), word))
  const rows = activities.filter(serves)
  if (rows.length === 0) return undefined
  return {
    json: { objective: word, activities: rows },
    say: (terminal) => rows.map((activity) => sayActivity(activity, terminal)).join('\n'),
  }
}

/** The objective itself, its requirement, or a family above it: what follows the word begins a new part of the id. */
function isCalled(reference: string, word: string): boolean {
  const id = reference.slice(reference.indexOf(':') + 1)
  const wanted = plainId(word)
  return [reference, id, id.replace(/^[A-Z]{2}\.L2-/, '')]
    .map(plainId)
    .some((name) => name === wanted || (name.startsWith(wanted) && /^[.([]/.test(name.slice(wanted.length))))
}

/** As people type it: in any case, with blanks, a section sign or the title of the code before it. */
function plainId(text: string): string {
  return text
    .toLowerCase()
    .replace(/^(?:45 ?cfr)? ?(?:§+|sec(?:tion|\.)?)? ?/, '')
    .replaceAll(/\s/g, '')
}

function contents(template: Template): Found {
  const profiles = loadProfiles()
  const topics = Map.groupBy(template.activities, ({ topic }) => topic)
  const { offerings, situations = [], version } = template
  return {
    json: {
      version,
      topics: [...topics].map(([topic, rows]) => ({ topic, activities: rows.map(({ id }) => id) })),
      offerings,
      situations,
      profiles: profiles.map(({ id, title, mark, claims }) => ({ id, title, mark, claims: claims.length })),
    },
    say: (terminal) =>
      [
        `${template.activities.length} activities in ${topics.size} topics (version ${version})`,
        named(
          'Topics',
          [...topics].map(([topic, rows]) => [topic, `${rows.length} activities`]),
          terminal,
        ),
        named(
          'Offerings',
          offerings.map(({ id, title }) => [id, title]),
          terminal,
        ),
        named(
          'Situations',
          situations.map(({ id, ask }) => [id, ask]),
          terminal,
        ),
        named('Provider profiles (claims to confirm)', profiles.map(sayProfileLine), terminal),
      ].join('\n'),
  }
}

function sayProfileLine({ id, title, claims, mark }: Profile): readonly [string, string] {
  return [id, `${title}: ${claims.length} claims, ${mark}`]
}

function named(title: string, lines: readonly (readonly [string, string])[], terminal: Terminal): string {
  const said = lines.map(([id, text]) => `${hang(`  ${id.padEnd(29)} `, text, terminal.width)}\n`)
  return `\n${terminal.style('underline', title)}\n${said.join('')}`
}

function list(title: string, rows: readonly Activity[], terminal: Terminal): string {
  const said = rows.map((activity) => [
    terminal.style('bold', activity.id),
    hang('  ', `${activity.title} (${String(activity.accountable)} is accountable)`, terminal.width),
    terminal.style('dim', hang('  ', sayCitations(activity), terminal.width)),
  ])
  return `${terminal.style('underline', title)}\n${said.map((lines) => `${lines.join('\n')}\n`).join('')}`
}
