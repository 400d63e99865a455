// The commands around the server, as an operator types them.
import { spawn, spawnSync } from 'node:child_process'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { folder, root } from './support/command-line.ts'

function demarc(command: string, env: Readonly<Record<string, string>>) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'bin', 'demarc.mjs'), command], {
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', ...env },
  })
  return { status, said: stdout + stderr }
}

const inFolder = (place = folder()) => ({ DATABASE_URL: `sqlite:${join(place, 'demarc.db')}` })

describe('the server does not start, says why, and ends with 2', () => {
  test('nonsense in the configuration', () => {
    const { status, said } = demarc('serve', { PORT: 'eighty', DEMARC_SECRET: 'short' })
    expect(status).toBe(2)
    expect(said).toContain('PORT: write a whole number')
    expect(said).toContain('DEMARC_SECRET: it is too short')
  })

  test('a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void other.close())
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const { status, said } = demarc('serve', { ...inFolder(), HOST: '127.0.0.1', PORT: `${port}` })
    expect([status, said]).toEqual([2, expect.stringContaining(`port ${port} is taken`)])
  })

  test('a database that is none', () => {
    const place = folder()
    writeFileSync(join(place, 'demarc.db'), 'this is no database, whatever its name says '.repeat(100))
    const { status, said } = demarc('serve', inFolder(place))
    expect([status, said]).toEqual([2, expect.stringMatching(/database/)])
  })

  test('a database of a newer version', () => {
    const place = folder()
    expect(demarc('demo', inFolder(place)).status).toBe(0)
    const database = new DatabaseSync(join(place, 'demarc.db'))
    database.exec("insert into schema_versions values (9999, 'later', 'x')")
    database.close()
    const { status, said } = demarc('serve', inFolder(place))
    expect([status, said]).toEqual([2, expect.stringContaining('made by a newer Demarc')])
  })

  test('a PostgreSQL that does not answer', () => {
    const { status, said } = demarc('serve', {
      DATABASE_URL: 'postgres://demarc:pw-not-told@127.0.0.1:1/demarc',
      DEMARC_SECRET: 'Zk3v9QpX7sLr2TnB8wYc5HdJ4mFg6AeU',
    })
    expect([status, said]).toEqual([2, expect.stringContaining('PostgreSQL does not answer there')])
    expect(said).not.toContain('pw-not-told')
  })
})

describe('the doctor', () => {
  test('finds a fresh machine well, and says what to mind', () => {
    const { status, said } = demarc('doctor', inFolder())
    expect(said).toContain('A server would run here.')
    expect(said).toMatch(/mind +mail/)
    expect(status).toBe(0)
  })

  test('names what is wrong and ends with 1', () => {
    const { status, said } = demarc('doctor', {
      ...inFolder(),
      SMTP_HOST: '127.0.0.1',
      SMTP_PORT: '1',
      SMTP_FROM: 'demarc@example.com',
    })
    expect([status, said]).toEqual([1, expect.stringMatching(/WRONG +mail +127\.0\.0\.1:1: connect ECONNREFUSED/)])
    expect(demarc('doctor', { PORT: 'x' })).toMatchObject({
      status: 1,
      said: expect.stringContaining('PORT') as unknown,
    })
  })
})

test('the demonstration has the five example clients', () => {
  const { status, said } = demarc('demo', inFolder())
  expect([status, said]).toEqual([0, expect.stringContaining('has 5 clients')])
})

test('told to stop twice, the server ends at once', async () => {
  const server = spawn(process.execPath, [join(root, 'launch.mjs'), 'start'], {
    env: { ...process.env, ...inFolder(), PORT: '0', HOST: '127.0.0.1', DRAIN_SECONDS: '300' },
    stdio: 'pipe',
  })
  onTestFinished(() => void server.kill('SIGKILL'))
  let said = ''
  server.stdout.on('data', (chunk) => (said += String(chunk)))
  while (!said.includes('Ctrl-C')) await once(server.stdout, 'data')
  expect(said).toMatch(/Demarc is ready at http:\/\/localhost:\d+/)
  server.kill('SIGTERM')
  while (!said.includes('Stopping')) await once(server.stdout, 'data')
  const exit = once(server, 'exit')
  server.kill('SIGTERM')
  expect(await exit).toEqual([143, null])
})
