// The names and the sizes of files.
import { bannedNames } from './layers.ts'
import { isForTests, type Sources } from './walls.ts'

const longest = 300

export function badNames(sources: Sources): readonly string[] {
  return Object.keys(sources).filter((path) => {
    const [file = '', ...folders] = path.split('/').toReversed()
    const name = file.replace(/(?:\.test)?\.tsx?$/u, '')
    if (folders.some((folder) => bannedNames.includes(folder))) return true
    if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(name)) return true
    const isDoor = name === 'index' && folders.length === 2
    return !isDoor && bannedNames.includes(name.split('-').at(-1) ?? '')
  })
}

export function tooLong(sources: Sources): readonly string[] {
  return Object.keys(sources).filter((path) => lines(sources[path] ?? '') > longest)
}

/** The number of lines that the given part of all files, tests left out, does not exceed. */
export function lengthAt(part: number, sources: Sources): number {
  const lengths = Object.entries(sources).flatMap(([path, source]) => (isForTests(path) ? [] : [lines(source)]))
  const sorted = lengths.toSorted((a, b) => a - b)
  return sorted[Math.ceil(sorted.length * part) - 1] ?? 0
}

function lines(source: string): number {
  return source.trimEnd().split('\n').length
}
