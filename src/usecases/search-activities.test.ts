// One table of searches for both engines, and a property: what is found, and in which order, is what reading every row would find.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { coverRef } from '../core/activity.ts'
import type { ActivityId } from '../core/identifiers.ts'
import type { Matrix } from '../core/matrix.ts'
import { askedWords } from '../core/plain-text.ts'
import type { ClientId, EngagementId } from '../core/record-id.ts'
import { searchedWords } from '../core/search/searched-words.ts'
import { archiveEngagement, restoreEngagement } from './archive-engagement.ts'
import { changeActivities } from './change-activities.ts'
import { createClient } from './create-client.ts'
import { createEngagement } from './create-engagement.ts'
import { openEngagement } from './open-engagement.ts'
import { searchActivities } from './search-activities.ts'
import type { ActivitiesAsked } from './search-activities.ts'
import { as, onEachEngine } from './testing/two-msps.ts'
import type { TwoMsps } from './testing/two-msps.ts'

describe.each(onEachEngine)('the search over all clients on $engine', ({ open }) => {
  let world: TwoMsps
  let second: { readonly client: ClientId; readonly engagement: EngagementId }
  beforeAll(async () => {
    world = await open()
    const { owner } = world.ours
    const { id: client } = await createClient(owner, { name: 'Quarry Works' })
    const { id } = await createEngagement(owner, { client, document: { kind: 'matrix', matrix: quarry(await ours()) } })
    second = { client, engagement: id }
  })
  afterAll(() => world.close())

  async function ours(): Promise<Matrix> {
    return (await openEngagement(world.ours.owner, world.ours.engagement)).held.matrix
  }

  async function found(asked: Partial<ActivitiesAsked> & { readonly words: string }, ctx = world.ours.owner) {
    const items: Awaited<ReturnType<typeof searchActivities>>['items'][number][] = []
    let cursor: string | undefined
    do {
      const page = await searchActivities(ctx, { limit: 3, ...asked, cursor })
      items.push(...page.items)
      cursor = page.next
    } while (cursor !== undefined)
    return items
  }

  test.each<[string, Partial<ActivitiesAsked> & { readonly words: string }, readonly ActivityId[]]>([
    ['a word', { words: 'sinkhole' }, ['dns-filtering']],
    ['several, in any order and case', { words: 'RESOLVER dns' }, ['dns-filtering']],
    ['the start of the last', { words: 'dns sinkh' }, ['dns-filtering']],
    ['the start of another word is not enough', { words: 'sinkh dns' }, []],
    ['accents do not count, on either side', { words: 'résolver' }, ['dns-filtering']],
    ['nor here', { words: 'cafe' }, ['guest-network']],
    ['other scripts', { words: 'フィルタ' }, ['guest-network']],
    ['the answer to a question', { words: 'pigeon' }, ['guest-network']],
    ['evidence', { words: 'blocklist' }, ['dns-filtering']],
    ['signs between words', { words: '(dns) & "sinkhole" - *' }, ['dns-filtering']],
    ['who answers for it', { words: 'quarryword', accountable: 'msp' }, ['dns-filtering']],
    ['who else does', { words: 'quarryword', accountable: 'client' }, ['guest-network']],
    ['who acts', { words: 'quarryword', acting: 'client' }, ['guest-network']],
    ['both, in their order', { words: 'quarryword' }, ['dns-filtering', 'guest-network']],
    ['a mark, typed', { words: 'a:msp' }, []],
    ['no word', { words: ' "" * ' }, []],
  ])('%s', async (_, asked, ids) => {
    const items = await found({ ...asked, client: second.client })
    expect(items.map(({ activity }) => activity.id)).toEqual(ids)
  })

  test('an answer says whose it is, who answers for it, and shows the words', async () => {
    const [item] = await found({ words: 'dns sinkhole' })
    expect(item).toEqual({
      client: { id: second.client, name: 'Quarry Works' },
      engagement: { id: second.engagement, title: 'Quarry' },
      activity: { id: 'dns-filtering', title: 'Filter names at the resolver' },
      excerpt: {
        where: 'duty',
        party: 'msp',
        pieces: [
          { text: 'Keep the ', hit: false },
          { text: 'DNS', hit: true },
          { text: ' ', hit: false },
          { text: 'sinkhole', hit: true },
          { text: ' of the résolver up to date, quarryword', hit: false },
        ],
      },
      accountable: [{ id: 'msp', kind: 'msp', legalName: expect.any(String) as string }],
      acting: [{ id: 'msp', kind: 'msp', legalName: expect.any(String) as string }],
    })
  })

  test('what is found is what reading every row would find, in one order on both engines', async () => {
    const matrix = await ours()
    const rows = [
      ...matrix.activities.map((activity) => ({ activity, head: matrix, engagement: world.ours.engagement })),
      ...quarry(matrix).activities.map((activity) => ({
        activity,
        head: quarry(matrix),
        engagement: second.engagement,
      })),
    ].map(({ activity, head, engagement }) => ({ engagement, activity, ...searchedWords(activity, head) }))
    const vocabulary = [...new Set(rows.flatMap(({ words }) => words))]
    const word = fc.oneof(
      fc.constantFrom(...vocabulary),
      fc.constantFrom(...vocabulary).map((text) => text.slice(0, 3)),
      fc.string(),
    )
    const asked = fc.record(
      {
        words: fc.array(word, { minLength: 1, maxLength: 3 }).map((list) => list.join(' ')),
        accountable: fc.constantFrom('msp' as const, 'client' as const),
        acting: fc.constantFrom('msp' as const, 'client' as const, 'provider' as const),
        framework: fc.constantFrom('hipaa', 'cmmc-l2'),
      },
      { requiredKeys: ['words'] },
    )
    await fc.assert(
      fc.asyncProperty(asked, async (query) => {
        const words = askedWords(query.words)
        const holds = rows.filter(
          (row) =>
            words.length > 0 &&
            words.every((one, index) =>
              index === words.length - 1 ? row.words.some((text) => text.startsWith(one)) : row.words.includes(one),
            ) &&
            (query.accountable === undefined || row.marks.includes(`a:${query.accountable}`)) &&
            (query.acting === undefined || row.marks.includes(`p:${query.acting}`)) &&
            (query.framework === undefined ||
              row.activity.covers.some((cover) => coverRef(cover).startsWith(`${query.framework}:`))),
        )
        const items = await found({ limit: 40, ...query })
        expect(items.map(({ engagement, activity }) => [engagement.id, activity.id])).toEqual(
          holds.map(({ engagement, activity }) => [engagement, activity.id]),
        )
      }),
      { numRuns: 60 },
    )
  })

  test('whatever is typed, nothing fails', async () => {
    const hostile = [
      '"',
      "'",
      '\\',
      'a" OR "b',
      "a' | 'b",
      'NEAR(dns filtering, 2)',
      'dns NOT sinkhole',
      '^dns',
      'words : dns',
      '-dns',
      'dns*',
      '*',
      ':*',
      '!',
      '& |',
      '<->',
      '()',
      '\u0000dns',
      '%',
      '_',
      'x'.repeat(10_000),
      'ab '.repeat(5000),
      '"'.repeat(10_000),
      '🙂',
    ]
    for (const words of hostile) await found({ words })
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (words) => {
        await found({ words, limit: 200 })
      }),
      { numRuns: 60 },
    )
  })

  test('an edit is found at once, and what it took out is not', async () => {
    const { owner } = world.ours
    const { held } = await openEngagement(owner, second.engagement)
    const record = held.records.get('guest-network')!
    const edit = { ...record.activity, title: 'Part the visitors’ wireless, xylophone' }
    await changeActivities(owner, second.engagement, [{ version: record.version, activity: edit }])
    expect(await found({ words: 'xylophone' })).toHaveLength(1)
    await changeActivities(owner, second.engagement, [{ version: record.version + 1, activity: record.activity }])
    expect(await found({ words: 'xylophone' })).toEqual([])
    expect(await found({ words: 'quarryword' })).toHaveLength(2)
  })

  test('archived it is not found; restored it is, where it was', async () => {
    const { owner } = world.ours
    await archiveEngagement(owner, second.engagement)
    expect(await found({ words: 'quarryword' })).toEqual([])
    await restoreEngagement(owner, second.engagement)
    expect((await found({ words: 'quarryword' })).map(({ activity }) => activity.id)).toEqual([
      'dns-filtering',
      'guest-network',
    ])
  })

  test('another MSP does not find it; its own cursor says nothing of ours', async () => {
    expect(await found({ words: 'quarryword' }, world.theirs.owner)).toEqual([])
    const ofBoth = await found({ words: 'access', limit: 50 }, world.theirs.owner)
    expect(ofBoth.length).toBeGreaterThan(3)
    expect(new Set(ofBoth.map(({ engagement }) => engagement.id))).toEqual(new Set([world.theirs.engagement]))
    const { next } = await searchActivities(world.theirs.owner, { words: 'access', limit: 1 })
    expect(JSON.parse(Buffer.from(next!, 'base64url').toString())).toEqual([
      world.theirs.engagement,
      expect.any(Number),
    ])
  })

  test('a guest may not search; a viewer may', async () => {
    const { owner } = world.ours
    const { tenant, user, by } = owner.actor
    const seats = [{ engagement: second.engagement, role: 'assessor' as const }]
    const guest = { ...owner, actor: { tenant, user, by, seats } }
    await expect(found({ words: 'dns' }, guest)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await found({ words: 'quarryword' }, as(world.ours.owner, { member: 'viewer' }))).toHaveLength(2)
  })
})

/** Two activities in words that stand nowhere else. */
function quarry(matrix: Matrix): Matrix {
  const [first] = matrix.activities
  const base = { ...first!, duties: [], handoff: undefined, trap: undefined }
  return {
    ...matrix,
    title: 'Quarry',
    parameters: { ...matrix.parameters, 'the bird': 'a carrier pigeon' },
    activities: [
      {
        ...base,
        id: 'dns-filtering',
        title: 'Filter names at the resolver',
        accountable: 'msp',
        duties: [
          {
            party: 'msp',
            does: 'Keep the DNS sinkhole of the résolver up to date, quarryword',
            evidence: [{ what: 'the blocklist' }],
          },
        ],
      },
      {
        ...base,
        id: 'guest-network',
        title: 'Café guests: フィルタ, quarryword',
        accountable: 'client',
        duties: [{ party: 'client', does: 'Send {the bird} to every guest' }],
      },
    ],
  }
}
