// The shipped legal clocks are sound, and the library keeps within them.
import { expect, test } from 'vitest'
import type { Activity } from '../src/core/activity.ts'
import { checkDeadlineMismatch } from '../src/core/checks/deadline-mismatch.ts'
import { parseDuration } from '../src/core/duration.ts'
import { splitReference } from '../src/core/identifiers.ts'
import type { Matrix } from '../src/core/matrix.ts'
import { loadContext } from '../src/library/knowledge.ts'
import { loadTemplate } from '../src/library/template.ts'

const context = loadContext()
const clocks = context.clocks ?? []
const { activities } = loadTemplate()

test('every clock names a limit in calendar time, a source, and published objectives', () => {
  expect(clocks.length).toBeGreaterThanOrEqual(6)
  for (const clock of clocks) {
    expect(parseDuration(clock.limit), clock.id).toMatchObject({ business: false })
    expect(clock.sources, clock.id).toContain(clock.source)
    for (const reference of [...clock.notice, ...clock.upstream]) {
      const { framework, id } = splitReference(reference)
      const objectives = context.frameworks
        .get(framework)!
        .requirements.flatMap((requirement) => requirement.objectives.map((objective) => objective.id))
      expect(objectives, clock.id).toContain(id)
    }
  }
})

test('a clock and the deadline that its requirement carries agree', () => {
  const deadlines = clocks.flatMap(({ notice, limit }) =>
    notice.flatMap((reference) => {
      const { framework, id } = splitReference(reference)
      const deadline = context.frameworks.get(framework)!.requirements.find((requirement) => requirement.id === id)
        ?.attributes.deadline
      return deadline ? [{ limit, law: deadline.limit }] : []
    }),
  )
  expect(deadlines.length).toBeGreaterThan(5)
  for (const { limit, law } of deadlines) expect(limit).toBe(law)
})

test.each<[string, Matrix['frameworks'][number]['capacity'], readonly Activity[]]>([
  ['as delivered', 'covered-entity', activities],
  [
    'where nobody delivers the offering',
    'covered-entity',
    activities.map((activity) => ({ ...activity, ...activity.withoutOffering })),
  ],
  [
    'where the client is a business associate itself',
    'business-associate',
    activities.map((activity) => ({ ...activity, ...activity.variants?.[0], id: activity.id })),
  ],
])('the library keeps within the law %s', (_, capacity, rows) => {
  expect(findings(rows, capacity)).toEqual([])
})

test('an activity of the library with a longer time is found', () => {
  const late = activities.map((activity) => ({
    ...activity,
    duties: activity.duties.map((duty) =>
      duty.timing &&
      'within' in duty.timing &&
      /^(?:45 CFR 164\.4(?:04|06|08|10)|DFARS 252\.204-7012\(c\))/.test(duty.source ?? '')
        ? { ...duty, timing: { ...duty.timing, within: '90 days' } }
        : duty,
    ),
  }))
  expect(new Set(findings(late, 'covered-entity').map(({ activity }) => activity)).size).toBeGreaterThanOrEqual(5)
})

function findings(rows: readonly Activity[], capacity: Matrix['frameworks'][number]['capacity']) {
  const matrix = {
    frameworks: [{ id: 'hipaa-breach', assessed: 'client', capacity }],
    parties: ['msp', 'client'].map((id) => ({ id, kind: id, legalName: id })),
    parameters: {},
    activities: rows,
  } as unknown as Matrix
  return checkDeadlineMismatch(matrix, context)
}
