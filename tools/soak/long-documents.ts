// Documents of 2,000 to 100,000 rows read, reviewed and listed; for how long everybody else waits meanwhile.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { EngineUnderTest } from '../../src/store/testing/fresh-database.ts'
import { loadFrameworks } from '../../src/library/frameworks.ts'
import { say } from './say.ts'
import type { Stall, Watched } from './watched-server.ts'

const owners = ['Vendor', 'Shared', 'Customer', 'Vendor', '', 'see contract']
const requirements = loadFrameworks().get('cmmc-l2')!.requirements

/** Each practice comes up with each owner; some rows name none. */
function sheet(rows: number): string {
  const lines = Array.from({ length: rows }, (_, row) => {
    const id = row % 50 === 49 ? '' : requirements[row % requirements.length]!.id
    return `${id},${owners[row % owners.length]},Keeps log ${row} for ${1 + (row % 9)} years`
  })
  return ['Practice,Responsibility,What we do', ...lines, ''].join('\n')
}

/** Of rows that say that the vendor does it. */
function places(rows: number): readonly string[] {
  return Array.from({ length: rows }, (_, row) => row)
    .filter((row) => row % owners.length === 0 && row % 50 !== 49)
    .slice(0, Math.min(500, rows / 8))
    .map((row) => `crm!B${row + 2}`)
}

function acceptance(rows: number) {
  const parties = [{ name: 'Contoso', id: 'contoso' }]
  return { version: 1, reason: 'as agreed', parties, at: places(rows) }
}

function asking({ url, cookie }: Watched) {
  return async (path: string, sent?: { readonly type: string; readonly body: string }) => {
    const headers = { cookie, origin: 'http://localhost:4400', ...(sent && { 'content-type': sent.type }) }
    const answer = await fetch(`${url}${path}`, { method: sent ? 'POST' : 'GET', headers, ...sent })
    const body = (await answer.json()) as { readonly id?: string }
    if (!answer.ok) throw new Error(JSON.stringify(body))
    return body
  }
}

/** Figures to read, beside their reference: how long is too long is not said here. */
export async function soakLongDocuments({ engine, fresh }: EngineUnderTest): Promise<boolean> {
  for (const rows of [2000, 10_000, 100_000]) {
    const database = await fresh()
    const server = fork(new URL('./watched-server.ts', import.meta.url), [database.url])
    try {
      const [{ url, cookie }] = (await once(server, 'message')) as [Watched]
      const ask = asking({ url, cookie })
      const stalled = async (what: string, work: () => Promise<unknown>) => {
        const begun = performance.now()
        await work()
        const took = performance.now() - begun
        server.send('tell')
        const [{ longest, megabytes }] = (await once(server, 'message')) as [Stall]
        say(
          `${engine}, ${rows} rows: ${what}: ${(took / 1000).toFixed(2)} s, longest stall ${longest.toFixed(0)} ms, ${megabytes.toFixed(0)} MB`,
        )
      }
      const review = (query: string) => ask(`/claims-review?${query}`, { type: 'application/json', body: '{}' })
      await stalled('start', () => ask('/imports'))
      await stalled('reference: the matrix of 400 rows, read 50 times', async () => {
        for (let turn = 0; turn < 50; turn += 1) await ask('/matrix')
      })
      let id = ''
      const body = sheet(rows)
      await stalled('import', async () => {
        const made = await ask('/imports?name=crm.csv&party=Contoso', { type: 'application/octet-stream', body })
        id = made.id!
      })
      await stalled('review, first page', () => review('limit=50'))
      await stalled('review, another page of each list', async () => {
        for (const list of ['claims', 'requirements', 'left-to-others', 'contradictions', 'against-matrix'])
          await review(`list=${list}&limit=200`)
        await review('kind=unclear&requirement=AC.L2-3.1.1')
      })
      await stalled('lists', async () => {
        for (const list of ['nobodys', 'two-claim-it', 'contradictions', 'against-matrix'])
          await ask(`/claims-lists?list=${list}&limit=200`)
      })
      await stalled('acceptance of 500 claims (250 of the short document)', async () => {
        const { version } = (await ask('/claims-acceptance', {
          type: 'application/json',
          body: JSON.stringify(acceptance(rows)),
        })) as { readonly version?: number }
        if (version !== 2) throw new Error('nothing was accepted')
      })
      await stalled('claims of the import, two pages', async () => {
        const claims = `${url.replace(/engagements\/.*/, '')}imports/${id}/claims`
        for (const query of ['limit=200', 'ownership=unclear&requirement=AC.L2-3.1.1'])
          await (await fetch(`${claims}?${query}`, { headers: { cookie } })).json()
      })
    } finally {
      server.kill()
      await once(server, 'exit')
      await database.remove()
    }
  }
  return true
}
