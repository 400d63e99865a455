// Composing, proving and checking the three-framework matrix, against reading and writing it as JSON; and how that grows.
import { compose } from '../../src/core/compose.ts'
import { coverage } from '../../src/core/coverage.ts'
import { findings } from '../../src/core/findings.ts'
import type { Engagement, Matrix } from '../../src/core/matrix.ts'
import { matrixFormat } from '../../src/core/matrix.ts'
import type { Template } from '../../src/core/template.ts'
import { loadContext } from '../../src/library/knowledge.ts'
import { loadTemplate } from '../../src/library/template.ts'
import { mediansOf, type Ratio } from './ratio.ts'

const template = loadTemplate()
const context = { ...loadContext(), today: '2026-11-23' }

const engagement: Engagement = {
  format: matrixFormat,
  id: 'bench',
  title: 'All three frameworks, everything bought',
  frameworks: ['cmmc-l2', 'hipaa', 'soc2'].map((id) => ({ id, assessed: 'client' })),
  scopes: [{ id: 'all', title: 'Everything' }],
  parties: [
    { id: 'msp', kind: 'msp', legalName: 'The MSP' },
    { id: 'client', kind: 'client', legalName: 'The client' },
  ],
  offerings: template.offerings.map(({ id }) => ({ id, by: 'msp' })),
  agreement: {},
  parameters: {},
  review: {},
  decisions: [],
}

/** With every activity new, but its sentences known from before, as when a matrix is proven after a change. */
export function proof(): Promise<Ratio> {
  return proofOf('proven again', (text) => text, 5)
}

/** With sentences that were never seen; there is no figure that this must meet. */
export function firstProof(): Promise<Ratio> {
  let round = 0
  return proofOf('of new sentences', (text) => text.replaceAll(/"does":"/g, `$&Round ${(round += 1)}: `), Infinity)
}

async function proofOf(name: string, change: (text: string) => string, limit: number): Promise<Ratio> {
  const text = JSON.stringify(template)
  // So many that the optimiser has finished, also where it has no core to itself.
  const rounds = { warm: 80, measured: 40 }
  const templates = Array.from({ length: rounds.warm + rounds.measured }, () => JSON.parse(change(text)) as Template)
  const matrix = compose(engagement, template, context)
  const jobs = {
    json: () => JSON.parse(JSON.stringify(matrix)) as unknown,
    proof: () => prove(compose(engagement, templates.pop()!, context)),
  }
  await mediansOf(jobs, rounds.warm)
  const times = await mediansOf(jobs, rounds.measured)
  const size = Math.round(JSON.stringify(matrix).length / 1000)
  const what = `compose + gap proof + checks, ${name}, to JSON.parse + JSON.stringify of the same ${size} kB (${times.proof.toFixed(1)} to ${times.json.toFixed(1)} ms)`
  return { what, ratio: times.proof / times.json, limit }
}

/** A hundred times the activities: the time per activity stays the same, within the noise of a larger heap. */
export async function growth(): Promise<Ratio> {
  const matrix = compose(engagement, template, context)
  const large = hundredfold(matrix)
  const jobs = { one: () => prove(matrix), hundred: () => prove(large) }
  await mediansOf(jobs, 2)
  const times = await mediansOf(jobs, 7)
  const what = `gap proof + checks of a matrix 100 times larger, per activity (${times.hundred.toFixed(0)} to 100 × ${times.one.toFixed(1)} ms)`
  return { what, ratio: times.hundred / (100 * times.one), limit: 2 }
}

function prove(matrix: Matrix): number {
  return coverage(matrix, context).objectives.length + findings(matrix, context).length
}

function hundredfold(matrix: Matrix): Matrix {
  const copies = Array.from({ length: 100 }, (_, copy) =>
    matrix.activities.map((activity) => ({ ...activity, id: `${activity.id}-${copy}` })),
  )
  return { ...matrix, activities: copies.flat() }
}
