// The shipped template: one YAML file a topic, written by hand, read whole and checked before anyone composes from it.
import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { Activity } from '../core/activity.ts'
import { Reference } from '../core/identifiers.ts'
import type { Issue } from '../core/issue.ts'
import { Refusal } from '../core/refusal.ts'
import { issuesOf } from '../core/schema-issues.ts'
import type { Template } from '../core/template.ts'
import { Offering } from '../core/template.ts'
import { Text } from '../core/text.ts'

/** What a topic's file holds; the topic of its activities is the file's. */
export const TopicFile = z.strictObject({
  topic: Text,
  title: Text,
  parts: z.record(Reference, z.array(Text).min(2, 'name at least two parts').readonly()).optional(),
  activities: z.array(Activity.omit({ topic: true })).readonly(),
})
export type TopicFile = z.infer<typeof TopicFile>

const templateId = 'demarc-library'
const templateVersion = '0.1.0'

/** The library cannot be used as it stands: every mistake, with its file and place. */
export class LibraryError extends Refusal {
  constructor(issues: readonly Issue[]) {
    super('invalid', 'the activity library has mistakes', issues)
    this.name = 'LibraryError'
  }
}

const home = new URL('./', import.meta.url)

let shipped: Template | undefined

/** Read once: the library does not change while the program runs. */
export function loadTemplate(): Template {
  shipped ??= readTemplate(home)
  return shipped
}

function readTemplate(folder: URL): Template {
  const topics = readdirSync(new URL('activities/', folder))
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .map((name) => readTopic(name, readFileSync(new URL(`activities/${name}`, folder), 'utf8')))
  const offerings = readOfferings(readFileSync(new URL('offerings.yaml', folder), 'utf8'))
  return assemble(topics, offerings)
}

export function readTopic(name: string, text: string): TopicFile {
  const value = parseYaml(name, text)
  const parsed = TopicFile.safeParse(value)
  if (!parsed.success)
    throw new LibraryError(issuesOf(parsed.error, value).map(({ at, message }) => ({ at: `${name}: ${at}`, message })))
  if (`${parsed.data.topic}.yaml` !== name)
    throw new LibraryError([
      { at: `${name}: topic`, message: `the topic is "${parsed.data.topic}"; name the file ${parsed.data.topic}.yaml` },
    ])
  return parsed.data
}

function readOfferings(text: string): readonly Offering[] {
  const value = parseYaml('offerings.yaml', text)
  const parsed = z.strictObject({ offerings: z.array(Offering).readonly() }).safeParse(value)
  if (!parsed.success)
    throw new LibraryError(
      issuesOf(parsed.error, value).map(({ at, message }) => ({ at: `offerings.yaml: ${at}`, message })),
    )
  return parsed.data.offerings
}

/** Topics put together; an activity or a list of parts that stands in two files is a mistake. */
function assemble(topics: readonly TopicFile[], offerings: readonly Offering[]): Template {
  const issues = [
    ...twice(topics, 'activity', ({ activities }) => activities.map(({ id }) => id)),
    ...twice(topics, 'list of parts', ({ parts }) => Object.keys(parts ?? {})),
  ]
  if (issues.length > 0) throw new LibraryError(issues)
  return {
    id: templateId,
    version: templateVersion,
    offerings,
    parts: Object.assign({}, ...topics.map(({ parts }) => parts ?? {})) as Template['parts'],
    activities: topics.flatMap(({ topic, activities }) => activities.map((activity) => ({ ...activity, topic }))),
  }
}

function twice(
  topics: readonly TopicFile[],
  what: string,
  namesOf: (topic: TopicFile) => readonly string[],
): readonly Issue[] {
  const first = new Map<string, string>()
  return topics.flatMap((topic) =>
    namesOf(topic).flatMap((name) => {
      const earlier = first.get(name)
      if (earlier === undefined) first.set(name, topic.topic)
      return earlier === undefined
        ? []
        : [{ at: `${topic.topic}.yaml: ${name}`, message: `this ${what} stands in ${earlier}.yaml already; keep one` }]
    }),
  )
}

function parseYaml(name: string, text: string): unknown {
  try {
    return parse(text) as unknown
  } catch (error) {
    throw new LibraryError([{ at: name, message: `this is not YAML: ${yamlFault(error)}` }])
  }
}

/** The parser's word and line, then what to try: its own words are for programmers. */
function yamlFault(error: unknown): string {
  const said = (error instanceof Error ? error.message : String(error)).trimEnd()
  const advice = advices.find(([fault]) => fault.test(said))?.[1]
  return advice === undefined ? said : `${said}\n${advice}`
}

const advices: readonly (readonly [fault: RegExp, advice: string])[] = [
  [
    /Nested mappings|Unexpected scalar|Implicit keys/,
    'Put quotation marks around a text that holds ": " or " #", or starts with { [ * & ! | > % @ or a quotation mark.',
  ],
  [
    /Sequence item without|same column|Bad indentation/,
    'The fields of one activity, or of one duty, start in the same column.',
  ],
  [/Map keys must be unique/, 'A field is written twice in one place: keep one.'],
]
