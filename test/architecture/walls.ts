// Checks each import against the table of layers.
import { posix } from 'node:path'
import { isBuiltin } from 'node:module'
import { layers, testPackages, type Layer } from './layers.ts'
import { moduleImports } from './module-imports.ts'

/** Path from the project's folder, with `/`, to source. */
export type Sources = Readonly<Record<string, string>>

export interface Survey {
  readonly files: number
  readonly imports: number
  readonly violations: readonly string[]
  /** Module to the modules of ours that it imports. */
  readonly graph: Readonly<Record<string, readonly string[]>>
}

export function survey(sources: Sources): Survey {
  const graph: Record<string, readonly string[]> = {}
  const violations: string[] = []
  let imports = 0
  for (const [path, source] of Object.entries(sources)) {
    const { specifiers, faults } = moduleImports(path, source)
    imports += specifiers.length
    graph[path] = specifiers.filter(isRelative).map((specifier) => resolve(path, specifier))
    const reasons = [...faults, ...specifiers.flatMap((specifier) => refusal(path, specifier))]
    violations.push(...reasons.map((reason) => `${path} ${reason}`))
  }
  return { files: Object.keys(sources).length, imports, violations, graph }
}

function refusal(from: string, specifier: string): readonly string[] {
  const name = layerOf(from)
  const layer = Object.hasOwn(layers, name) ? layers[name] : undefined
  if (layer === undefined) return [`lies in no layer (${name})`]
  return isRelative(specifier) ? refusedModule(from, specifier, layer) : refusedPackage(from, specifier, layer)
}

function refusedModule(from: string, specifier: string, layer: Layer): readonly string[] {
  const target = resolve(from, specifier)
  const name = layerOf(target)
  // What a test of any layer may lean on: programs of the machine.
  if (isForTests(from) && target.startsWith('test/support/')) return []
  if (name !== layerOf(from) && !layer.layers.includes(name))
    return [`imports ${target}: ${layerOf(from)} may not import ${name}`]
  if (isForTests(target) && !isForTests(from)) return [`imports ${target}, which is for tests`]
  return /\.(?:tsx?|json)$/u.test(specifier) ? [] : [`imports ${specifier} without its extension`]
}

function refusedPackage(from: string, specifier: string, layer: Layer): readonly string[] {
  if (isBuiltin(specifier)) {
    return layer.node && specifier.startsWith('node:') ? [] : [`imports ${specifier}: not allowed in ${layerOf(from)}`]
  }
  const allowed = isForTests(from) ? [...layer.packages, ...testPackages] : layer.packages
  return allowed.includes(packageOf(specifier)) ? [] : [`imports ${specifier}: not allowed in ${layerOf(from)}`]
}

export function isForTests(path: string): boolean {
  return /\.test\.tsx?$|\/testing\//u.test(path)
}

function isRelative(specifier: string): boolean {
  return specifier.startsWith('.') || specifier.startsWith('/')
}

function resolve(from: string, specifier: string): string {
  return posix.join(posix.dirname(from), specifier)
}

function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
}

/** `src/core/duty.ts` → `core`; what lies elsewhere is its own, forbidden, layer. */
function layerOf(path: string): string {
  const [top, layer, file] = path.split('/')
  return top === 'src' && layer !== undefined && file !== undefined ? layer : path
}
