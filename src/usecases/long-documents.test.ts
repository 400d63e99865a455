import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addActivity } from './add-activity.ts'
import { acceptClaims } from './accept-claims.ts'
import { readImportAgain } from './change-import.ts'
import { AcceptAsked, ReviewAsked } from './claims-asked.ts'
import type { TaskName } from './claims-desk/tasks.ts'
import type { UseCase } from './context.ts'
import { importDocument } from './import-document.ts'
import { listImportClaims, listImportIssues } from './import-lists.ts'
import { listImports, openImport } from './read-imports.ts'
import { readClaimsLists, reviewClaims } from './review-claims.ts'
import { openEngagement } from './open-engagement.ts'
import type { EntriesWanted } from './review-claims.ts'
import { onEachEngine } from './testing/two-msps.ts'
import type { TwoMsps } from './testing/two-msps.ts'

const vendor = 'Brightledger Dental Systems, Inc.'
const owners = ['Vendor', 'Shared', 'Customer', '']
const safeguards = ['164.312(b)', '164.310(d)(2)(iv)', '164.308(a)(5)(ii)(C)']

/** Each safeguard comes up with each owner. */
function sheet(rows: number): Uint8Array {
  const lines = Array.from(
    { length: rows },
    (_, row) => `${safeguards[row % 3]},${owners[row % 4]},Keeps record ${row} for ${1 + (row % 9)} years`,
  )
  return new TextEncoder().encode(['Safeguard,Responsibility,What we do', ...lines, ''].join('\n'))
}

const rows = 1500

describe.each(onEachEngine)('a document of many rows on $engine', ({ open }) => {
  let world: TwoMsps
  /** of the owner, who is told what the desk was asked */
  let ctx: UseCase
  const asked: TaskName[] = []
  beforeAll(async () => {
    world = await open()
    const { owner } = world.ours
    const { claimsDesk } = owner
    const ask: typeof claimsDesk.ask = (tenant, task, given) => {
      asked.push(task)
      return claimsDesk.ask(tenant, task, given)
    }
    ctx = { ...owner, claimsDesk: { ...claimsDesk, ask } }
    await importDocument(ctx, world.ours.engagement, { name: 'long.csv', bytes: sheet(rows), asked: { party: vendor } })
  })
  afterAll(() => world.close())

  const imported = async () => (await listImports(ctx, world.ours.engagement, { limit: 1 })).items[0]!
  const reviewed = (wanted: Partial<EntriesWanted> = {}) =>
    reviewClaims(ctx, world.ours.engagement, {
      asked: ReviewAsked.parse({}),
      wanted: { list: 'claims', limit: 200, ...wanted },
    })
  const wholeList = async (wanted: Partial<EntriesWanted>) => {
    const items: Readonly<Record<string, unknown>>[] = []
    let next: string | undefined
    do {
      const page = await reviewed({ ...wanted, cursor: next })
      items.push(...page.items)
      next = page.next
    } while (next !== undefined)
    return items
  }

  test('its claims and issues are read by the page, each once and in their order', async () => {
    const { id, summary } = await imported()
    expect(summary.claims).toBe(rows)
    const read: string[] = []
    let cursor: string | undefined
    do {
      const page = await listImportClaims(ctx, id, { limit: 199, cursor })
      read.push(...page.items.map(({ text }) => /\d+/.exec(text)![0]))
      cursor = page.next
    } while (cursor !== undefined)
    expect(read).toEqual(Array.from({ length: rows }, (_, row) => `${row}`))
    const { items } = await listImportClaims(ctx, id, { limit: 5, ownership: 'shared', requirement: safeguards[1] })
    expect(items.map(({ ownership, requirement }) => [ownership, requirement])).toEqual(
      Array.from({ length: 5 }, () => ['shared', safeguards[1]]),
    )
    const { items: issues } = await listImportIssues(ctx, id, { limit: 3 })
    expect(issues).toHaveLength(3)
    expect(summary.issues).toBeGreaterThan(3)
    await expect(listImportClaims(ctx, id, { limit: 5, cursor: 'made-up' })).rejects.toMatchObject({ code: 'invalid' })
  })

  test('its review is made once, and then read by the page, the list and the kind', async () => {
    asked.length = 0
    const claims = await wholeList({})
    expect(claims.map(({ text }) => /\d+/.exec(text as string)![0])).toHaveLength(rows)
    const { review } = await reviewed({ limit: 1 })
    expect(review.figures.claims).toBe(rows)
    const kinds: unknown = Object.fromEntries(
      [...Map.groupBy(claims, ({ kind }) => kind)].map(([kind, all]) => [kind, all.length]),
    )
    expect(kinds).toEqual(review.figures.left)
    const unclear = await wholeList({ kind: 'unclear' })
    expect(unclear).toEqual(claims.filter(({ kind }) => kind === 'unclear'))
    const about = await wholeList({ requirement: 'hipaa:164.312(b)', kind: 'contradicted' })
    expect(about).toEqual(
      claims.filter(({ kind, requirement }) => kind === 'contradicted' && requirement === '164.312(b)'),
    )
    expect(await wholeList({ list: 'left-to-others' })).toHaveLength(review.figures.residue)
    expect(asked).toEqual(['review'])
  })

  test('each side of a contradiction is shown by some of its rows, with how many there are', async () => {
    const [one] = await wholeList({ list: 'contradictions', requirement: safeguards[0] })
    const sides = one!['sides'] as readonly { readonly ownership: string }[]
    expect(new Set(sides.map(({ ownership }) => ownership))).toEqual(new Set(['provider', 'shared', 'client']))
    expect(sides.length).toBeLessThanOrEqual(20)
    expect(one!['sidesInAll']).toBe(375)
    const { totals, items } = await readClaimsLists(ctx, world.ours.engagement, { list: 'contradictions', limit: 1 })
    expect([totals.contradictions, items.length]).toEqual([3, 1])
  })

  test('what a list does not have cannot be asked of it', async () => {
    await expect(reviewed({ list: 'nobodys', kind: 'unclear' })).rejects.toThrow('its entries are of one kind')
    await expect(reviewed({ kind: 'own-document' })).rejects.toThrow('it has accepted, acceptable, unclear')
  })

  test('five hundred claims are accepted at once at most', async () => {
    const { engagement } = await openEngagement(ctx, world.ours.engagement)
    const own = new TextEncoder().encode(
      `Safeguard,Responsibility,What we do\n${Array.from({ length: 1001 }, (_, row) => `164.312(b),Vendor,Keeps log ${row} for a year`).join('\n')}\n`,
    )
    const { id } = await importDocument(ctx, world.ours.engagement, {
      name: 'own.csv',
      bytes: own,
      asked: { party: vendor },
    })
    const at = Array.from({ length: 1001 }, (_, row) => `own!B${row + 2}`)
    const many = AcceptAsked.parse({ version: engagement.version, reason: 'as agreed', imports: [id], at })
    await expect(acceptClaims(ctx, world.ours.engagement, many)).rejects.toThrow(
      'these are 1001 claims, and at most 500 are accepted at once; choose some of them with “only” or “at”',
    )
  })

  test('pages of a review and of an import end where what they were read from changed', async () => {
    const { next } = await reviewed({ limit: 1 })
    const { held, engagement } = await openEngagement(ctx, world.ours.engagement)
    const [row] = held.matrix.activities
    await addActivity(ctx, { id: world.ours.engagement }, { activity: { ...row!, id: 'one-more' }, behind: row!.id })
    await expect(reviewed({ limit: 1, cursor: next })).rejects.toMatchObject({ code: 'conflict' })
    expect((await reviewed({ limit: 1 })).version).toBe(engagement.version + 1)
    const all = (await listImports(ctx, world.ours.engagement, { limit: 10 })).items
    const { id, version } = all.find(({ name }) => name === 'long.csv')!
    const page = await listImportClaims(ctx, id, { limit: 1 })
    await readImportAgain(ctx, { id, version }, sheet(rows))
    await expect(listImportClaims(ctx, id, { limit: 1, cursor: page.next })).rejects.toMatchObject({ code: 'conflict' })
    expect((await openImport(ctx, id)).summary.claims).toBe(rows)
    expect((await listImportClaims(ctx, id, { limit: 1 })).items).toEqual(page.items)
  })

  test('a document of more than 100,000 rows is refused, and nothing of it is kept', async () => {
    const before = (await listImports(ctx, world.ours.engagement, { limit: 10 })).items.length
    const bytes = new TextEncoder().encode(`Safeguard,Responsibility\n${'164.312(b),Vendor\n'.repeat(100_001)}`)
    const given = { name: 'endless.csv', bytes, asked: { party: vendor } }
    await expect(importDocument(ctx, world.ours.engagement, given)).rejects.toMatchObject({
      code: 'invalid',
      message:
        'this document has 100,001 rows, and at most 100,000 are read at once; send the sheets that say who does what, and leave the others out',
    })
    expect((await listImports(ctx, world.ours.engagement, { limit: 10 })).items).toHaveLength(before)
  })
})
