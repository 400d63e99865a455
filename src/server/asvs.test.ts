// SECURITY.md names a test for each item of the ASVS that it claims: each must be there.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const rows = [
  ...readFileSync(join(root, 'SECURITY.md'), 'utf8').matchAll(
    /^\| (\d+\.\d+\.\d+(?:, \d+\.\d+\.\d+)*) \| [^|]+ \| `([^`]+)` \| `([^`]+)` \|$/gm,
  ),
].map(([, item, file, words]) => [item!, file!, words!] as const)

test('there are such rows', () => expect(rows.length).toBeGreaterThan(20))

test.each(rows)('%s is proven in %s: %s', (_, file, words) => {
  expect(file).toMatch(/\.test\.ts$/)
  expect(readFileSync(join(root, file), 'utf8')).toContain(words)
})
