// What is shipped to run elsewhere: the image’s files start a server, the compose file says what the server understands, the unit is sound.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { dirname, join, matchesGlob } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { knownNames, readConfiguration } from '../src/server/configuration/configuration.ts'
import { folder, root } from './support/command-line.ts'
import { execute, program } from './support/machine.ts'

const read = (file: string) => readFileSync(join(root, file), 'utf8')

describe('the image', () => {
  const steps = read('Dockerfile')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .flatMap((line) => {
      const [, word, rest] = /^([A-Z]+) (.+)$/.exec(line) ?? []
      return word === undefined ? [] : [{ word, rest: rest! }]
    })
  const said = (word: string) => steps.filter((step) => step.word === word).map(({ rest }) => rest)
  const inExecForm = (text: string) => z.array(z.string()).parse(JSON.parse(text))

  /** As a context is made for the build: the last line that fits decides. */
  function isSent(file: string): boolean {
    let sent = true
    for (const line of read('.dockerignore').trim().split('\n')) {
      const pattern = line.replace(/^!/, '')
      const fits = ['', '/**'].some((deeper) => matchesGlob(file, pattern + deeper))
      if (fits || (pattern === '*' && !line.startsWith('!'))) sent = line.startsWith('!')
    }
    return sent
  }

  /** What stands in /app after the steps of the Dockerfile. */
  function built(): string {
    const app = folder()
    const tracked = spawnSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).stdout.trim().split('\n')
    const copied = said('COPY').flatMap((line) => line.split(' ').slice(0, -1))
    const files = tracked.filter(
      (file) => isSent(file) && copied.some((from) => file === from || file.startsWith(`${from}/`)),
    )
    for (const file of files) cpSync(join(root, file), join(app, file))
    const Lock = z.object({ packages: z.record(z.string(), z.object({ dev: z.boolean().optional() })) })
    const { packages } = Lock.parse(JSON.parse(read('package-lock.json')))
    for (const [at, { dev }] of Object.entries(packages)) {
      if (dev === true || !/^node_modules\/(?:@[^/]+\/)?[^/]+$/.test(at)) continue
      mkdirSync(dirname(join(app, at)), { recursive: true })
      symlinkSync(join(root, at), join(app, at))
    }
    const [, stamp] = /^node -e ("import.+") && mkdir/.exec(said('RUN').find((step) => step.startsWith('node'))!)!
    const { status, stderr } = spawnSync('sh', ['-c', `node -e ${stamp!.replaceAll('/app/', `${app}/`)}`], {
      encoding: 'utf8',
    })
    expect([status, stderr]).toEqual([0, ''])
    return app
  }

  test('everything that it copies is there, and sent', () => {
    for (const from of said('COPY').flatMap((line) => line.split(' ').slice(0, -1)))
      expect([from, isSent(from)]).toEqual([from, true])
    expect([isSent('src/server/app.test.ts'), isSent('src/server/testing/asked-as.ts'), isSent('.git/config')]).toEqual(
      [false, false, false],
    )
  })

  test('its files alone start a server on an empty folder, which its own health command finds ready', async () => {
    const app = built()
    const free = createServer().listen(0, '127.0.0.1')
    await once(free, 'listening')
    const PORT = `${(free.address() as AddressInfo).port}`
    free.close()
    await once(free, 'close')
    const [command = '', ...args] = inExecForm(said('CMD').at(-1)!)
    const env = {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      DATABASE_URL: `sqlite:${join(folder(), 'demarc.db')}`,
      PORT,
    }
    expect(said('ENV')[0]).toContain('NODE_ENV=production HOST=0.0.0.0 PORT=4400 DATABASE_URL=sqlite:/data/demarc.db')
    const server = spawn(command, args, { cwd: app, env, stdio: 'pipe' })
    onTestFinished(() => void server.kill('SIGKILL'))
    let heard = ''
    for (const stream of [server.stdout, server.stderr]) stream.on('data', (chunk) => (heard += String(chunk)))
    const ended = once(server, 'exit')
    while (server.exitCode === null && !heard.includes('Ctrl-C'))
      await Promise.race([once(server.stdout, 'data'), ended])
    expect(heard).toContain('/set-up?token=')
    expect(await (await fetch(`http://127.0.0.1:${PORT}/healthz`)).json()).toEqual({ status: 'alive' })
    const health = inExecForm(/CMD (\[.*\])$/.exec(said('HEALTHCHECK')[0]!)![1]!)
    expect((await execute(health[0]!, health.slice(1), { env })).stderr).toBe('')
    server.kill(said('STOPSIGNAL')[0] as NodeJS.Signals)
    expect(await ended).toEqual([0, null])
  })
})

describe('the compose file', () => {
  const Service = z.object({
    image: z.string().optional(),
    build: z.string().optional(),
    deploy: z.object({ replicas: z.int() }).optional(),
    environment: z.record(z.string(), z.string()).default({}),
    secrets: z.array(z.string()).default([]),
    volumes: z.array(z.string()).default([]),
    networks: z.array(z.string()),
    healthcheck: z.object({ test: z.array(z.string()) }).optional(),
    depends_on: z.union([z.array(z.string()), z.record(z.string(), z.object({ condition: z.string() }))]).optional(),
  })
  const named = z.record(z.string(), z.unknown())
  const { services, ...declared } = z
    .object({ services: z.record(z.string(), Service), networks: named, volumes: named, secrets: named })
    .parse(parse(read('compose.yaml')))
  const demarc = services['demarc']!
  const database = services['database']!

  test('two servers wait for one PostgreSQL that is found healthy, and keeps its records in a volume', () => {
    expect([demarc.build, demarc.deploy]).toEqual(['.', { replicas: 2 }])
    expect(demarc.depends_on).toEqual({ database: { condition: 'service_healthy' } })
    expect(database.image).toMatch(/^postgres:1[5-9]/)
    expect(database.healthcheck?.test.join(' ')).toContain('pg_isready')
    expect(database.volumes).toEqual(['records:/var/lib/postgresql/data'])
    expect(read('Dockerfile')).toMatch(/^HEALTHCHECK /m)
  })

  test('what a service uses is declared', () => {
    for (const { secrets, networks, volumes } of Object.values(services)) {
      expect(Object.keys(declared.secrets)).toEqual(expect.arrayContaining(secrets))
      expect(Object.keys(declared.networks)).toEqual(expect.arrayContaining(networks))
      expect(Object.keys(declared.volumes)).toEqual(
        expect.arrayContaining(volumes.map((volume) => volume.split(':')[0]!)),
      )
    }
  })

  test('every variable is a setting, and all of them together make sense', () => {
    const place = folder()
    writeFileSync(join(place, 'demarc'), 'Zk3v9QpX7sLr2TnB8wYc5HdJ4mFg6AeU\n')
    writeFileSync(join(place, 'database-url'), 'postgres://demarc:0123456789abcdef@database/demarc')
    const env = Object.fromEntries(
      Object.entries(demarc.environment).map(([name, value]) => [
        name,
        value.replace(/\$\{\w+:-(\w+)\}/, '$1').replace(/^\/run\/secrets/, place),
      ]),
    )
    expect(knownNames).toEqual(expect.arrayContaining(Object.keys(env)))
    expect(read('docs/configuration.md')).toContain('`TRUSTED_PROXIES`')
    const made = readConfiguration({ HOST: '0.0.0.0', PORT: '4400', ...env })
    expect([made.DEMARC_URL, made.DATABASE_PLAINTEXT]).toEqual(['https://localhost', true])
    const [{ subnet } = { subnet: '' }] = z
      .object({ ipam: z.object({ config: z.array(z.object({ subnet: z.string() })) }) })
      .parse(declared.networks['front']).ipam.config
    expect(made.TRUSTED_PROXIES.map(({ text }) => text)).toEqual([subnet])
  })
})

describe('the systemd unit', async () => {
  const analyze = await program('systemd-analyze')

  test.skipIf(analyze === undefined)('is sound', async () => {
    const { stdout, stderr } = await execute(analyze!, ['verify', join(root, 'deploy', 'demarc.service')])
    expect(stdout + stderr).toBe('')
  })

  test('names variables that the server knows, and waits longer than the server does', () => {
    const unit = read('deploy/demarc.service')
    const [, variables] = /^Environment=(.+)$/m.exec(unit)!
    for (const one of variables!.split(' '))
      expect([...knownNames, 'NODE_ENV']).toContain(one.slice(0, one.indexOf('=')))
    const [, seconds] = /^TimeoutStopSec=(\d+)$/m.exec(unit)!
    const { STOP_SECONDS, DRAIN_SECONDS } = readConfiguration({})
    expect(Number(seconds)).toBeGreaterThan(STOP_SECONDS + DRAIN_SECONDS)
  })
})
