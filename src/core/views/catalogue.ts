// The views there are, by name.
import { caiqView } from './caiq.ts'
import { csocView, cuecView } from './complementary.ts'
import { crmView } from './crm.ts'
import { clientView } from './client.ts'
import { dutiesView } from './duties.ts'
import { fedrampCrmView } from './fedramp.ts'
import { interviewView } from './interview.ts'
import { objectivesView } from './objectives.ts'
import { srmView } from './srm.ts'
import { sspView } from './ssp.ts'
import type { Projection, View } from './view.ts'

const untitled = {
  srm: srmView,
  crm: crmView,
  client: clientView,
  duties: dutiesView,
  cuec: cuecView,
  csoc: csocView,
  objectives: objectivesView,
  interview: interviewView,
  ssp: sspView,
  'fedramp-crm': fedrampCrmView,
  caiq: caiqView,
} as const satisfies Readonly<Record<string, (projection: Projection) => View>>

export type ViewName = keyof typeof untitled

export const viewNames = Object.keys(untitled) as readonly ViewName[]

/** Each stands under the title of its matrix. */
export const views = Object.fromEntries(
  Object.entries(untitled).map(([name, view]) => [name, titled(view)]),
) as Readonly<Record<ViewName, (projection: Projection) => View>>

function titled(view: (projection: Projection) => View): (projection: Projection) => View {
  return (projection) => {
    const shown = view(projection)
    return { ...shown, shows: ['title', ...shown.shows] }
  }
}
