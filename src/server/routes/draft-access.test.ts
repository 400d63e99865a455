// Who may change a draft over HTTP: every address that does, asked by a viewer and by another MSP.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Activity } from '../../core/activity.ts'
import { routes } from '../routes.ts'
import { apiOnEachEngine, askedAs } from '../testing/asked-as.ts'
import type { AskedApi } from '../testing/asked-as.ts'

interface Row {
  readonly activity: Activity
  readonly version: number
}

const decision = {
  ref: 'hipaa:164.308(a)(7)(ii)(E)',
  kind: 'accepted-risk',
  by: 'Dr. Ana Reyes',
  reason: 'The practice runs one application and restores it as a whole, so there is nothing to rank',
  date: '2026-03-01',
} as const

describe.each(apiOnEachEngine)('who may change a draft on $engine', ({ open }) => {
  let api: AskedApi
  beforeAll(async () => {
    api = await open()
  })
  afterAll(() => api.close())

  const base = () => `/api/tenants/${api.world.ours.owner.actor.tenant}/engagements/${api.world.ours.engagement}`
  function ask(path: string, headers: Readonly<Record<string, string>> = {}) {
    return api.app.inject({ url: `${base()}${path}`, headers: { ...askedAs(api.world.ours.owner.actor), ...headers } })
  }
  const someRow = async (index: number) => (await ask('/activities')).json<{ items: readonly Row[] }>().items[index]!

  const writing = routes.filter(({ action, method }) => action === 'matrix.edit' && method !== 'GET')
  const valid: Readonly<Record<string, (row: Row) => object>> = {
    changeHead: () => ({ headVersion: 1, change: { title: 'X' } }),
    addActivity: ({ activity }) => ({ activity: { ...activity, id: 'brand-new' } }),
    changeActivities: ({ activity, version }) => ({ changes: [{ activity, version }] }),
    changeActivity: ({ activity }) => activity,
    removeActivities: ({ activity, version }) => ({ rows: [{ id: activity.id, version }] }),
    allotActivities: ({ activity, version }) => ({
      rows: [{ id: activity.id, version }],
      allotment: { set: 'accountable', party: 'client' },
    }),
    reorderActivities: ({ activity }) => ({ move: activity.id, behind: null }),
    restoreActivity: () => ({}),
    answerParameters: () => ({ answers: [{ name: 'request channel', answer: 'x portal', seen: null }] }),
    recordDecision: () => ({ decision }),
    changeDecision: () => ({ seen: decision, decision }),
    withdrawDecision: () => ({ seen: decision, because: 'No longer' }),
    applyRecomposition: () => ({ headVersion: 1, rows: [{ id: 'x', version: null, take: 'template' }] }),
  }
  test.each(writing.map((route) => [route.name, route] as const))(
    '%s: no viewer, no other MSP',
    async (name, route) => {
      const row = await someRow(2)
      const { owner, engagement } = api.world.ours
      const url = route.path.replace('{engagement}', engagement).replace('{activity}', row.activity.id)
      const payload = valid[name]?.(row)
      const options = { method: route.method, ...(payload && { payload }) }
      const headers = { 'if-match': '"1"' }
      const viewer = askedAs({ ...owner.actor, member: 'viewer' })
      for (const preview of ['', '?preview=true']) {
        const asViewer = { ...options, url: `${url.replace('{tenant}', owner.actor.tenant)}${preview}` }
        expect((await api.app.inject({ ...asViewer, headers: { ...headers, ...viewer } })).statusCode).toBe(403)
        const other = api.world.theirs.owner.actor
        const asOther = { ...options, url: `${url.replace('{tenant}', other.tenant)}${preview}` }
        expect((await api.app.inject({ ...asOther, headers: { ...headers, ...askedAs(other) } })).statusCode).toBe(404)
      }
    },
  )
})
