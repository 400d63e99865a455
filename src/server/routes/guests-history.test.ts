// What a guest is shown of what happened: nothing of whom else the MSP lets in, nor of its documents and jobs.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FastifyInstance } from 'fastify'
import { changeActivities } from '../../usecases/change-activities.ts'
import { inviteGuest } from '../../usecases/invite.ts'
import { letIn } from '../../usecases/let-in.ts'
import { onEachEngine } from '../../usecases/testing/two-msps.ts'
import type { TwoMsps } from '../../usecases/testing/two-msps.ts'
import { freshAsker, freshPerson, freshPlace, walkedApp } from '../testing/walk-world.ts'
import type { Place } from '../testing/walk-world.ts'

describe.each(onEachEngine)('what a guest is shown of what happened on $engine', ({ open }) => {
  let world: TwoMsps
  let app: FastifyInstance
  let place: Place
  beforeAll(async () => {
    world = await open()
    app = walkedApp(world)
    place = await freshPlace(world, world.ours, 'draft')
    const { owner, engagement, matrix } = place
    const activity = { ...matrix.activities[0]!, title: 'Changed' }
    await changeActivities(owner, engagement, [{ version: 1, activity }])
    await inviteGuest(owner, engagement, { email: 'somebody@elsewhere.example', role: 'reviewer' })
    const user = await freshPerson(place, { role: 'reviewer', engagement: world.ours.engagement })
    await letIn(owner, { engagement, user }, { role: 'reviewer' })
  })
  afterAll(async () => {
    await app.close()
    await world.close()
  })

  async function shown(path: 'history' | 'events', role: 'viewer' | 'signatory' | 'reviewer' | 'assessor') {
    const { headers } = await freshAsker(place, { name: role, standing: 'here', role })
    const url = `/api/tenants/${place.owner.actor.tenant}/engagements/${place.engagement}/${path}`
    const response = await app.inject({ url, headers })
    expect(response.statusCode).toBe(200)
    return { text: response.body, items: response.json<{ items: readonly { kind: string }[] }>().items }
  }

  for (const path of ['history', 'events'] as const) {
    test.each(['signatory', 'reviewer', 'assessor'] as const)(`${path}: %s`, async (role) => {
      const { text, items } = await shown(path, role)
      expect(items.map(({ kind }) => kind).toSorted()).toEqual(['activity.changed', 'engagement.created'])
      expect(text).not.toMatch(/elsewhere\.example|"by":"test"/)
    })

    test(`${path}: the MSP sees all of it, and by which way`, async () => {
      const { text, items } = await shown(path, 'viewer')
      expect(items.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['invitation.sent', 'seat.given']))
      expect(text).toMatch(/"by":"test"/)
    })
  }
})
