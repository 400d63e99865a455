// With which letters the matches of a phrase can begin.

const most = 4

/** Up to four letters each; an empty one where the phrase's source does not tell. */
export function beginnings(source: string): readonly string[] {
  return lead(source, '')
}

function lead(source: string, letters: string): readonly string[] {
  if (letters.length === most) return [letters]
  if (source.startsWith('(?:')) return leadOfGroup(source, letters)
  if (/^\(\?<?[!=]/.test(source)) return lead(source.slice(closing(source) + 1), letters)
  const [letter = ''] = source
  if (!/^[a-z]$/.test(letter)) return [letters]
  const rest = source.slice(1)
  if (rest.startsWith('?')) return [...lead(rest.slice(1), letters), ...lead(rest.slice(1), letters + letter)]
  return lead(rest, letters + letter)
}

function leadOfGroup(source: string, letters: string): readonly string[] {
  const end = closing(source)
  const rest = source.slice(end + 1)
  const quantifier = /^(?:\?|\*|\{0,\d*\})\??/.exec(rest)?.[0]
  const repeated = quantifier !== undefined && !quantifier.startsWith('?')
  const after = rest.slice(quantifier?.length ?? 0)
  const inside = alternatives(source.slice(3, end)).flatMap((alternative) =>
    lead(alternative + (repeated ? '.' : after), letters),
  )
  return quantifier === undefined ? inside : [...inside, ...lead(after, letters)]
}

function alternatives(body: string): readonly string[] {
  const parts: string[] = []
  let from = 0
  let depth = 0
  for (let index = 0; index < body.length; index++) {
    const char = body[index]
    if (char === '\\') index++
    else if (char === '[') index = body.indexOf(']', index + 2)
    else if (char === '(') depth++
    else if (char === ')') depth--
    else if (char === '|' && depth === 0) {
      parts.push(body.slice(from, index))
      from = index + 1
    }
  }
  return [...parts, body.slice(from)]
}

/** Where the bracket that opens the source closes. */
function closing(source: string): number {
  let depth = 0
  for (let index = 0; index < source.length; index++) {
    const char = source[index]
    if (char === '\\') index++
    else if (char === '[') index = source.indexOf(']', index + 2)
    else if (char === '(') depth++
    else if (char === ')' && --depth === 0) return index
  }
  return source.length
}
