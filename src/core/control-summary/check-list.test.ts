import { expect, test } from 'vitest'
import { boxesIn } from './check-list.ts'

test.each<readonly [string, string]>([
  ['☒ Implemented\n☐ Planned', 'ticked Implemented, empty Planned'],
  ['☑ Implemented ☐ Planned ☐ Not applicable', 'ticked Implemented, empty Planned, empty Not applicable'],
  ['Status (check all that apply): ☐ A ✓ B', 'empty A, ticked B'],
  ['[x] A\n[ ] B\n[X] C\n[] D', 'ticked A, empty B, ticked C, empty D'],
  ['■ A □ B', 'ticked A, empty B'],
  ['● A\n○ B', 'ticked A, empty B'],
  ['● A\n● B', ''],
  ['☒\nA\n☐\nB', 'ticked A, empty B'],
  ['☒ A\nand what follows it\n☐ B', 'ticked A, empty B'],
  ['✗ A ☐ B', 'doubtful A, empty B'],
  ['A ☒ B ☐', 'doubtful B'],
  ['A ☒ B ☐ C', 'doubtful B, doubtful C'],
  ['☒ A ☐', 'doubtful A'],
  ['Customer ☐', 'doubtful Customer'],
  ['Customer ☒', ''],
  ['☒', ''],
  ['AC-2[a] of [x](link)', ''],
  ['words alone', ''],
  ['', ''],
])('%j', (text, wanted) => {
  expect(
    boxesIn(text)
      .map(({ state, label }) => `${state} ${label}`)
      .join(', '),
  ).toBe(wanted)
})
