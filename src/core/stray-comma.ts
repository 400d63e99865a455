// In a row of YAML braces a comma ends a text: `{ ask: Which systems, example: the portal, the bank }` reads as a field "the bank" without a value.

/** Puts such pieces back onto the text before them; for the questions of an activity, whose fields all are texts. */
export function joinStrayCommas(activity: unknown): unknown {
  if (!isGroup(activity) || !isGroup(activity['placeholders'])) return activity
  const placeholders = Object.entries(activity['placeholders']).map(([name, asked]) => [
    name,
    isGroup(asked) ? joined(asked) : asked,
  ])
  return { ...activity, placeholders: Object.fromEntries(placeholders) as unknown }
}

function joined(asked: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const fields: [string, unknown][] = []
  for (const [name, value] of Object.entries(asked)) {
    const before = fields.at(-1)
    if (value === null && typeof before?.[1] === 'string') before[1] = `${before[1]}, ${name}`
    else fields.push([name, value])
  }
  return Object.fromEntries(fields)
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
