import { expect, test } from 'vitest'
import { isConditional } from './conditional-words.ts'

test.each([
  'Planned for Q3 2027',
  'Available as an option at extra cost',
  'On our roadmap',
  'Log review (if licensed)',
  'Disponible en option',
  'Nur auf Anfrage',
  'Previsto para 2027',
])('%s promises nothing for now', (text) => expect(isConditional(text)).toBe(true))

test.each([
  'Patches are planned and installed each month',
  'Keeps the list of optional ports closed',
  'Answers requests within 4 hours',
  'Plant die Wartung',
])('%s does', (text) => expect(isConditional(text)).toBe(false))
