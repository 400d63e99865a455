// `node tools/soak/editors.ts`: 200 people edit one matrix for a minute over HTTP; then 100,000 requests, and the memory they leave.
import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { loadavg } from 'node:os'
import type { EngineUnderTest } from '../../src/store/testing/fresh-database.ts'
import { engagementOn } from '../bench/bench-engagement.ts'
import { sessionOf } from '../bench/as-served.ts'
import { withPostgres } from '../postgres/for-tests.ts'

const editors = 200
const seconds = Number(process.env['DEMARC_SOAK_SECONDS'] ?? 60)
const requests = Number(process.env['DEMARC_SOAK_REQUESTS'] ?? 100_000)
const connections = 32
const processes = { sqlite: 1, postgres: 2 } as const

interface Row {
  readonly version: number
  readonly activity: { readonly id: string; readonly title: string }
}

interface Under {
  readonly urls: readonly string[]
  readonly agent: Agent
  readonly cookie: string
  readonly rows: readonly Row[]
}

interface Asking {
  readonly method?: 'GET' | 'PUT'
  readonly body?: unknown
  readonly etag?: string
  /** the version that the editor saw */
  readonly seen?: number
}

interface Answered {
  readonly status: number
  readonly etag: string
  readonly text: string
}

async function soak({ engine, fresh }: EngineUnderTest): Promise<void> {
  const database = await fresh()
  const { ctx, id } = await engagementOn(database.url, 400)
  const cookie = await sessionOf(ctx)
  await ctx.store.close()
  const children = await Promise.all(Array.from({ length: processes[engine] }, () => serve(database.url)))
  const agent = new Agent({ keepAlive: true, maxSockets: editors })
  try {
    const urls = children.map(({ url }) => `${url}/api/tenants/${ctx.actor.tenant}/engagements/${id}`)
    const rows: Row[] = []
    for (let next: string | undefined = ''; next !== undefined;) {
      const page: { items: Row[]; next?: string } = JSON.parse(
        (await ask(`${urls[0]}/activities?limit=200${next === '' ? '' : `&cursor=${next}`}`, { agent, cookie })).text,
      ) as { items: Row[]; next?: string }
      rows.push(...page.items)
      next = page.next
    }
    const under = { urls, agent, cookie, rows }
    const told = await edit(under)
    const bodies = await database.rows("select body from events where kind = 'activity.changed'")
    const kept = new Set(
      bodies.map((row) => (JSON.parse(row['body'] as string) as { readonly after: Row['activity'] }).after.title),
    )
    const lost = told.acknowledged.filter((title) => !kept.has(title)).length
    say(
      `${engine}, ${processes[engine]} process(es), ${editors} editors, ${seconds} s: ${told.acknowledged.length} edits acknowledged, ${told.overtaken} answered 409, ${told.errors} errors, ${lost} lost`,
    )
    if (lost + told.errors > 0) process.exitCode = 1
    for (const mark of [requests / 5, requests]) {
      await mixed(under, mark === requests ? requests - requests / 5 : mark)
      for (const { child } of children) {
        const { heapUsed, rss } = await memoryOf(child)
        say(`${engine}: after ${mark} requests: heap ${megabytes(heapUsed)}, resident ${megabytes(rss)} MB`)
      }
    }
  } finally {
    agent.destroy()
    for (const { child } of children) {
      const gone = once(child, 'exit')
      child.disconnect()
      await gone
    }
    await database.remove()
  }
}

async function edit({ rows, ...under }: Under) {
  const until = performance.now() + seconds * 1000
  const acknowledged: string[] = []
  let [overtaken, errors] = [0, 0]
  const editor = async (_: unknown, who: number) => {
    const known = new Map(rows.map((row) => [row.activity.id, row]))
    for (let turn = 0; performance.now() < until; turn += 1) {
      const { activity, version } = known.get(rows[(who * 31 + turn * 17) % rows.length]!.activity.id)!
      const title = `Edited by ${who}, turn ${turn}`
      const url = `${under.urls[who % under.urls.length]}/activities/${activity.id}`
      const body = { ...activity, title }
      const { status, text } = await ask(url, { ...under, method: 'PUT', body, seen: version })
      if (status === 200) acknowledged.push(title)
      if (status === 409) overtaken += 1
      if (status !== 200 && status !== 409) errors += 1
      if (status !== 200 && status !== 409 && errors < 3) say(`${status} ${text.slice(0, 300)}`)
      const now = JSON.parse((await ask(url, under)).text) as Row
      known.set(activity.id, now)
    }
  }
  await Promise.all(Array.from({ length: editors }, editor))
  return { acknowledged, overtaken, errors }
}

/** Of ten requests, one edits, three read the matrix, six have it already. */
async function mixed({ urls, rows, ...under }: Under, count: number): Promise<void> {
  let left = count
  const connection = async (_: unknown, who: number) => {
    const url = urls[who % urls.length]!
    let etag = ''
    while ((left -= 1) >= 0) {
      const kind = left % 10
      if (kind === 0) {
        const row = `${url}/activities/${rows[(who * 13 + left) % rows.length]!.activity.id}`
        const { version, activity } = JSON.parse((await ask(row, under)).text) as Row
        const body = { ...activity, title: `Mixed ${left}` }
        await ask(row, { ...under, method: 'PUT', body, seen: version })
      } else etag = (await ask(`${url}/matrix`, kind < 4 ? under : { ...under, etag })).etag
    }
  }
  await Promise.all(Array.from({ length: connections }, connection))
}

function ask(
  url: string,
  { agent, cookie, method = 'GET', body, etag, seen }: Asking & Pick<Under, 'agent' | 'cookie'>,
): Promise<Answered> {
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

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(0)
}

function say(line: string): void {
  console.log(`${line} [load ${loadavg()[0]!.toFixed(1)}]`)
}

await withPostgres(async () => {
  const { engines } = await import('../../src/store/testing/fresh-database.ts')
  for (const engine of engines) await soak(engine)
})
