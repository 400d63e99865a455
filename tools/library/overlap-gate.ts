// Our text is our own: no sentence of the library shares eight words in a row with a reference text.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { each } from './gate.ts'
import type { Gate } from './gate.ts'
import { placeOf, textsIn } from './library.ts'
import { runsOf, sharedRun } from './word-runs.ts'

/** Beside the checkout; elsewhere there is nothing to compare with. */
const folder = new URL('../../../shared/reference/', import.meta.url)

export const overlapGate: Gate = {
  id: 'own-words',
  asks: 'Does no text of a row or profile share eight words in a row with a reference text?',
  look: ({ template, profiles }) => {
    if (!existsSync(folder))
      return { looked: 0, faults: [], skipped: 'the reference folder is not beside the checkout' }
    const known = referenceRuns()
    const written = [
      ...template.activities.map((activity) => ({ at: placeOf(activity), value: activity as unknown })),
      ...profiles.map((profile) => ({ at: `${profile.id}.yaml`, value: profile as unknown })),
    ]
    return each(written, ({ value }) =>
      textsIn(value).flatMap(([at, text]) => {
        const run = sharedRun(text, known)
        return run === undefined ? [] : [`${at}: "${run}"`]
      }),
    )
  },
}

function referenceRuns(): ReadonlySet<string> {
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => textsIn(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))))
  return new Set(texts.flatMap(([, text]) => runsOf(text)))
}
