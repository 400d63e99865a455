// The MSP answers for nearly everything, or the client has no part in a whole family.
import { accountableParties, coverRef } from '../activity.ts'
import type { Activity } from '../activity.ts'
import type { Context } from '../context.ts'
import type { Finding } from '../finding.ts'
import { frameworkIndex } from '../framework-lookup.ts'
import type { Framework } from '../framework.ts'
import { splitReference } from '../identifiers.ts'
import type { Matrix } from '../matrix.ts'

const share = 3 / 4
const fewestActivities = 12
const fewestInFamily = 3

export function checkMspOverload(matrix: Matrix, context: Context): readonly Finding[] {
  return [...overall(matrix), ...matrix.frameworks.flatMap(({ id }) => byFamily(matrix, context.frameworks.get(id)))]
}

function overall(matrix: Matrix): readonly Finding[] {
  const total = matrix.activities.length
  const msps = partiesOf(matrix, 'msp')
  const held = matrix.activities.filter((activity) =>
    accountableParties(activity).some((party) => msps.has(party)),
  ).length
  if (total < fewestActivities || held <= total * share) return []
  return [
    found(
      'activities',
      `The MSP answers for ${held} of ${total} activities, more than three quarters. Check which of them the client must answer for: its people, its policies, its risks, its premises.`,
    ),
  ]
}

function byFamily(matrix: Matrix, framework: Framework | undefined): readonly Finding[] {
  if (!framework) return []
  const clients = partiesOf(matrix, 'client')
  const serving = activitiesByFamily(matrix, framework)
  return framework.families.flatMap(({ id, title }) => {
    const activities = [...(serving.get(id) ?? [])]
    if (
      activities.length < fewestInFamily ||
      activities.some(({ duties }) => duties.some(({ party }) => clients.has(party)))
    )
      return []
    const { nouns } = framework
    return [
      found(
        'activities',
        `The client has no duty in any of the ${activities.length} activities of the ${nouns.family} "${title}" (${framework.title}). An assessor will ask the client about it; give it its part.`,
      ),
    ]
  })
}

function activitiesByFamily(matrix: Matrix, framework: Framework): ReadonlyMap<string, ReadonlySet<Activity>> {
  const { byObjective } = frameworkIndex(framework)
  const families = new Map<string, Set<Activity>>(framework.families.map(({ id }) => [id, new Set()]))
  for (const activity of matrix.activities) {
    for (const cover of activity.covers) {
      const reference = splitReference(coverRef(cover))
      if (reference.framework !== framework.id) continue
      const family = byObjective.get(reference.id)?.family
      if (family !== undefined) families.get(family)?.add(activity)
    }
  }
  return families
}

function partiesOf(matrix: Matrix, kind: 'msp' | 'client'): ReadonlySet<string> {
  return new Set(matrix.parties.filter((party) => party.kind === kind).map(({ id }) => id))
}

function found(at: string, message: string): Finding {
  return { code: 'msp-overload', severity: 'warning', activity: null, at, message }
}
