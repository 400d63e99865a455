// Circles of imports, type-only imports included: each is told as the path that leads back to its start.

export function cycles(graph: Readonly<Record<string, readonly string[]>>): readonly string[] {
  const done = new Set<string>()
  const path: string[] = []
  const found: string[] = []
  const visit = (module: string): void => {
    if (done.has(module)) return
    const start = path.indexOf(module)
    if (start >= 0) {
      found.push([...path.slice(start), module].join(' → '))
      return
    }
    path.push(module)
    for (const next of graph[module] ?? []) visit(next)
    path.pop()
    done.add(module)
  }
  for (const module of Object.keys(graph)) visit(module)
  return found
}
