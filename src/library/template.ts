// The shipped template: one YAML file a topic, written by hand, read whole and checked before anyone composes from it.
import { readdirSync } from 'node:fs'
import { z } from 'zod'
import { Activity } from '../core/activity.ts'
import { Reference } from '../core/identifiers.ts'
import type { Issue } from '../core/issue.ts'
import type { Offering, Template } from '../core/template.ts'
import { Text } from '../core/text.ts'
import { loadOfferings } from './offerings.ts'
import { loadSituations } from './situations.ts'
import { LibraryError, readShipped, readYaml } from './yaml-file.ts'

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

let shipped: Template | undefined

/** Read once: the library does not change while the program runs. */
export function loadTemplate(): Template {
  shipped ??= {
    ...assemble(loadTopics(), loadOfferings()),
    situations: loadSituations(),
  }
  return shipped
}

export function loadTopics(): readonly TopicFile[] {
  const files = readdirSync(new URL('./activities/', import.meta.url))
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .map((name) => named(name, readShipped(`activities/${name}`, TopicFile)))
  return inOrder(files)
}

export function readTopic(name: string, text: string): TopicFile {
  return named(name, readYaml(name, text, TopicFile))
}

function named(name: string, file: TopicFile): TopicFile {
  if (`${file.topic}.yaml` === name) return file
  throw new LibraryError([
    { at: `${name}: topic`, message: `the topic is "${file.topic}"; name the file ${file.topic}.yaml` },
  ])
}

const TopicsFile = z.strictObject({ topics: z.array(Text).readonly() })

/** In the order of topics.yaml, which names each file once. */
function inOrder(files: readonly TopicFile[]): readonly TopicFile[] {
  const order = readShipped('topics.yaml', TopicsFile).topics
  const astray = order.filter((id) => !files.some(({ topic }) => topic === id))
  const unnamed = files.map(({ topic }) => topic).filter((id) => !order.includes(id))
  if (astray.length + unnamed.length > 0)
    throw new LibraryError([
      ...astray.map((id) => ({ at: 'topics.yaml', message: `there is no activities/${id}.yaml` })),
      ...unnamed.map((id) => ({ at: 'topics.yaml', message: `the topic "${id}" is missing; say where it is read` })),
    ])
  return order.map((id) => files.find(({ topic }) => topic === id)!)
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
    topics: topics.map(({ topic, title, activities }) => ({
      id: topic,
      title,
      activities: activities.map(({ id }) => id),
    })),
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
