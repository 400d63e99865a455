// OSCAL component definition: what each component does for a control, and whose work that is where its properties say so.
import type { SourceDocument, Statement } from '../../../core/claims/source-document.ts'
import { propertyNamespace } from '../../oscal/property.ts'
import { actorsAt, castOf, proseAt } from './oscal-cast.ts'
import type { Cast } from './oscal-cast.ts'
import { catalogIssue, metadataOf } from './oscal-metadata.ts'
import { requirementAt, statementsOf } from './oscal-statements.ts'
import { unitAt } from './oscal-unit.ts'
import type { Unit } from './oscal-unit.ts'
import type { Provider } from './oscal-shares.ts'
import { given, sourceOf } from './source-of.ts'
import { groupsAt, held, isGroup, placeOf, readWhole, rootOf, textAt } from './spot.ts'
import type { Group, Spot } from './spot.ts'

export function readComponentDefinition(value: unknown): SourceDocument | undefined {
  const group = definitionIn(value)
  if (group === undefined) return undefined
  const root = rootOf(group)
  const cast = castOf(root)
  const makers = [...groupsAt(root, 'components', 'title'), ...groupsAt(root, 'capabilities', 'name')]
  const providers = new Map(makers.map((maker) => [maker, actorsAt(maker, cast.parties, 'provider')[0] ?? '']))
  const several = new Set([...providers.values()].filter((name) => name !== '')).size > 1
  const statements = makers.flatMap((maker) => {
    const provider = providers.get(maker)!
    const behind = {
      ...given('service', proseAt(maker, 'title') || proseAt(maker, 'name')),
      ...given('party', several ? provider : ''),
    }
    return implementationsOf(maker, { cast, behind, provider })
  })
  return sourceOf({ format: 'oscal-component', statements, ...metadataOf(root) }, root.log.issues)
}

function definitionIn(value: unknown): Group | undefined {
  const named = isGroup(value) ? held(value, 'component-definition') : undefined
  return isGroup(named) ? named : undefined
}

interface Around {
  readonly cast: Cast
  readonly behind: Provider
  readonly provider: string
}

function implementationsOf(maker: Spot, { cast, behind, provider }: Around): readonly Statement[] {
  return groupsAt(maker, 'control-implementations', 'uuid').flatMap((implementation) => {
    catalogIssue({ ...implementation, at: placeOf(implementation, 'source') }, textAt(implementation, 'source'))
    return groupsAt(implementation, 'implemented-requirements', 'control-id').flatMap((spot) => {
      const unit = (one: Spot, key: string): Unit => {
        const left = readWhole(one, () => leftToOthers(one, cast, provider))
        const read = unitAt(one, key, cast)
        const said = { ...read.said, unknown: read.said.unknown || !left.whole }
        return { ...read, said, ...given('customerMust', left.value) }
      }
      return statementsOf(requirementAt(spot, unit), { role: undefined, cast, behind })
    })
  })
}

/** In our own definitions each role of a statement has its duties, those of the other parties too. */
function leftToOthers(spot: Spot, { parties }: Cast, provider: string): string {
  const duties = groupsAt(spot, 'responsible-roles', 'role-id').flatMap((role) => {
    const actors = actorsAt({ ...spot, group: { 'responsible-roles': [role.group] } }, parties)
    if (actors.length === 1 && actors[0] === provider) return []
    return groupsAt(role, 'props', 'name')
      .filter((prop) => textAt(prop, 'name') === 'duty' && textAt(prop, 'ns') === propertyNamespace)
      .map((prop) => ({ actor: actors.join(', '), duty: textAt(prop, 'value') }))
  })
  const several = new Set(duties.map(({ actor }) => actor)).size > 1
  return duties.map(({ actor, duty }) => (several && actor !== '' ? `${actor}: ${duty}` : duty)).join('\n')
}
