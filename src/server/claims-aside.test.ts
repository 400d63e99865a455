import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHeldDesk } from '../usecases/claims-desk/testing/held-desk.ts'
import type { HeldDesk } from '../usecases/claims-desk/testing/held-desk.ts'
import { onEachEngine } from '../usecases/testing/two-msps.ts'
import type { TwoMsps } from '../usecases/testing/two-msps.ts'
import { appOf } from './app.ts'
import { askedAs, named } from './testing/asked-as.ts'

const sheet = 'Safeguard,Responsibility,What we do\n164.312(b),Vendor,Keeps the log of the hosted application\n'

describe.each(onEachEngine)('while documents are read on $engine', ({ open }) => {
  let world: TwoMsps
  let desk: HeldDesk
  let app: ReturnType<typeof appOf>
  beforeAll(async () => {
    world = await open()
    desk = openHeldDesk(world.services.knowledge)
    app = appOf({ services: { ...world.services, claimsDesk: desk }, authenticate: named })
  })
  afterAll(async () => {
    desk.release()
    await app.close()
    await desk.close()
    await world.close()
  })

  const at = (msp: 'ours' | 'theirs', path: string) => {
    const { owner, engagement } = world[msp]
    const url = `/api/tenants/${owner.actor.tenant}/engagements/${engagement}${path}`
    return { url, headers: askedAs(owner.actor) }
  }

  test('everybody else is answered, the MSP’s own people too', async () => {
    const standing = desk.held()
    const { url, headers } = at('ours', '/imports?name=crm.csv&party=Contoso')
    const bytes = { 'content-type': 'application/octet-stream' }
    let done = false
    const importing = app
      .inject({ method: 'POST', url, headers: { ...headers, ...bytes }, payload: sheet })
      .then((answer) => {
        done = true
        return answer
      })
    await standing
    expect((await app.inject('/healthz')).statusCode).toBe(200)
    for (const msp of ['ours', 'theirs'] as const)
      expect((await app.inject(at(msp, '/imports'))).json()).toEqual({ items: [] })
    expect(done).toBe(false)
    desk.release()
    expect((await importing).statusCode).toBe(201)
    const review = await app.inject({ method: 'POST', ...at('ours', '/claims-review'), payload: {} })
    expect(review.json()).toMatchObject({ items: [{ requirement: '164.312(b)' }] })
  })
})
