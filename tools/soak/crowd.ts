// Many people at one engagement, over HTTP: server processes over one database, and somebody signed in who asks them.
import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import type { EngineUnderTest, FreshDatabase } from '../../src/store/testing/fresh-database.ts'
import { engagementOn } from '../bench/bench-engagement.ts'
import { sessionOf } from '../bench/as-served.ts'

export interface Row {
  readonly version: number
  readonly activity: { readonly id: string; readonly title: string }
}

export interface Asking {
  readonly method?: 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE'
  readonly body?: unknown
  readonly etag?: string
  /** the version that the editor saw */
  readonly seen?: number
}

export interface Answered {
  readonly status: number
  readonly etag: string
  readonly text: string
}

export interface Crowd {
  /** of the engagement, on each process */
  readonly urls: readonly string[]
  readonly rows: readonly Row[]
  readonly database: FreshDatabase
  readonly ask: (url: string, asking?: Asking) => Promise<Answered>
  /** bytes that each process holds after its garbage was collected */
  readonly memory: () => Promise<readonly { readonly heapUsed: number; readonly rss: number }[]>
  readonly close: () => Promise<void>
}

/** SQLite has one process that writes. */
const processes = { sqlite: 1, postgres: 2 } as const

/** @param at once: connections that are open together */
export async function crowdOn(
  { engine, fresh }: EngineUnderTest,
  at: { readonly once: number; readonly rows: number },
): Promise<Crowd> {
  const database = await fresh()
  const { ctx, id } = await engagementOn(database.url, at.rows)
  const cookie = await sessionOf(ctx)
  await ctx.store.close()
  const children = await Promise.all(Array.from({ length: processes[engine] }, () => serve(database.url)))
  const agent = new Agent({ keepAlive: true, maxSockets: at.once })
  const ask = askingAs({ agent, cookie })
  const urls = children.map(({ url }) => `${url}/api/tenants/${ctx.actor.tenant}/engagements/${id}`)
  return {
    urls,
    database,
    ask,
    rows: await rowsAt(urls[0]!, ask),
    memory: () => Promise.all(children.map(({ child }) => memoryOf(child))),
    close: async () => {
      agent.destroy()
      for (const { child } of children) {
        const gone = once(child, 'exit')
        child.disconnect()
        await gone
      }
      await database.remove()
    },
  }
}

async function rowsAt(url: string, ask: Crowd['ask']): Promise<readonly Row[]> {
  const rows: Row[] = []
  let cursor: string | undefined
  do {
    const { text } = await ask(`${url}/activities?limit=200${cursor === undefined ? '' : `&cursor=${cursor}`}`)
    const page = JSON.parse(text) as { readonly items: readonly Row[]; readonly next?: string }
    rows.push(...page.items)
    cursor = page.next
  } while (cursor !== undefined)
  return rows
}

function askingAs({ agent, cookie }: { readonly agent: Agent; readonly cookie: string }): Crowd['ask'] {
  return (url, { method = 'GET', body, etag, seen } = {}) => {
    const headers = {
      cookie,
      origin: 'http://localhost:4400',
      'accept-encoding': 'identity',
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(etag !== undefined && { 'if-none-match': etag }),
      ...(seen !== undefined && { 'if-match': `"${seen}"` }),
    }
    return new Promise((resolve, reject) => {
      request(url, { agent, method, headers }, (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () =>
          resolve({
            status: response.statusCode!,
            etag: response.headers.etag ?? '',
            text: Buffer.concat(parts).toString(),
          }),
        )
      })
        .on('error', reject)
        .end(body === undefined ? undefined : JSON.stringify(body))
    })
  }
}

async function serve(databaseUrl: string): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const child = fork(new URL('./serving.ts', import.meta.url), [databaseUrl])
  const [{ url }] = (await once(child, 'message')) as [{ readonly url: string }]
  return { child, url }
}

async function memoryOf(child: ChildProcess): Promise<{ readonly heapUsed: number; readonly rss: number }> {
  const told = once(child, 'message') as Promise<[{ readonly heapUsed: number; readonly rss: number }]>
  child.send('memory')
  return (await told)[0]
}
