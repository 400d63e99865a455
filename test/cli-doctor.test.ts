// What the doctor finds: a sound server well, and each planted fault by name with what to do.
import { chmodSync, existsSync, readdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo, Server } from 'node:net'
import { once } from 'node:events'
import { createServer as createSocket } from 'node:net'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import type { Remark } from '../src/cli/doctor/remark.ts'
import { writeMail } from '../src/usecases/delivery/testing/outbox.ts'
import { onEachEngine } from '../src/usecases/testing/two-msps.ts'
import type { TwoMsps } from '../src/usecases/testing/two-msps.ts'
import { demarc, folder } from './support/command-line.ts'

const DEMARC_SECRET = 'Zk3v9QpX7sLr2TnB8wYc5HdJ4mFg6AeU'

async function doctor(env: Readonly<Record<string, string>>) {
  for (const [name, value] of Object.entries({ PORT: '0', ...env })) vi.stubEnv(name, value)
  const { code, out } = await demarc('doctor', '--json')
  vi.unstubAllEnvs()
  const remarks = JSON.parse(out) as readonly Remark[]
  return { code, said: remarks.map(({ about, state, says }) => `${state} ${about}: ${says}`).join('\n') }
}

async function listeningOn(server: Server, host = '127.0.0.1'): Promise<string> {
  server.listen(0, host)
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  return `${(server.address() as AddressInfo).port}`
}

afterEach(() => vi.unstubAllEnvs())

describe.each(onEachEngine)('the doctor on $engine', ({ engine, open }) => {
  let world: TwoMsps
  beforeAll(async () => {
    world = await open()
  })
  afterAll(() => world.close())

  const look = () => doctor({ DATABASE_URL: world.database.url, DEMARC_SECRET })

  test('finds a sound server well', async () => {
    const { code, said } = await look()
    expect(said).toMatch(/good database: answers, schema (\d+) of \1/)
    expect(said).toContain(
      engine === 'sqlite'
        ? 'can be written to; write-ahead log, synchronous full, foreign keys enforced'
        : 'row-level security is forced on every table of a tenant',
    )
    expect([code, said]).toEqual([0, expect.not.stringContaining('wrong ')])
    expect(said).not.toContain('postgres://')
  })

  test('counts what waits and what was given up, and names work that nobody does', async () => {
    await writeMail(world.ours.owner, 'ben@example.com', Date.parse('2026-03-14T10:00:00Z'))
    await writeMail(world.ours.owner, 'kim@example.com', Date.parse('2026-03-14T10:00:00Z'))
    await world.database.run("update messages set state = 'failed' where recipient = 'kim@example.com'")
    const job = (id: string, state: string, until: string) =>
      `insert into jobs (tenant_id, job_id, kind, asked, state, progress, attempts, taken_until, made_at, made_by)
       values ('${world.ours.owner.actor.tenant}', '${id}', 'export', '{}', '${state}', 0, 1, ${until}, '2026-03-14T09:00:00.000Z', 'x')`
    await world.database.run(job('job_a', 'waiting', 'null'))
    await world.database.run(job('job_b', 'running', "'2026-03-14T09:01:00.000Z'"))
    const { code, said } = await look()
    expect(said).toContain('1 messages, 0 webhook deliveries and 1 jobs wait')
    expect(said).toContain('mind database: 1 messages were given up: demarc outbox')
    expect(said).toContain('mind database: the oldest job has waited since 2026-03-14T09:00:00.000Z')
    expect(said).toContain('mind database: 1 jobs were left by a process that ended')
    expect(code).toBe(0)
    await world.database.run("delete from jobs where job_id in ('job_a', 'job_b')")
  })

  test('sees a schema of another version', async () => {
    const older = await world.database.rows('select * from schema_versions order by number desc limit 1')
    await world.database.run(`delete from schema_versions where number = ${String(older[0]!['number'])}`)
    expect((await look()).said).toMatch(/mind database: its schema is \d+ of \d+: the next start brings it up to date/)
    const { number, name, sha256 } = older[0]!
    await world.database.run(
      `insert into schema_versions (number, name, sha256) values (${String(number)}, '${String(name)}', '${String(sha256)}'), (9999, 'later', 'x')`,
    )
    const newer = await look()
    expect([newer.code, newer.said]).toEqual([1, expect.stringMatching(/wrong database: its schema is 9999/)])
    await world.database.run('delete from schema_versions where number = 9999')
  })

  describe.runIf(engine === 'postgres')('the walls', () => {
    test.each([
      [
        'a table whose owner may pass',
        'alter table tokens no force row level security',
        'table tokens',
        'alter table tokens force row level security',
      ],
      [
        'a table without a guard',
        'alter table seats disable row level security',
        'table seats',
        'alter table seats enable row level security',
      ],
      [
        'a table that nobody guarded',
        'create table stray (tenant_id text primary key)',
        'table stray',
        'drop table stray',
      ],
    ])('%s', async (_, fault, named, cure) => {
      await world.database.run(fault)
      const { code, said } = await look()
      await world.database.run(cure)
      expect([code, said]).toEqual([1, expect.stringMatching(new RegExp(`wrong database: .*${named}`))])
      expect(said).not.toContain('is forced on every table')
      expect((await look()).code).toBe(0)
    })

    test('a user who passes all walls is told', async () => {
      expect((await look()).said).toMatch(/mind database: \S+ is a superuser or passes row-level security by/)
    })
  })
})

describe('the doctor on a file', () => {
  const inFolder = (place = folder()) => ({ DATABASE_URL: `sqlite:${join(place, 'demarc.db')}`, place })
  const made = async () => {
    const { place, ...env } = inFolder()
    chmodSync(place, 0o700)
    vi.stubEnv('DATABASE_URL', env.DATABASE_URL)
    expect((await demarc('demo')).code).toBe(0)
    return { env, place, file: join(place, 'demarc.db') }
  }

  test('makes nothing where there is nothing', async () => {
    const { place, ...env } = inFolder()
    const { code, said } = await doctor(env)
    expect([code, readdirSync(place)]).toEqual([0, []])
    expect(said).toContain(`good database: none yet at ${join(place, 'demarc.db')}`)
    const { said: nowhere } = await doctor({ DATABASE_URL: `sqlite:${join(place, 'not', 'there', 'demarc.db')}` })
    expect([existsSync(join(place, 'not')), nowhere]).toEqual([false, expect.stringContaining('GB free in')])
  })

  test('leaves behind nothing that was not there', async () => {
    const { env, place } = await made()
    const before = readdirSync(place)
    expect((await doctor(env)).said).toContain('folder and database are for their owner alone')
    expect(readdirSync(place)).toEqual(before)
  })

  test('sees who else may read records and secret', async () => {
    const { env, place, file } = await made()
    chmodSync(file, 0o644)
    chmodSync(place, 0o755)
    chmodSync(join(place, 'demarc.secret'), 0o640)
    const { said } = await doctor(env)
    expect(said).toContain(`mind rights: other users of this machine may look into the records: chmod 700 ${place}`)
    expect(said).toContain(`chmod 600 ${file}`)
    expect(said).toContain(`mind secret: others on this machine may read it: chmod 600 ${join(place, 'demarc.secret')}`)
  })

  test('sees another journal mode, and does not change it', async () => {
    const { env, file } = await made()
    const { DatabaseSync } = await import('node:sqlite')
    const database = new DatabaseSync(file)
    database.exec('pragma journal_mode = delete')
    expect((await doctor(env)).said).toContain('mind database: its journal mode is delete, not wal')
    expect(database.prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'delete' })
    database.close()
  })

  test.each([
    ['a file that is no database', 'this is no database '.repeat(100), /wrong database: .*no SQLite database/],
    ['a secret that is cut off', '', /wrong secret: .*holds no secret/],
  ])('%s', async (about, text, says) => {
    const { place, ...env } = inFolder()
    const name = about.includes('secret') ? 'demarc.secret' : 'demarc.db'
    writeFileSync(join(place, name), text)
    const { code, said } = await doctor(env)
    expect([code, said]).toEqual([1, expect.stringMatching(says)])
    expect(said).toContain('pdf: the compiler loads')
  })

  test('a variable that nobody reads but that looks like ours', async () => {
    const { said, code } = await doctor({ ...inFolder(), DATABSE_URL: 'x', TRUSTED_PROXY: '10.0.0.1', HOSTNAME: 'x' })
    expect(said).toContain('DATABSE_URL: nobody reads it; did you mean DATABASE_URL?')
    expect(said).toContain('TRUSTED_PROXY: nobody reads it; did you mean TRUSTED_PROXIES?')
    expect([code, said]).toEqual([0, expect.not.stringContaining('HOSTNAME')])
    const refused = await doctor({ ...inFolder(), DEMARC_SECERT: 'x', PORT: 'eighty' })
    expect([refused.code, refused.said]).toEqual([1, expect.stringMatching(/wrong DEMARC_SECERT: [^]*wrong PORT: /)])
  })

  test('the address that people come to', async () => {
    expect((await doctor({ ...inFolder(), HOST: '0.0.0.0' })).said).toContain(
      'mind address: it listens on 0.0.0.0 without TLS',
    )
    const proxied = { ...inFolder(), DEMARC_URL: 'https://demarc.example.com' }
    expect((await doctor(proxied)).said).toContain('mind address: TRUSTED_PROXIES is empty')
    expect((await doctor({ ...proxied, TRUSTED_PROXIES: '0.0.0.0/0' })).said).toContain(
      'wrong TRUSTED_PROXIES: “0.0.0.0/0” is every address there is',
    )
    expect((await doctor({ ...proxied, TRUSTED_PROXIES: '10.0.0.1' })).said).not.toContain('mind address')
  })

  test('a port that another program has, and one that Demarc has', async () => {
    const [other, demarcs] = [
      await listeningOn(createServer((_, answer) => answer.end('hello'))),
      await listeningOn(createServer((_, answer) => answer.end('{"status":"alive"}'))),
    ]
    const at = (PORT: string) => doctor({ ...inFolder(), HOST: '127.0.0.1', PORT })
    expect(await at(other)).toMatchObject({
      code: 1,
      said: expect.stringContaining(`wrong port: 127.0.0.1:${other} is taken by another program`) as unknown,
    })
    expect((await at(demarcs)).said).toContain(`good port: a Demarc runs at 127.0.0.1:${demarcs}`)
  })

  test('a mail server that greets, one that refuses the login, one that says nothing of the kind, and none', async () => {
    let mails = 0
    const smtp = new SMTPServer({
      allowInsecureAuth: true,
      disabledCommands: ['STARTTLS'],
      authOptional: true,
      onAuth: ({ password }, _session, done) => done(password === 'right' ? null : new Error('no'), { user: 'demarc' }),
      onData: (_stream, _session, done) => done((mails += 1) > 0 ? null : undefined),
    })
    const good = await listeningOn(smtp.server)
    const closing = await listeningOn(createSocket((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')))
    const at = (SMTP_PORT: string, more = {}) =>
      doctor({
        ...inFolder(),
        SMTP_HOST: '127.0.0.1',
        SMTP_PORT,
        SMTP_TLS: 'none',
        SMTP_FROM: 'a@example.com',
        ...more,
      })
    expect((await at(good)).said).toContain(`good mail: 127.0.0.1:${good} answers`)
    const login = { SMTP_USER: 'demarc', SMTP_PASSWORD: 'right' }
    expect((await at(good, login)).said).toContain('and lets demarc in')
    const refused = await at(good, { ...login, SMTP_PASSWORD: 'hunter2-wrong' })
    expect([refused.code, refused.said]).toEqual([1, expect.stringContaining(`wrong mail: 127.0.0.1:${good}: `)])
    expect(refused.said).not.toContain('hunter2-wrong')
    expect((await at(closing)).said).toContain(`wrong mail: 127.0.0.1:${closing}: `)
    expect((await at('1')).said).toContain('wrong mail: 127.0.0.1:1: ')
    expect(mails).toBe(0)
  })

  test('a PostgreSQL that does not answer', async () => {
    const { code, said } = await doctor({
      DATABASE_URL: 'postgres://demarc:pw-not-told@127.0.0.1:1/demarc',
      DEMARC_SECRET,
    })
    expect([code, said]).toEqual([1, expect.stringMatching(/wrong database: .*PostgreSQL does not answer there/)])
    expect(said).not.toContain('pw-not-told')
  })
})
