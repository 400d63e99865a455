// Samples: the matrix of a draft, its activities, answers and decisions, and composing it again.
import type { Activity } from '../../../core/activity.ts'
import type { Decision } from '../../../core/decision.ts'
import { addActivity } from '../../../usecases/add-activity.ts'
import { listQuestions } from '../../../usecases/answer-questions.ts'
import { offerRecomposition } from '../../../usecases/recompose.ts'
import { removeActivities } from '../../../usecases/remove-activities.ts'
import type { Place } from '../walk-world.ts'
import { freshSlug, nothing } from './sample.ts'
import type { Samples } from './sample.ts'

const first = ({ matrix }: Place): Activity => matrix.activities[0]!
const itsId = (place: Place) => ({ activity: first(place).id })
const row = (place: Place) => ({ id: first(place).id, version: 1 })
const decision = ({ matrix }: Place): Decision => matrix.decisions[0]!

export const draftSamples: Samples = {
  readMatrix: nothing,
  readHead: nothing,
  changeHead: () => ({ body: { headVersion: 1, change: { title: 'Named on the walk' } } }),
  listActivities: nothing,
  readActivity: (place) => ({ params: itsId(place) }),
  addActivity: (place) => ({ body: { activity: { ...first(place), id: 'added-on-the-walk' } } }),
  changeActivities: (place) => ({ body: { changes: [{ version: 1, activity: retitled(place) }] } }),
  changeActivity: (place) => ({ params: itsId(place), body: retitled(place), ifMatch: 1 }),
  removeActivity: (place) => ({ params: itsId(place), ifMatch: 1 }),
  removeActivities: (place) => ({ body: { rows: [row(place)] } }),
  allotActivities: (place) => ({
    body: { rows: [row(place)], allotment: { set: 'accountable', party: 'records-vendor' } },
  }),
  reorderActivities: ({ matrix }) => ({ body: { move: matrix.activities[2]!.id, behind: null } }),

  listParameters: nothing,
  answerParameters: async ({ owner, engagement }) => {
    const { name, answer: seen } = (await listQuestions(owner, engagement))[0]!
    return { body: { answers: [{ name, answer: 'Answered on the walk', seen }] } }
  },
  listDecisions: nothing,
  recordDecision: (place) => ({ body: { decision: elsewhereDecided(place) } }),
  changeDecision: (place) => ({ body: { seen: decision(place), decision: { ...decision(place), by: 'Pat Walker' } } }),
  withdrawDecision: (place) => ({ body: { seen: decision(place), because: 'It is done now' } }),

  previewRecomposition: nothing,
  applyRecomposition: async ({ owner, engagement }) => {
    const { headVersion, rows } = await offerRecomposition(owner, engagement)
    const { id, version } = rows[0]!
    return { body: { headVersion, rows: [{ id, version, take: 'template' }] } }
  },

  readCoverage: nothing,
  readFindings: nothing,
  readExposure: nothing,
  readView: () => ({ params: { view: 'srm' } }),

  activityHistory: (place) => ({ params: itsId(place) }),
  engagementHistory: nothing,
  listRemovedActivities: nothing,
  restoreActivity: async (place) => {
    const { id } = await added(place, {})
    await removeActivities(place.owner, { id: place.engagement }, [{ id, version: 1 }])
    return { params: { activity: id }, body: {} }
  },

  takeOpenDuty: async (place) => {
    const duties = first(place).duties.map((duty, index) => (index === 0 ? { ...duty, party: 'unassigned' } : duty))
    const { id } = await added(place, { duties })
    return { params: { activity: id }, body: { version: 1, party: 'msp' } }
  },
}

/** Another like the first, of this asker alone. */
async function added(place: Place, words: Partial<Activity>): Promise<Activity> {
  const activity = { ...first(place), ...words, id: freshSlug(place) }
  await addActivity(place.owner, { id: place.engagement }, { activity })
  return activity
}

function retitled(place: Place): Activity {
  return { ...first(place), title: 'Changed on the walk' }
}

/** About something that no decision of the example is about. */
function elsewhereDecided({ matrix }: Place): Decision {
  const ref = 'hipaa:164.308(a)(7)(ii)(E)'
  if (matrix.decisions.some((known) => known.ref === ref)) throw new Error('the example decides this by now')
  return { ...matrix.decisions[0]!, ref, kind: 'accepted-risk' }
}
