// Server processes of their own: two on one database, and one that stops in the middle of its work.
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { TwoMsps } from '../usecases/testing/two-msps.ts'
import { onEachEngine } from '../usecases/testing/two-msps.ts'
import { askedAs } from './testing/asked-as.ts'
import { readEvents, until } from './testing/event-reader.ts'

const program = join(import.meta.dirname, 'testing', 'server-process.ts')
const secret = 'Zk3v9QpX7sLr2TnB8wYc5HdJ4mFg6AeU'

interface Started {
  readonly process: ChildProcess
  readonly url: string
  readonly log: () => string
}

async function started(databaseUrl: string, more: Readonly<Record<string, string>> = {}): Promise<Started> {
  const env = {
    ...process.env,
    ...more,
    DATABASE_URL: databaseUrl,
    DEMARC_SECRET: secret,
    PORT: '0',
    HOST: '127.0.0.1',
  }
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program], { env, stdio: 'pipe' })
  let log = ''
  child.stderr.on('data', (chunk) => (log += String(chunk)))
  onTestFinished(() => void child.kill('SIGKILL'))
  const [line] = (await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])) as [unknown]
  if (!Buffer.isBuffer(line)) throw new Error(`the server did not start: ${log}`)
  return { process: child, url: line.toString().trim(), log: () => log }
}

describe.each(onEachEngine)('server processes on $engine', ({ open }) => {
  let world: TwoMsps
  beforeAll(async () => {
    world = await open()
  })
  afterAll(() => world.close())

  test('an edit on one is seen on the other, and of two edits of one row one is told that it came late', async () => {
    const [one, other] = await Promise.all([started(world.database.url), started(world.database.url)])
    const { actor } = world.ours.owner
    const path = `/api/tenants/${actor.tenant}/engagements/${world.ours.engagement}`
    const headers = { ...askedAs(actor), 'content-type': 'application/json' }
    const matrixOn = async ({ url }: Started) => {
      const response = await fetch(`${url}${path}/matrix`, { headers })
      const { activities } = (await response.json()) as { activities: readonly { id: string; title: string }[] }
      return { activity: activities[0]!, etag: response.headers.get('etag') }
    }
    const edit = ({ url }: Started, title: string, { version, activity }: { version: number; activity: object }) =>
      fetch(`${url}${path}/activities`, {
        method: 'PATCH',
        headers,
        body: JSON.stringify({ changes: [{ version, activity: { ...activity, title } }] }),
      })
    const before = await matrixOn(other)
    expect((await edit(one, 'Changed on one', { version: 1, activity: before.activity })).status).toBe(200)
    const after = await matrixOn(other)
    expect([after.activity.title, after.etag === before.etag]).toEqual(['Changed on one', false])

    const race = [one, other, one, other].map((server, at) => edit(server, `Racer ${at}`, { version: 2, ...after }))
    const answers = await Promise.all(race)
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409, 409])
    const winner = `Racer ${answers.findIndex(({ status }) => status === 200)}`
    expect([(await matrixOn(one)).activity.title, (await matrixOn(other)).activity.title]).toEqual([winner, winner])
  })
})

describe.each(onEachEngine.slice(0, 1))('a server that is told to stop', ({ open }) => {
  let world: TwoMsps
  beforeAll(async () => {
    world = await open()
  })
  afterAll(() => world.close())

  test('finishes the request that it accepted, takes no other, and ends well', async () => {
    const server = await started(world.database.url)
    const { port } = new URL(server.url)
    const { actor } = world.ours.owner
    const body = JSON.stringify({ name: 'Added while stopping' })
    const socket = connect(Number(port), '127.0.0.1')
    await once(socket, 'connect')
    let heard = ''
    socket.on('data', (chunk) => (heard += chunk.toString()))
    socket.write(
      `POST /api/tenants/${actor.tenant}/clients HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nExpect: 100-continue\r\nX-Test-Actor: ${askedAs(actor)['x-test-actor']}\r\nContent-Length: ${body.length}\r\n\r\n`,
    )
    await once(socket, 'data')
    expect(heard).toContain('100 Continue')
    server.process.kill('SIGTERM')
    while (!server.log().includes('"stopping"')) await once(server.process.stderr!, 'data')
    const exit = once(server.process, 'exit')
    socket.write(body)
    await once(socket, 'close')
    expect(heard).toContain('HTTP/1.1 201 Created')
    expect(await exit).toEqual([0, null])
    expect(server.log()).toContain('"event":"stopped","finished":true')
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow()
  })
})

interface Line {
  readonly event: string
  readonly time: string
  readonly outcome?: string
  readonly finished?: boolean
}

async function isAnswered(url: string): Promise<boolean> {
  try {
    await fetch(url)
    return true
  } catch {
    return false
  }
}

describe.each(onEachEngine)('a server that is told to stop in the middle of everything on $engine', ({ open }) => {
  let world: TwoMsps
  beforeAll(async () => {
    world = await open()
  })
  afterAll(() => world.close())

  const lines = ({ log }: Started) =>
    log()
      .split('\n')
      .flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as Line] : []))
  const logged = async (server: Started, event: string) => {
    while (!server.log().includes(`"${event}"`)) await once(server.process.stderr!, 'data')
    return Date.parse(lines(server).find((line) => line.event === event)!.time)
  }
  /** The head of a request whose body is still to come; it has been accepted. */
  async function begun({ url }: Started, body: string) {
    const { actor } = world.ours.owner
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    let heard = ''
    socket.on('data', (chunk) => (heard += chunk.toString()))
    const head = `POST /api/tenants/${actor.tenant}/clients HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nExpect: 100-continue\r\nX-Test-Actor: ${askedAs(actor)['x-test-actor']}\r\nContent-Length: ${body.length}\r\n\r\n`
    socket.write(head)
    await once(socket, 'data')
    return { socket, heard: () => heard }
  }

  test('drains, finishes or gives back what it accepted, says good-bye to those who listen, and ends with 0', async () => {
    const server = await started(world.database.url, { DRAIN_SECONDS: '2', STOP_SECONDS: '3' })
    const { actor } = world.ours.owner
    const headers = { ...askedAs(actor), 'content-type': 'application/json' }
    const tenant = `${server.url}/api/tenants/${actor.tenant}`
    const feed = await readEvents(`${tenant}/events/stream`, askedAs(actor))
    const body = JSON.stringify({ name: 'Accepted before the end' })
    const slow = await begun(server, body)
    // as a browser opens ahead: nothing is ever asked on it
    const silent = connect(Number(new URL(server.url).port), '127.0.0.1')
    await once(silent, 'connect')
    const asked = await Promise.all(
      [1, 2, 3].map(() =>
        fetch(`${tenant}/engagements/${world.ours.engagement}/exports`, {
          method: 'POST',
          headers,
          body: JSON.stringify({ what: 'matrix', format: 'pdf' }),
        }),
      ),
    )
    expect(asked.map(({ status }) => status)).toEqual(asked.map(() => expect.toBeOneOf([201, 202]) as unknown))
    const exit = once(server.process, 'exit')
    server.process.kill('SIGTERM')
    const told = await logged(server, 'stopping')
    expect((await fetch(`${server.url}/readyz`)).status).toBe(503)
    const late = await fetch(`${tenant}/clients`, { method: 'POST', headers, body: '{"name":"While draining"}' })
    expect(late.status).toBe(201)
    await until(feed.ended)
    // who listens hears of the end a moment before nobody is let in any more
    while (await isAnswered(`${server.url}/healthz`));
    slow.socket.write(body)
    await once(slow.socket, 'close')
    expect(slow.heard()).toContain('HTTP/1.1 201 Created')
    expect(await exit).toEqual([0, null])
    expect(lines(server).at(-1)).toMatchObject({ event: 'stopped', finished: true })
    expect((await logged(server, 'stopped')) - told).toBeGreaterThanOrEqual(2000)
    expect(feed.events.at(-1)).toMatchObject({ event: 'end' })

    const names = (await world.database.rows('select name from clients')).map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['Accepted before the end', 'While draining']))
    const states = async () => (await world.database.rows('select state from jobs')).map(({ state }) => state)
    expect(await states()).toEqual(asked.map(() => expect.toBeOneOf(['done', 'waiting']) as unknown))
  })

  test('cuts what takes longer than STOP_SECONDS, and ends with 1', async () => {
    await world.database.run("update jobs set state = 'cancelled' where state <> 'done'")
    const server = await started(world.database.url, { STOP_SECONDS: '1' })
    const never = await begun(server, '{"name":"Never sent whole"}')
    const exit = once(server.process, 'exit')
    server.process.kill('SIGTERM')
    await once(never.socket, 'close')
    expect(await exit).toEqual([1, null])
    expect(lines(server).at(-1)).toMatchObject({ event: 'stopped', finished: false })
    expect(await world.database.rows("select 1 from clients where name = 'Never sent whole'")).toEqual([])
  })
})
