// 200 people edit one matrix for a minute over HTTP; then 100,000 requests, and the memory that they leave.
import type { EngineUnderTest } from '../../src/store/testing/fresh-database.ts'
import { crowdOn } from './crowd.ts'
import type { Crowd, Row } from './crowd.ts'
import { editTogether } from './edit-together.ts'
import { say } from './say.ts'

const editors = 200
const seconds = Number(process.env['DEMARC_SOAK_SECONDS'] ?? 60)
const requests = Number(process.env['DEMARC_SOAK_REQUESTS'] ?? 100_000)
const connections = 32
/** The heap after all requests, to that after the first fifth. */
const mostGrowth = 1.25

/** @returns whether nothing was lost, nothing failed and the memory stayed flat */
export async function soakEditors(engine: EngineUnderTest): Promise<boolean> {
  const crowd = await crowdOn(engine, { once: editors, rows: 400 })
  try {
    const until = performance.now() + seconds * 1000
    const { acknowledged, overtaken, errors, lost } = await editTogether(crowd, {
      editors,
      goesOn: () => performance.now() < until,
    })
    say(
      `${engine.engine}, ${crowd.urls.length} process(es), ${editors} editors, ${seconds} s: ${acknowledged} edits acknowledged, ${overtaken} answered 409, ${errors.length} errors, ${lost.length} lost`,
    )
    for (const error of errors.slice(0, 3)) say(error)
    const flat = await staysFlat(crowd, engine.engine)
    return flat && errors.length === 0 && lost.length === 0
  } finally {
    await crowd.close()
  }
}

async function staysFlat(crowd: Crowd, engine: string): Promise<boolean> {
  await mixed(crowd, requests / 5)
  const early = await crowd.memory()
  await mixed(crowd, (requests / 5) * 4)
  const late = await crowd.memory()
  const growths = late.map(({ heapUsed }, index) => heapUsed / early[index]!.heapUsed)
  for (const [index, growth] of growths.entries()) {
    const [before, after] = [early[index]!, late[index]!]
    say(
      `${engine}, process ${index + 1}: after ${requests / 5} and ${requests} requests: heap ${megabytes(before.heapUsed)} and ${megabytes(after.heapUsed)} MB (${growth.toFixed(2)}; limit ${mostGrowth}), resident ${megabytes(before.rss)} and ${megabytes(after.rss)} MB`,
    )
  }
  return growths.every((growth) => growth <= mostGrowth)
}

/** Of ten requests, one edits, three read the matrix, six have it already. */
async function mixed({ urls, rows, ask }: Crowd, count: number): Promise<void> {
  let left = count
  const connection = async (_: unknown, who: number) => {
    const url = urls[who % urls.length]!
    let etag = ''
    while ((left -= 1) >= 0) {
      const kind = left % 10
      if (kind === 0) {
        const row = `${url}/activities/${rows[(who * 13 + left) % rows.length]!.activity.id}`
        const { version, activity } = JSON.parse((await ask(row)).text) as Row
        await ask(row, { method: 'PUT', body: { ...activity, title: `Mixed ${left}` }, seen: version })
      } else etag = (await ask(`${url}/matrix`, kind < 4 ? {} : { etag })).etag
    }
  }
  await Promise.all(Array.from({ length: connections }, connection))
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(0)
}
