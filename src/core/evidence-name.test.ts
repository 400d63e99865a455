import { expect, test } from 'vitest'
import { isNamed } from './evidence-name.ts'

test.each(['To be provided', 'No evidence yet', 'TBC', 'see contract', 'ok', 'Sample', 'none', '-', 'various'])(
  '“%s” names no artefact',
  (what) => expect(isNamed({ what })).toBe(false),
)

test.each(['Sample of 10 tickets', 'no-access report', 'Document register', 'Contract, signed', 'Later-review list'])(
  '“%s” names one',
  (what) => expect(isNamed({ what })).toBe(true),
)
