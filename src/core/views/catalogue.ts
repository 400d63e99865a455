// The views there are, by name.
import { csocView, cuecView } from './complementary.ts'
import { crmView } from './crm.ts'
import { clientView } from './client.ts'
import { dutiesView } from './duties.ts'
import { srmView } from './srm.ts'
import type { Projection, View } from './view.ts'

export const views = {
  srm: srmView,
  crm: crmView,
  client: clientView,
  duties: dutiesView,
  cuec: cuecView,
  csoc: csocView,
} as const satisfies Readonly<Record<string, (projection: Projection) => View>>

export type ViewName = keyof typeof views

export const viewNames = Object.keys(views) as readonly ViewName[]
