// The FedRAMP customer responsibility matrix layout (SSP Appendix J): a row an 800-53 control, behind it the requirements derived from it.
import type { Activity } from '../activity.ts'
import type { ObjectiveCoverage } from '../coverage.ts'
import { unassigned } from '../duty.ts'
import type { Framework } from '../framework.ts'
import type { PartyId } from '../identifiers.ts'
import { controlFamilies, controlFamily, inPublishedOrder } from './control-families.ts'
import { frontMatter, frontShows } from './front.ts'
import { inheritance, suppliers } from './inheritance.ts'
import type { Inheritance } from './inheritance.ts'
import { clocksExplained, sayFoundedDuty, sayTitle } from './say-duty.ts'
import { assessedOf, listed, objectivesOf, servingActivities } from './serving.ts'
import { partyName } from './view.ts'
import type { Projection, Table, View } from './view.ts'

const columns = [
  'Control ID',
  'Can Be Inherited from CSP',
  'Specific Inheritance and Customer Agency/CSP Responsibilities',
]

export function fedrampCrmView(projection: Projection): View {
  const objectives = objectivesOf(projection)
  const mapped = objectives.filter(({ target }) => (target.requirement.attributes.nist80053 ?? []).length > 0)
  const without = [...new Set(objectives.map(({ target }) => target.framework))].filter(
    (framework) => !mapped.some(({ target }) => target.framework === framework),
  )
  return {
    name: 'fedramp-crm',
    title: `Customer responsibility matrix by control: ${projection.matrix.title}`,
    intro: intro(mapped.length > 0, without),
    preface: mapped.length === 0 ? [] : frontMatter(projection),
    tables: [...Map.groupBy(mapped, ({ target }) => target.framework)].flatMap(([framework, group]) =>
      tablesOf(framework, group, projection),
    ),
    shows: [...frontShows, 'answers', 'duties', 'clocks', 'sources', 'bases', 'claims', 'citations'],
  }
}

function intro(some: boolean, without: readonly Framework[]): readonly string[] {
  const said =
    without.length === 0
      ? []
      : [
          `No mapping to NIST SP 800-53 is published for ${listed(without.map(({ title }) => title))}, so its requirements have no row here.`,
        ]
  if (!some) return said.length > 0 ? said : ['No requirement is shown here.']
  return [
    'The layout of the customer responsibility matrix in FedRAMP’s SSP Appendix J (Rev. 5). “CSP” stands for the providers of this engagement; neither the layout nor a row claims a FedRAMP authorization.',
    'A row speaks only of the requirements that were derived from its control (NIST SP 800-53 Rev. 5) and names them; a control asks for more than they do. Yes: every applicable objective behind it is inherited in full. No: none is. Partial: anything between. What is open, unassigned or without proof is not inherited.',
    clocksExplained,
    ...said,
  ]
}

function tablesOf(
  framework: Framework,
  objectives: readonly ObjectiveCoverage[],
  projection: Projection,
): readonly Table[] {
  const byControl = new Map<string, ObjectiveCoverage[]>()
  for (const objective of objectives)
    for (const control of objective.target.requirement.attributes.nist80053 ?? []) {
      const group = byControl.get(control)
      if (group) group.push(objective)
      else byControl.set(control, [objective])
    }
  const controls = [...byControl.keys()].toSorted(inPublishedOrder)
  return [...Map.groupBy(controls, controlFamily)].map(([family, members]) => ({
    title: `${framework.title}, by control: ${controlFamilies[family] ?? family} (${family})`,
    columns,
    rows: members.map((control) => [control, ...cells(byControl.get(control)!, projection)]),
  }))
}

function cells(objectives: readonly ObjectiveCoverage[], projection: Projection): readonly string[] {
  const applicable = objectives.filter(({ status }) => status !== 'not-applicable')
  const inherited = applicable.map((objective) => inheritance(objective, projection))
  const open = applicable.filter(({ status }) => status === 'open').map(({ target }) => target.objective.id)
  return [
    canBeInherited(inherited),
    [
      behind(objectives),
      ...[...servedBy(applicable, projection)].flatMap(([activity, requirements]) =>
        responsibilities(
          { activity, requirements, assessed: assessedOf(objectives[0]!, projection.matrix) },
          projection,
        ),
      ),
      ...(open.length === 0 ? [] : [`Open, so not inherited: ${open.join(', ')}.`]),
    ].join('\n'),
  ]
}

function behind(objectives: readonly ObjectiveCoverage[]): string {
  const ids = [...new Set(objectives.map(({ target }) => target.requirement.id))]
  const away = objectives.filter(({ status }) => status === 'not-applicable').map(({ target }) => target.objective.id)
  const requirements = `Behind this control: ${ids.join(', ')}.`
  return away.length === 0 ? requirements : `${requirements} Not applicable by decision: ${away.join(', ')}.`
}

function canBeInherited(inherited: readonly Inheritance[]): 'Yes' | 'Partial' | 'No' {
  if (inherited.length > 0 && inherited.every(({ value }) => value === 'Full')) return 'Yes'
  return inherited.every(({ value }) => value === 'None') ? 'No' : 'Partial'
}

function servedBy(
  objectives: readonly ObjectiveCoverage[],
  projection: Projection,
): ReadonlyMap<Activity, ReadonlySet<string>> {
  const found = new Map<Activity, Set<string>>()
  for (const objective of objectives)
    for (const activity of servingActivities(objective, projection)) {
      const requirements = found.get(activity) ?? new Set<string>()
      found.set(activity, requirements.add(objective.target.requirement.id))
    }
  return found
}

interface Served {
  readonly activity: Activity
  readonly requirements: ReadonlySet<string>
  readonly assessed: PartyId
}

/** The activity by its requirements, then each side’s duties; nobody’s stand last. */
function responsibilities({ activity, requirements, assessed }: Served, { matrix }: Projection): readonly string[] {
  const outside = suppliers(matrix, assessed)
  const side = (party: PartyId): string => (outside.has(party) ? 'CSP' : 'Customer')
  const held = [...Map.groupBy(activity.duties, ({ party }) => party)].toSorted(
    ([a], [b]) =>
      Number(a === unassigned) - Number(b === unassigned) || Number(outside.has(b)) - Number(outside.has(a)),
  )
  return [
    `${[...requirements].join(', ')}: ${sayTitle(activity, matrix)}`,
    ...held.flatMap(([party, duties]) => {
      const whose = party === unassigned ? 'Nobody yet' : `${side(party)}, ${partyName(matrix, party)}`
      return duties.map((duty) => `${whose}: ${sayFoundedDuty(duty, matrix)}`)
    }),
  ]
}
