// Runs of eight words: two texts that share one share a sentence.
const length = 8

export function runsOf(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[a-z0-9']+/g) ?? []
  return words.slice(0, Math.max(0, words.length - length + 1)).map((_, at) => words.slice(at, at + length).join(' '))
}

/** The first run that a text shares with the known ones. */
export function sharedRun(text: string, known: ReadonlySet<string>): string | undefined {
  return runsOf(text).find((run) => known.has(run))
}
