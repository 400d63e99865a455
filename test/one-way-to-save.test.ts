// What stands beside activities (words to search by, figures, history) is only true while nobody saves them past the use cases that keep it.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const usecases = join(import.meta.dirname, '../src/usecases')
const saves =
  /\b(?:save(?:Engagement|Standing)|insert(?:Engagement|Activities)|replaceActivity|removeActivity|placeActivities)\b/

test('a draft is saved by its edit, its making and its archiving alone', () => {
  const files = readdirSync(usecases, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.includes('testing'))
    .filter((name) => saves.test(readFileSync(join(usecases, name), 'utf8')))
  expect(files.toSorted()).toEqual([
    'archive-engagement.ts',
    'create-engagement.ts',
    'edit-draft.ts',
    'save-activities.ts',
  ])
  const keeps = (name: string) => readFileSync(join(usecases, name), 'utf8').includes('await keepSearchWords(')
  expect(files.filter((name) => name !== 'save-activities.ts' && !keeps(name))).toEqual([])
})
