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

const program = join(import.meta.dirname, 'testing', 'server-process.ts')
const secret = 'Zk3v9QpX7sLr2TnB8wYc5HdJ4mFg6AeU'

interface Started {
  readonly process: ChildProcess
  readonly url: string
  readonly log: () => string
}

async function started(databaseUrl: string): Promise<Started> {
  const env = { ...process.env, DATABASE_URL: databaseUrl, DEMARC_SECRET: secret, PORT: '0', HOST: '127.0.0.1' }
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
