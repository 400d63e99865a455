// The process that the HTTP figures are taken of: the API and a bare node:http server that sends the same, in one, asked in turns.
import { createServer } from 'node:http'
import type { IncomingHttpHeaders, Server } from 'node:http'
import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import type { Actor } from '../../src/core/access/actor.ts'
import { compose } from '../../src/core/compose.ts'
import type { Engagement, Matrix } from '../../src/core/matrix.ts'
import { matrixFormat } from '../../src/core/matrix.ts'
import { recordId } from '../../src/core/record-id.ts'
import type { RecordKind, UserId } from '../../src/core/record-id.ts'
import { loadContext } from '../../src/library/knowledge.ts'
import { loadTemplate } from '../../src/library/template.ts'
import { appOf } from '../../src/server/app.ts'
import { openStore } from '../../src/store/open-store.ts'
import { createClient } from '../../src/usecases/create-client.ts'
import { createEngagement } from '../../src/usecases/create-engagement.ts'
import { createTenant } from '../../src/usecases/create-tenant.ts'
import { processorTime } from './ratio.ts'

export interface Served {
  readonly api: string
  /** the same path on the bare server */
  readonly bare: string
  readonly rows: number
}

const [, , databaseUrl = ''] = process.argv
const rows = 400
const [template, knowledge] = [loadTemplate(), loadContext()]
const services = {
  store: await openStore(databaseUrl),
  now: () => Date.now(),
  newId: (kind: RecordKind) => recordId(kind, Date.now(), randomBytes(16)),
  knowledge,
  template,
}
const user = services.newId('user') as UserId
const { id: tenant } = await createTenant(services, { name: 'The MSP', owner: user, by: 'bench' })
const actor: Actor = { tenant, user, by: 'bench', member: 'owner', seats: [] }
const ctx = { ...services, actor }
const { id: client } = await createClient(ctx, { name: 'The client' })
const document = { kind: 'matrix' as const, matrix: ofRows(rows) }
const { id } = await createEngagement(ctx, { client, document })

const app = appOf({ services, authenticate: async () => actor })
const api = await app.listen({ port: 0, host: '127.0.0.1' })
const path = `/api/tenants/${tenant}/engagements/${id}/matrix`
const bare = createServer()
await answerAsTheApi(bare)
await new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', resolve))

process.on('message', () => process.send!({ spent: processorTime() }))
process.on('disconnect', () => process.exit(0))
const { port } = bare.address() as AddressInfo
process.send!({ api: `${api}${path}`, bare: `http://127.0.0.1:${port}${path}`, rows } satisfies Served)

function ofRows(count: number): Matrix {
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
  const more = Array.from({ length: count }, (_, index) => {
    const activity = activities[index % activities.length]!
    return index < activities.length ? activity : { ...activity, id: `${activity.id}-${index}` }
  })
  return { ...head, activities: more }
}

/** The same headers and the same bytes, which it holds ready. */
async function answerAsTheApi(server: Server): Promise<void> {
  const answers = new Map<string, { readonly head: Record<string, string>; readonly bytes: Buffer }>()
  for (const encoding of ['identity', 'br', 'gzip']) {
    const sent = await app.inject({ url: path, headers: { 'accept-encoding': encoding } })
    const head = Object.entries(sent.headers).filter(([name]) => !['date', 'connection', 'keep-alive'].includes(name))
    answers.set(encoding, { head: Object.fromEntries(head) as Record<string, string>, bytes: sent.rawPayload })
  }
  const first = await app.inject({ url: path })
  const etag = String(first.headers.etag)
  const unchanged = await app.inject({ url: path, headers: { 'if-none-match': etag } })
  const without = Object.entries(unchanged.headers).filter(
    ([name]) => !['date', 'connection', 'keep-alive'].includes(name),
  )
  const head304 = Object.fromEntries(without) as Record<string, string>
  server.on('request', ({ headers }: { readonly headers: IncomingHttpHeaders }, response) => {
    if (headers['if-none-match'] === etag) {
      response.writeHead(304, head304).end()
      return
    }
    const { head, bytes } = answers.get(headers['accept-encoding'] as string)!
    response.writeHead(200, head).end(bytes)
  })
}
