// Several things in one sentence: with semicolons where a comma stands within one of them.

export function listed(items: readonly string[]): string {
  const separator = items.some((item) => item.includes(',')) ? '; ' : ', '
  return items.length < 2
    ? (items[0] ?? '')
    : `${items.slice(0, -1).join(separator)}${separator === '; ' ? ';' : ''} and ${items.at(-1)}`
}
