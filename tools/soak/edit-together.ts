// Many editors of one matrix at the same time, each of whom saves what they saw; and what became of every save that was acknowledged.
import type { Crowd, Row } from './crowd.ts'

export interface Outcome {
  readonly acknowledged: number
  /** answered 409 with the row as it was then */
  readonly overtaken: number
  /** every other answer, by its status and first words */
  readonly errors: readonly string[]
  /** acknowledged, and not in the record */
  readonly lost: readonly string[]
}

/** @param goesOn whether an editor takes one more turn */
export async function editTogether(
  crowd: Crowd,
  { editors, goesOn }: { readonly editors: number; readonly goesOn: (turn: number) => boolean },
): Promise<Outcome> {
  const acknowledged: string[] = []
  const errors: string[] = []
  let overtaken = 0
  const editor = async (_: unknown, who: number) => {
    for (let turn = 0; goesOn(turn); turn += 1) {
      const { id } = crowd.rows[(who * 31 + turn * 17) % crowd.rows.length]!.activity
      const title = `Edited by ${who}, turn ${turn}`
      const url = `${crowd.urls[who % crowd.urls.length]}/activities/${id}`
      const { activity, version } = JSON.parse((await crowd.ask(url)).text) as Row
      const { status, text } = await crowd.ask(url, { method: 'PUT', body: { ...activity, title }, seen: version })
      if (status === 200) acknowledged.push(title)
      else if (status === 409) overtaken += 1
      else errors.push(`${status} ${text.slice(0, 300)}`)
    }
  }
  await Promise.all(Array.from({ length: editors }, editor))
  const kept = await titlesSaved(crowd)
  return {
    acknowledged: acknowledged.length,
    overtaken,
    errors,
    lost: acknowledged.filter((title) => !kept.has(title)),
  }
}

async function titlesSaved({ database }: Crowd): Promise<ReadonlySet<string>> {
  const saved = await database.rows("select body from events where kind = 'activity.changed'")
  const after = (row: (typeof saved)[number]) =>
    JSON.parse(row['body'] as string) as { readonly after: Row['activity'] }
  return new Set(saved.map((row) => after(row).after.title))
}
