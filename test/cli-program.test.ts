import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, openSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commandNames, loadCommand } from '../src/cli/catalogue.ts'
import { demarc, folder, program, root } from './support/command-line.ts'

test('runs from any folder, with exit codes that programs can rely on', () => {
  const home = folder()
  const made = program(
    ['new', '--framework', 'hipaa', '--msp', 'M', '--client', 'C', '--all-offerings', '-o', 'm.json'],
    home,
  )
  expect(made).toMatchObject({ code: 0, err: '' })
  const checked = program(['check', 'm.json', '--json'], home)
  expect(checked.code).toBe(1)
  expect((JSON.parse(checked.out) as { matrix: string }).matrix).toBe('c')
  expect(program(['check', 'missing.json'], home).code).toBe(2)
})

test('writes no colour where nobody looks', () => {
  expect(program(['--help']).out).not.toContain('\u001b[')
})

test('a reader that stops early is no error', async () => {
  const child = spawn(process.execPath, [join(root, 'bin', 'demarc.mjs'), 'frameworks', 'show', 'cmmc-l2'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const complaints: unknown[] = []
  child.stderr.on('data', (chunk) => complaints.push(chunk))
  child.stdout.once('data', () => child.stdout.destroy())
  await once(child, 'close')
  expect(complaints).toEqual([])
})

test('what does not fit on the disk is an error, also where the shell redirects', ({ skip }) => {
  if (!existsSync('/dev/full')) {
    console.log('skipped: this machine has no /dev/full')
    skip()
  }
  const full = openSync('/dev/full', 'w')
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'bin', 'demarc.mjs'), 'frameworks', 'list'], {
    stdio: ['ignore', full, 'pipe'],
    encoding: 'utf8',
  })
  closeSync(full)
  expect(status).toBe(2)
  expect(stderr).toContain('could not be written whole')
})

describe('help', () => {
  test.each(commandNames)('%s is explained with an example that starts with its name', async (name) => {
    const { code, out } = await demarc(name, '--help')
    expect(code).toBe(0)
    expect(out).toContain('usage: demarc')
    expect((await loadCommand(name)).example.startsWith(`demarc ${name}`)).toBe(true)
    expect((await demarc('help', name)).out).toBe(out)
  })

  test('the overview names every command', async () => {
    const { out } = await demarc('--help')
    for (const name of commandNames) expect(out).toContain(name)
  })
})

describe('completion', () => {
  test('the bash script completes commands, options and choices', ({ skip }) => {
    if (spawnSync('bash', ['--version']).error) {
      console.log('skipped: there is no bash on this machine')
      skip()
    }
    const script = join(folder(), 'completion.bash')
    writeFileSync(script, program(['completion', 'bash']).out)
    const complete = (line: readonly string[]): readonly string[] => {
      const { stdout, error } = spawnSync(
        'bash',
        [
          '-c',
          `source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(( $# - 1 )); _demarc; printf '%s\\n' "\${COMPREPLY[@]}"`,
          'bash',
          script,
          ...line,
        ],
        { encoding: 'utf8', cwd: root },
      )
      if (error) throw error
      return stdout.split('\n').filter((word) => word !== '')
    }
    expect(complete(['demarc', 'exp'])).toEqual(expect.arrayContaining(['exposure', 'export']))
    expect(complete(['demarc', 'show', 'x', '--vi'])).toContain('--view')
    expect(complete(['demarc', 'show', 'x', '--view', 'c'])).toEqual(['crm', 'client', 'cuec', 'csoc', 'caiq'])
  })

  test.each(['zsh', 'fish', 'powershell'])('the %s script names every command', async (shell) => {
    const { out } = await demarc('completion', shell)
    for (const name of commandNames) expect(out).toContain(name)
  })
})
