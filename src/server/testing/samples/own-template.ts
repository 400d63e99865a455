// Samples: the MSP's catalogue and its own template over the library.
import type { Activity } from '../../../core/activity.ts'
import type { Template } from '../../../core/template.ts'
import { archiveOffering } from '../../../usecases/change-offering.ts'
import { readCatalogue, readLibraryOfferings } from '../../../usecases/read-catalogue.ts'
import { readTemplate } from '../../../usecases/read-template.ts'
import { addOffering, takeFromLibrary } from '../../../usecases/start-catalogue.ts'
import { listDepartures } from '../../../usecases/template-departures.ts'
import { wordActivity } from '../../../usecases/word-template.ts'
import type { Place } from '../walk-world.ts'
import { freshSlug, nothing } from './sample.ts'
import type { Samples } from './sample.ts'

const words = {
  title: 'Field visits',
  delivers: 'One visit a quarter to each site',
  doesNot: 'Repairs',
  contract: 'We visit each of your sites once a quarter.',
}

export const ownTemplateSamples: Samples = {
  readCatalogue: nothing,
  readLibraryOfferings: nothing,
  takeFromLibrary: async (place) => ({ body: { offerings: [await untaken(place)] } }),
  addOffering: (place) => ({ body: { id: freshSlug(place), ...words } }),
  orderCatalogue: async (place) => ({ body: { offerings: (await offerings(place)).toReversed() } }),
  changeOffering: async (place) => ({ params: await ours(place), body: { version: 1, title: 'Site visits' } }),
  archiveOffering: async (place) => ({ params: await ours(place), body: { version: 1 } }),
  restoreOffering: async (place) => {
    const params = await ours(place)
    await archiveOffering(place.owner, params.offering, 1)
    return { params, body: { version: 2 } }
  },
  settleOffering: async (place) => {
    const { offering, version } = await ofLibrary(place)
    return { params: { offering: offering.id }, body: { version, choose: 'keep' } }
  },

  readTemplate: nothing,
  wordActivity: (place) => ({ body: { version: 0, activity: { ...plain(place), id: freshSlug(place) } } }),
  leaveOutActivity: async (place) => ({ params: { activity: await unworded(place) }, body: { version: 0 } }),
  giveBackActivity: async (place) => {
    const activity = freshSlug(place)
    await wordActivity(place.owner, { version: 0, activity: { ...plain(place), id: activity } })
    return { params: { activity }, body: { version: 1 } }
  },
  readUpstream: nothing,
  settleWording: async (place) => {
    const activity = await unworded(place)
    const template = librarySaying(place, activity, 'What the library said then')
    const then = { ...place.owner, template }
    await wordActivity(then, { version: 0, activity: template.activities.find(({ id }) => id === activity)! })
    return { params: { activity }, body: { version: 1, choose: 'keep' } }
  },
  listDepartures: nothing,
  takeTemplateRows: async ({ owner, engagement }) => {
    const { items } = await listDepartures(owner, engagement, { limit: 200 })
    const { activity, version } = items.find(({ kind }) => kind === 'missing')!
    return { body: { rows: [{ activity, version }] } }
  },
}

/** Of no offering, so that it depends on no catalogue. */
function plain({ matrix }: Place): Activity {
  const { origin: _, ...activity } = matrix.activities[0]!
  return { ...activity, duties: activity.duties.map(({ offering: _offering, ...duty }) => duty) }
}

async function ours(place: Place) {
  const offering = freshSlug(place)
  await addOffering(place.owner, { id: offering, ...words })
  return { offering }
}

/** The library's: the one that stands there already, or one that is taken now. */
async function ofLibrary(place: Place) {
  const { items } = await readCatalogue(place.owner, { limit: 200 })
  const known = items.find(({ origin, archivedAt }) => origin !== undefined && archivedAt === undefined)
  return known ?? (await takeFromLibrary(place.owner, [await untaken(place)]))[0]!
}

async function untaken({ owner }: Place): Promise<string> {
  return (await readLibraryOfferings(owner)).find(({ taken }) => !taken)!.offering.id
}

async function offerings({ owner }: Place): Promise<readonly string[]> {
  const ids: string[] = []
  let cursor: string | undefined
  do {
    const page = await readCatalogue(owner, { limit: 200, cursor, archived: false })
    ids.push(...page.items.map(({ offering }) => offering.id))
    cursor = page.next
  } while (cursor !== undefined)
  return ids
}

async function unworded({ owner }: Place): Promise<string> {
  const { items } = await readTemplate(owner, { kind: 'library', limit: 1 })
  return items[0]!.activity.id
}

function librarySaying({ owner }: Place, activity: string, title: string): Template {
  const activities = owner.template.activities.map((one) => (one.id === activity ? { ...one, title } : one))
  return { ...owner.template, activities }
}
