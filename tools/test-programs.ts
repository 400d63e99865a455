// The programs that tests hold our files against. Where Debian's package tool may install them, what is missing is installed.
import { execFileSync, spawnSync } from 'node:child_process'

/** Program → the Debian package that has it. */
const packages: Readonly<Record<string, string>> = {
  soffice: 'libreoffice-writer-nogui libreoffice-calc-nogui',
  pdftotext: 'poppler-utils',
  qpdf: 'qpdf',
  chromium: 'chromium',
}

export function ensureTestPrograms(): void {
  const missing = Object.keys(packages).filter((name) => !isThere(name))
  if (missing.length === 0) return
  const wanted = missing.flatMap((name) => packages[name]!.split(' '))
  if (process.getuid?.() !== 0 || !isThere('apt-get')) {
    console.log(
      `not on this machine: ${missing.join(', ')}; the tests that need them are skipped. Debian: apt-get install ${wanted.join(' ')}`,
    )
    return
  }
  console.log(`installing what the tests open our files with: ${wanted.join(' ')} …`)
  const installed = apt(['update']) && apt(['install', '-y', '--no-install-recommends', ...wanted])
  console.log(installed ? 'installed' : 'could not be installed; the tests that need them are skipped')
}

function isThere(name: string): boolean {
  try {
    execFileSync('sh', ['-c', 'command -v -- "$0"', name], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

function apt(args: readonly string[]): boolean {
  const { status } = spawnSync('apt-get', ['-qq', ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  return status === 0
}
