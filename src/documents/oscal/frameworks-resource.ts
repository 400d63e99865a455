// What the control ids refer to. No profile of these frameworks is ours to name, so a resource of the document describes them.
import type { Framework } from '../../core/framework.ts'
import { objectivesOf } from '../../core/views/serving.ts'
import { prose } from './markup.ts'
import { prop } from './property.ts'
import type { Setting } from './setting.ts'
import type { Resource } from './shapes.ts'

const why =
  'Described here because no OSCAL profile is claimed. Control and statement ids are tokens of the published ids, which stand beside them as the property “label”.'

export function frameworksIn({ subject }: Setting): readonly Framework[] {
  return [...new Set(objectivesOf(subject).map(({ target }) => target.framework))]
}

export function frameworkResource(framework: Framework, { id }: Setting): Resource {
  const { title, edition, source, asOf } = framework
  return {
    uuid: id('framework', framework.id),
    title: prose(`${title} (${edition})`),
    description: why,
    props: [prop('framework', framework.id), prop('edition', edition), prop('as-of', asOf)],
    citation: { text: prose(source) },
  }
}

/** What a plan imports: its framework, or a resource that lists all of them. */
export function baseline(setting: Setting): { readonly href: string; readonly resources: readonly Resource[] } {
  const frameworks = frameworksIn(setting)
  const each = frameworks.map((framework) => frameworkResource(framework, setting))
  const [only] = each
  if (only !== undefined && each.length === 1) return { href: `#${only.uuid}`, resources: each }
  const all: Resource = {
    uuid: setting.id('baseline', ...frameworks.map(({ id }) => id)),
    title: prose(`The frameworks of this plan: ${frameworks.map(({ title }) => title).join('; ')}`),
    description: why,
    citation: { text: prose(frameworks.map(({ source }) => source).join('; ')) },
  }
  return { href: `#${all.uuid}`, resources: [all, ...each] }
}
