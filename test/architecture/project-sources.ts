// All TypeScript under src/.
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Sources } from './walls.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

export function projectSources(): Sources {
  const entries = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  const paths = entries.flatMap((entry) =>
    entry.isFile() && /\.tsx?$/u.test(entry.name) ? [join(entry.parentPath, entry.name)] : [],
  )
  return Object.fromEntries(
    paths.map((path) => [relative(root, path).split(sep).join('/'), readFileSync(path, 'utf8')]),
  )
}

/** The folders of src/: each must be a layer. */
export function projectLayers(): readonly string[] {
  return readdirSync(join(root, 'src'))
}
