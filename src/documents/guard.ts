// What no matrix holds, whatever its fields: bottomless nesting, keys that reach into objects, halves of characters, millions of values.
import type { Issue } from '../core/issue.ts'

export const depthLimit = 40
export const valueLimit = 3_000_000

export interface Guarded {
  /** the first thing that may not be */
  readonly issues: readonly Issue[]
  /** how many fields all groups have together, where there is no issue */
  readonly keys: number
}

/** Recursion goes no deeper than the depth limit. */
export function guard(root: unknown): Guarded {
  const walk = { values: 0, keys: 0 }
  const found = look(root, 0, walk)
  return { issues: found ? [{ at: sayWay(found.way.toReversed()), message: found.message }] : [], keys: walk.keys }
}

interface Walk {
  values: number
  keys: number
}

/** A fault and the way to it, the last step first. */
interface Found {
  readonly message: string
  readonly way: (string | number)[]
}

type Group = Readonly<Record<string, unknown>>

function look(value: unknown, depth: number, walk: Walk): Found | undefined {
  walk.values += 1
  if (typeof value !== 'object' || value === null) return faultOf(value)
  if (depth === depthLimit) return fault(`it nests deeper than ${depthLimit} levels, more than Demarc reads`)
  return Array.isArray(value) ? lookInList(value, depth, walk) : lookInGroup(value as Group, depth, walk)
}

function lookInList(list: readonly unknown[], depth: number, walk: Walk): Found | undefined {
  for (let index = 0; index < list.length; index += 1) {
    const found = look(list[index], depth + 1, walk)
    if (found) return onTheWay(index, found)
    if (walk.values > valueLimit) return tooMany
  }
  return undefined
}

function lookInGroup(group: Group, depth: number, walk: Walk): Found | undefined {
  for (const key of Object.keys(group)) {
    walk.keys += 1
    const found = faultOfKey(key) ?? look(group[key], depth + 1, walk)
    if (found) return onTheWay(key, found)
    if (walk.values > valueLimit) return tooMany
  }
  return undefined
}

const tooMany: Found = { message: `it holds more than ${valueLimit} values, more than Demarc reads`, way: [] }

function onTheWay(step: string | number, found: Found): Found {
  if (found !== tooMany) found.way.push(step)
  return found
}

function fault(message: string): Found {
  return { message, way: [] }
}

function faultOf(value: unknown): Found | undefined {
  if (typeof value === 'string')
    return value.isWellFormed()
      ? undefined
      : fault('this text holds half a character (a lone surrogate); type it again')
  if (typeof value === 'number' && !Number.isFinite(value))
    return fault('this is not a number that a document can hold')
  if (typeof value === 'bigint') return fault('this number is too large to be kept exactly; write it as text')
  return undefined
}

/** Blanks around a name are dropped later, so they cannot hide one here. */
function faultOfKey(key: string): Found | undefined {
  if (key.includes('__proto__') && key.trim() === '__proto__')
    return fault('no field may be called "__proto__"; give it another name')
  if (!key.isWellFormed())
    return fault('the name of this field holds half a character (a lone surrogate); type it again')
  return undefined
}

function sayWay(way: readonly (string | number)[]): string {
  let at = ''
  for (const step of way) {
    if (typeof step === 'number') at += `[${step}]`
    else at += at === '' ? step : `.${step}`
  }
  return at === '' ? 'the document' : at.slice(0, 200).toWellFormed()
}
