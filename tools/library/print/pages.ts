// The library as it is printed into docs: a front page, a page a topic and a page a profile.
import { loadTopics } from '../../../src/library/template.ts'
import type { Library } from '../library.ts'
import { frontPage } from './front-page.ts'
import { profilePage } from './profile-page.ts'
import { topicPage } from './topic-page.ts'

/** By path within `docs/`; the same library gives the same text. */
export function pagesOf(library: Library): ReadonlyMap<string, string> {
  const topics = loadTopics()
  return new Map([
    ['library.md', `${frontPage(library, topics)}\n`],
    ...topics.map((topic) => [`library/${topic.topic}.md`, `${topicPage(topic, library)}\n`] as const),
    ...library.profiles.map((profile) => [`library/profile-${profile.id}.md`, `${profilePage(profile)}\n`] as const),
  ])
}
