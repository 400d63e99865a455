// A value with its keys in the order of an earlier one, so that a comparison of the two files shows what changed.

export function inOrderOf(earlier: unknown, value: unknown): unknown {
  if (Array.isArray(value)) {
    const known = new Map<unknown, unknown>(
      (Array.isArray(earlier) ? earlier : []).map((item) => [idOf(item), item] as const),
    )
    return value.map((item, index) => inOrderOf(known.get(idOf(item) ?? index) ?? at(earlier, index), item))
  }
  if (!isFields(value)) return value
  const before = isFields(earlier) ? earlier : {}
  const keys = [...new Set([...Object.keys(before), ...Object.keys(value)])].filter((key) => Object.hasOwn(value, key))
  return Object.fromEntries(keys.map((key) => [key, inOrderOf(before[key], value[key])]))
}

type Fields = Readonly<Record<string, unknown>>

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function idOf(value: unknown): string | undefined {
  return isFields(value) && typeof value['id'] === 'string' ? value['id'] : undefined
}

function at(list: unknown, index: number): unknown {
  return Array.isArray(list) ? list[index] : undefined
}
