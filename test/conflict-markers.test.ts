import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './support/command-line.ts'

/** As two versions of a text are left where nobody chose between them. */
const marker = /^(?:<{7}|>{7}|\|{7}) /m

const kept = existsSync(join(root, '.git'))
if (!kept) console.log('skipped: conflict markers, for this is no checkout of git')

test.skipIf(!kept)('no file that is kept holds two versions of itself', () => {
  const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean)
  expect(files.length).toBeGreaterThan(500)
  expect(files.filter((file) => marker.test(readFileSync(join(root, file), 'utf8')))).toEqual([])
})
