// Reading a matrix of 400 rows over HTTP, against a bare node:http server that sends the same bytes: processor time of the server alone.
import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import type { EngineUnderTest } from '../../src/store/testing/fresh-database.ts'
import type { Ratio } from './ratio.ts'
import type { Served } from './served.ts'

const kinds = [
  { name: 'whole', headers: { 'accept-encoding': 'identity' }, status: 200, limit: 1.25 },
  { name: 'packed', headers: { 'accept-encoding': 'br' }, status: 200, limit: 1.25 },
  { name: 'unchanged (304)', headers: { 'accept-encoding': 'br' }, status: 304, limit: 1.4 },
] as const

/** Connections that stay open, each asking again when it is answered. */
const connections = 16
const requests = { warm: 3000, measured: 1500 }
const rounds = 5

export async function httpOn({ engine, fresh }: EngineUnderTest): Promise<readonly Ratio[]> {
  const database = await fresh()
  const child = fork(new URL('./served.ts', import.meta.url), [database.url])
  try {
    const [served] = (await once(child, 'message')) as [Served]
    const found: Ratio[] = []
    for (const kind of kinds) found.push(await ratioOf(kind, { engine, child, served }))
    return found
  } finally {
    const gone = once(child, 'exit')
    child.disconnect()
    await gone
    await database.remove()
  }
}

interface Under {
  readonly engine: string
  readonly child: ChildProcess
  readonly served: Served
}

async function ratioOf(
  { name, headers, status, limit }: (typeof kinds)[number],
  { engine, child, served }: Under,
): Promise<Ratio> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const signed = { ...headers, cookie: served.cookie }
  const { etag } = await ask(served.api, { agent, headers: signed })
  const asked = { agent, headers: { ...signed, ...(status === 304 && { 'if-none-match': etag }) } }
  const costOf = async (url: string, count: number): Promise<number> => {
    const before = await spent(child)
    let left = count
    const connection = async () => {
      while (left > 0) {
        left -= 1
        const answer = await ask(url, asked)
        if (answer.status !== status) throw new Error(`${url} answered ${answer.status}`)
      }
    }
    await Promise.all(Array.from({ length: connections }, connection))
    return ((await spent(child)) - before) / count
  }
  for (const url of [served.bare, served.api]) await costOf(url, requests.warm)
  const costs: { readonly bare: number; readonly api: number }[] = []
  for (let round = 0; round < rounds; round += 1) {
    const bare = await costOf(served.bare, requests.measured)
    costs.push({ bare, api: await costOf(served.api, requests.measured) })
  }
  agent.destroy()
  const [bare, api] = [median(costs.map((cost) => cost.bare)), median(costs.map((cost) => cost.api))]
  const micro = (time: number): string => (time * 1000).toFixed(0)
  const what = `reading a matrix of ${served.rows} rows, ${name}, ${engine}, to a bare server that sends the same (${micro(api)} to ${micro(bare)} µs of processor)`
  return { what, ratio: median(costs.map((cost) => cost.api / cost.bare)), limit }
}

async function spent(child: ChildProcess): Promise<number> {
  const told = once(child, 'message') as Promise<[{ readonly spent: number }]>
  child.send('spent')
  const [answer] = await told
  return answer.spent
}

function ask(
  url: string,
  options: { readonly agent: Agent; readonly headers: Readonly<Record<string, string | undefined>> },
): Promise<{ readonly status: number; readonly etag: string }> {
  return new Promise((resolve, reject) => {
    request(url, options, (response) => {
      response.resume()
      response.on('end', () => resolve({ status: response.statusCode!, etag: response.headers.etag ?? '' }))
    })
      .on('error', reject)
      .end()
  })
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
}
