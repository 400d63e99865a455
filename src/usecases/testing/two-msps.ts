// Two MSPs on one database, each with its people, a client and an engagement: what use cases are tried on.
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Actor } from '../../core/access/actor.ts'
import { readDocument } from '../../core/matrix-document.ts'
import { recordId } from '../../core/record-id.ts'
import type { ClientId, EngagementId, RecordKind, UserId } from '../../core/record-id.ts'
import { readValue } from '../../documents/read-value.ts'
import { loadContext } from '../../library/knowledge.ts'
import { loadTemplate } from '../../library/template.ts'
import { openStore } from '../../store/open-store.ts'
import { engines } from '../../store/testing/fresh-database.ts'
import type { FreshDatabase } from '../../store/testing/fresh-database.ts'
import { openClaimsDesk } from '../claims-desk/claims-desk.ts'
import type { Services, UseCase } from '../context.ts'
import { createClient } from '../create-client.ts'
import { createEngagement } from '../create-engagement.ts'
import { createTenant } from '../create-tenant.ts'
import { sealingWith } from '../sealing.ts'

export interface Msp {
  readonly owner: UseCase
  readonly client: ClientId
  readonly engagement: EngagementId
}

export interface TwoMsps {
  readonly services: Services
  readonly database: FreshDatabase
  readonly ours: Msp
  readonly theirs: Msp
  readonly close: () => Promise<void>
}

const start = Date.parse('2026-03-14T09:00:00Z')

export const onEachEngine = engines.map(({ engine, fresh }) => ({ engine, open: () => twoMsps(fresh) }))

async function twoMsps(fresh: () => Promise<FreshDatabase>): Promise<TwoMsps> {
  const database = await fresh()
  const services = await servicesOn(database)
  return {
    services,
    database,
    ours: await mspNamed('North Shore IT', services),
    theirs: await mspNamed('South Bay Technology', services),
    close: async () => {
      await services.claimsDesk.close()
      await services.store.close()
      await database.remove()
    },
  }
}

/** As another server process would open it. Each look at the clock is a second later. */
export async function servicesOn(database: Pick<FreshDatabase, 'url'>): Promise<Services> {
  let looks = 0
  const now = () => start + (looks += 1) * 1000
  const knowledge = loadContext()
  return {
    store: await openStore(database.url),
    now,
    newId: (kind: RecordKind) => recordId(kind, now(), randomBytes(16)),
    knowledge,
    template: loadTemplate(),
    claimsDesk: openClaimsDesk(knowledge),
    origin: 'https://demarc.example',
    sealing: sealingWith('a secret that only tests know of, ever'),
  }
}

export function as(ctx: UseCase, actor: Partial<Actor>): UseCase {
  return { ...ctx, actor: { ...ctx.actor, ...actor } }
}

async function mspNamed(name: string, services: Services): Promise<Msp> {
  const user = services.newId('user') as UserId
  const { id: tenant } = await createTenant(services, { name, owner: user, by: 'test' })
  const owner: UseCase = { ...services, actor: { tenant, user, by: 'test', member: 'owner', seats: [] } }
  const { id: client } = await createClient(owner, { name: 'Elm Street Dental' })
  const { id: engagement } = await createEngagement(owner, { client, document: await example(services) })
  return { owner, client, engagement }
}

async function example({ knowledge }: Services) {
  const file = join(import.meta.dirname, '../../../examples/dental-group.yaml')
  const value = await readValue(readFileSync(file))
  if (!value.ok) throw new Error('the example cannot be read')
  const document = readDocument(value.value, knowledge)
  if (!document.ok) throw new Error('the example is no engagement')
  return document.value
}
