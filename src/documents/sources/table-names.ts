// What tables are called, so that a place in one cannot be taken for a place in another.
import { brief } from '../../core/brief.ts'

/** Gives each name once; a name that comes again is told apart: "Access control (2)". */
export function nameGiver(): (wanted: string) => string {
  const taken = new Set<string>()
  const next = new Map<string, number>()
  return (wanted) => {
    const plain = brief(wanted.replaceAll(/\s+/g, ' ').trim(), 80) || 'Table'
    let name = plain
    for (let turn = next.get(plain) ?? 2; taken.has(name); turn += 1) {
      name = `${plain} (${turn})`
      next.set(plain, turn + 1)
    }
    taken.add(name)
    return name
  }
}
