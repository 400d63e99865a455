// Two server processes on one PostgreSQL: whichever of them changed a matrix, both then tell exactly what the database holds.
import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { engines } from '../src/store/testing/fresh-database.ts'
import { crowdOn } from '../tools/soak/crowd.ts'
import type { Asking, Crowd, Row } from '../tools/soak/crowd.ts'

interface Step {
  readonly deed: 'edit' | 'remove' | 'reorder' | 'add' | 'rename'
  readonly by: number
  readonly pick: number
}

const steps = fc.array(
  fc.record<Step>({
    deed: fc.constantFrom('edit', 'edit', 'remove', 'reorder', 'add', 'rename'),
    by: fc.nat(1),
    pick: fc.nat(100),
  }),
  { minLength: 3, maxLength: 8 },
)

describe.each(engines.filter(({ engine }) => engine === 'postgres'))('two processes on $engine', (engine) => {
  test('each tells what the other changed', async () => {
    const crowd = await crowdOn(engine, { once: 4, rows: 25 })
    const told = (url: string) => crowd.ask(`${url}/matrix`).then(({ text }) => JSON.parse(text) as Matrix)
    let made = 0
    try {
      await fc.assert(
        fc.asyncProperty(steps, async (sequence) => {
          for (const { deed, by, pick } of sequence) {
            const url = crowd.urls[by]!
            const rows = await rowsAt(crowd, url)
            made += 1
            const [path, asking] = requestFor(deed, { rows, pick, made, head: await headAt(crowd, url) })
            const { status, text } = await crowd.ask(`${url}${path}`, asking)
            expect(status, text).toBeOneOf([200, 201])
            const [one, other] = await Promise.all(crowd.urls.map(told))
            expect(other).toEqual(one)
            const saved = await crowd.database.rows('select body from activities order by position, activity_id')
            expect(one!.activities).toEqual(saved.map(({ body }) => JSON.parse(body as string) as unknown))
            const [{ head } = {}] = await crowd.database.rows('select head from engagements')
            expect({ ...one, activities: [] }).toEqual({ ...(JSON.parse(head as string) as object), activities: [] })
          }
        }),
        { numRuns: 6, endOnFailure: true },
      )
    } finally {
      await crowd.close()
    }
  }, 120_000)
})

interface Matrix {
  readonly activities: readonly unknown[]
}

interface Head {
  readonly headVersion: number
  readonly head: { readonly title: string }
}

async function rowsAt({ ask }: Crowd, url: string): Promise<readonly Row[]> {
  const { text } = await ask(`${url}/activities?limit=200`)
  return (JSON.parse(text) as { readonly items: readonly Row[] }).items
}

async function headAt({ ask }: Crowd, url: string): Promise<Head> {
  return JSON.parse((await ask(`${url}/head`)).text) as Head
}

interface Known {
  readonly rows: readonly Row[]
  readonly pick: number
  readonly made: number
  readonly head: Head
}

function requestFor(deed: Step['deed'], { rows, pick, made, head }: Known): readonly [path: string, asking: Asking] {
  const { activity, version } = rows[pick % rows.length]!
  const path = `/activities/${activity.id}`
  if (deed === 'edit' || (deed === 'remove' && rows.length < 3))
    return [path, { method: 'PUT', body: { ...activity, title: `Said anew ${made}` }, seen: version }]
  if (deed === 'remove') return [path, { method: 'DELETE', seen: version }]
  if (deed === 'add')
    return ['/activities', { method: 'POST', body: { activity: { ...activity, id: `added-${made}` } } }]
  if (deed === 'rename') {
    const change = { title: `Named anew ${made}` }
    return ['/head', { method: 'PATCH', body: { headVersion: head.headVersion, change } }]
  }
  const ids = rows.map((row) => row.activity.id)
  const turn = 1 + (pick % (ids.length - 1))
  const order = [...ids.slice(turn), ...ids.slice(0, turn)]
  return ['/activities/reorder', { method: 'POST', body: { order } }]
}
