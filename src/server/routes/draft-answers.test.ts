// Answers to what the activities ask, and decisions, over HTTP.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FastifyInstance, InjectOptions } from 'fastify'
import type { Activity } from '../../core/activity.ts'
import { figuresOf } from '../../core/portfolio-figures.ts'
import { openEngagement } from '../../usecases/open-engagement.ts'
import type { TwoMsps } from '../../usecases/testing/two-msps.ts'
import { apiOnEachEngine, askedAs } from '../testing/asked-as.ts'
import type { AskedApi } from '../testing/asked-as.ts'

interface Row {
  readonly activity: Activity
  readonly version: number
}

interface EditAnswer {
  readonly version: number
  readonly headVersion: number
  readonly activities: readonly Row[]
  readonly removed: readonly string[]
  readonly effect?: { readonly opens: readonly { readonly objective: string }[]; readonly closes: readonly string[] }
}

const decision = {
  ref: 'hipaa:164.308(a)(7)(ii)(E)',
  kind: 'accepted-risk',
  by: 'Dr. Ana Reyes',
  reason: 'The practice runs one application and restores it as a whole, so there is nothing to rank',
  date: '2026-03-01',
} as const

describe.each(apiOnEachEngine)('answers and decisions on $engine', ({ open }) => {
  let api: AskedApi
  let world: TwoMsps
  let app: FastifyInstance
  beforeAll(async () => {
    api = await open()
    ;({ world, app } = api)
  })
  afterAll(() => api.close())

  const base = () => `/api/tenants/${world.ours.owner.actor.tenant}/engagements/${world.ours.engagement}`
  async function ask(path: string, options: Omit<InjectOptions, 'url'> = {}) {
    const { owner } = world.ours
    return app.inject({ ...options, url: `${base()}${path}`, headers: { ...askedAs(owner.actor), ...options.headers } })
  }
  async function change(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, payload?: object) {
    const response = await ask(path, { method, ...(payload && { payload }) })
    return {
      status: response.statusCode,
      body: response.json<EditAnswer>(),
      problem: response.json<{ current: unknown }>(),
    }
  }
  const rows = async (query = '') =>
    (await ask(`/activities${query}`)).json<{ readonly items: readonly Row[]; readonly next?: string }>()
  const newestEvent = async () =>
    (await ask('/history?limit=1')).json<{ items: readonly { kind: string; subject: string }[] }>().items[0]!
  const now = () => openEngagement(world.ours.owner, world.ours.engagement)
  async function expectSound() {
    const { engagement, held } = await now()
    expect(engagement.figures).toEqual(figuresOf(held.matrix, world.services.knowledge))
  }

  describe('what the activities ask', () => {
    interface Question {
      readonly name: string
      readonly answer: string | null
      readonly activities: readonly string[]
    }
    const asked = async (query = '') =>
      (await ask(`/parameters${query}`)).json<{ parameters: readonly Question[] }>().parameters

    test('is listed with where it is asked, and answered by two at once', async () => {
      const [first, second] = await asked()
      const unanswered = [first!, second!].map(({ name, answer }) => ({ name, answer: null, seen: answer }))
      expect((await change('PATCH', '/parameters', { answers: unanswered })).status).toBe(200)
      expect((await asked('?open=true')).map(({ name }) => name)).toEqual([first!.name, second!.name])
      const asking = await rows('?limit=200&open=unfilled')
      expect(asking.items.map(({ activity }) => activity.id)).toEqual(expect.arrayContaining([...first!.activities]))
      const answer = ({ name }: Question, text: string) => ({ answers: [{ name, answer: text, seen: null }] })
      const both = await Promise.all([
        change('PATCH', '/parameters', answer(first!, 'the portal')),
        change('PATCH', '/parameters', answer(second!, 'the other portal')),
      ])
      expect(both.map(({ status }) => status)).toEqual([200, 200])
      expect((await change('PATCH', '/parameters', answer(first!, 'late'))).status).toBe(409)
      expect((await change('PATCH', '/parameters', answer({ ...first!, name: 'shoe size' }, '9'))).status).toBe(400)
      expect(await newestEvent()).toMatchObject({ kind: 'parameters.answered' })
      expect((await rows('?open=unfilled')).items).toEqual([])
      await expectSound()
    })
  })

  describe('decisions', () => {
    test('are recorded, changed and withdrawn', async () => {
      expect((await change('POST', '/decisions', { decision })).status).toBe(201)
      expect((await change('POST', '/decisions', { decision })).status).toBe(409)
      const better = { ...decision, reason: 'One application, restored as a whole within four hours' }
      expect((await change('PATCH', '/decisions', { seen: decision, decision: better })).status).toBe(200)
      expect((await change('PATCH', '/decisions', { seen: decision, decision: better })).status).toBe(409)
      const { decisions } = (await ask('/decisions')).json<{ decisions: readonly object[] }>()
      expect(decisions).toContainEqual(better)
      const gone = await change('POST', '/decisions/withdraw', { seen: better, because: 'A second application came' })
      expect(gone.status).toBe(200)
      expect(await newestEvent()).toMatchObject({ kind: 'decision.withdrawn' })
      await expectSound()
    })

    test.each([
      ['gives no reason', { reason: 'n/a' }],
      ['names nobody', { by: 'the MSP' }],
      ['concerns nothing', { ref: 'hipaa:164.999' }],
      ['is of no scope', { scope: 'mars' }],
    ])('one that %s is refused', async (_, wrong) => {
      expect((await change('POST', '/decisions', { decision: { ...decision, ...wrong } })).status).toBe(400)
    })
  })
})
