// The engagement that the server's figures are taken of: one MSP, one client, a matrix of as many rows as are asked for.
import { randomBytes } from 'node:crypto'
import type { Actor } from '../../src/core/access/actor.ts'
import { compose } from '../../src/core/compose.ts'
import { matrixFormat } from '../../src/core/matrix.ts'
import type { Engagement, Matrix } from '../../src/core/matrix.ts'
import { recordId } from '../../src/core/record-id.ts'
import type { EngagementId, RecordKind, UserId } from '../../src/core/record-id.ts'
import { loadContext } from '../../src/library/knowledge.ts'
import { loadTemplate } from '../../src/library/template.ts'
import { openStore } from '../../src/store/open-store.ts'
import { openClaimsDesk } from '../../src/usecases/claims-desk/claims-desk.ts'
import type { UseCase } from '../../src/usecases/context.ts'
import { createClient } from '../../src/usecases/create-client.ts'
import { createEngagement } from '../../src/usecases/create-engagement.ts'
import { createTenant } from '../../src/usecases/create-tenant.ts'
import { sealingWith } from '../../src/usecases/sealing.ts'

export async function engagementOn(
  databaseUrl: string,
  rows: number,
): Promise<{ readonly ctx: UseCase; readonly id: EngagementId }> {
  const knowledge = loadContext()
  const services = {
    store: await openStore(databaseUrl),
    now: () => Date.now(),
    newId: (kind: RecordKind) => recordId(kind, Date.now(), randomBytes(16)),
    knowledge,
    template: loadTemplate(),
    claimsDesk: openClaimsDesk(knowledge),
    origin: 'http://localhost:4400',
    sealing: sealingWith('a secret that only benches know of, ever'),
  }
  const user = services.newId('user') as UserId
  const { id: tenant } = await createTenant(services, { name: 'The MSP', owner: user, by: 'bench' })
  const actor: Actor = { tenant, user, by: 'bench', member: 'owner', seats: [] }
  const ctx = { ...services, actor }
  const { id: client } = await createClient(ctx, { name: 'The client' })
  const { id } = await createEngagement(ctx, { client, document: { kind: 'matrix', matrix: matrixOf(rows, ctx) } })
  return { ctx, id }
}

function matrixOf(rows: number, { template, knowledge }: UseCase): Matrix {
  const engagement: Engagement = {
    format: matrixFormat,
    id: 'bench',
    title: 'All three frameworks, everything bought',
    frameworks: ['cmmc-l2', 'hipaa', 'soc2'].map((framework) => ({ id: framework, assessed: 'client' })),
    scopes: [{ id: 'all', title: 'Everything' }],
    parties: [
      { id: 'msp', kind: 'msp', legalName: 'The MSP' },
      { id: 'client', kind: 'client', legalName: 'The client' },
    ],
    offerings: template.offerings.map((offering) => ({ id: offering.id, by: 'msp' })),
    agreement: {},
    parameters: {},
    review: {},
    decisions: [],
  }
  const { activities, ...head } = compose(engagement, template, knowledge)
  const more = Array.from({ length: rows }, (_, index) => {
    const activity = activities[index % activities.length]!
    return index < activities.length ? activity : { ...activity, id: `${activity.id}-${index}` }
  })
  return { ...head, activities: more }
}
