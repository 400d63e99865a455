import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Mapping } from '../core/mapping/mapping.ts'
import type { ImportId } from '../core/record-id.ts'
import { eventsAfter } from '../store/events.ts'
import { acceptClaims } from './accept-claims.ts'
import { draftAt } from './as-of.ts'
import { confirmMapping, readImportAgain, setImportAside, takeImportUp } from './change-import.ts'
import { AcceptAsked, ReviewAsked } from './claims-asked.ts'
import { importDocument } from './import-document.ts'
import { listImportClaims, listImportIssues } from './import-lists.ts'
import { openEngagement } from './open-engagement.ts'
import { listImports, openImport } from './read-imports.ts'
import { readClaimsLists, reviewClaims } from './review-claims.ts'
import { TakeAsked, takeOpenDuty } from './take-open-duty.ts'
import { as, onEachEngine } from './testing/two-msps.ts'
import type { TwoMsps } from './testing/two-msps.ts'

const vendor = 'Brightledger Dental Systems, Inc.'
const sheet = (...rows: readonly string[]) =>
  new TextEncoder().encode(['Safeguard,Responsibility,What we do,Zuständig?', ...rows, ''].join('\n'))
const document = sheet(
  '164.312(b),Vendor,Keeps the log of the hosted application for two years,x',
  '164.310(d)(2)(iv),Shared,Copies the records before its own servers are moved; the customer copies its exports,y',
  '164.308(a)(5)(ii)(C),Customer,Watches for strange log-ins,z',
)
const given = { name: 'C:\\papers\\crm.csv', bytes: document, asked: { party: vendor } }
const all = { asked: ReviewAsked.parse({}), wanted: { list: 'claims' as const, limit: 50 } }

interface Told {
  readonly accepted: readonly { readonly outcome: string; readonly activity: string | null }[]
  readonly left: readonly unknown[]
  readonly residue: readonly { readonly activity: string; readonly does: string }[]
}

describe.each(onEachEngine)('documents of others on $engine', ({ open }) => {
  let world: TwoMsps
  beforeAll(async () => {
    world = await open()
  })
  afterAll(() => world.close())

  const events = async () => {
    const { owner } = world.ours
    return owner.store.read(owner.actor.tenant, (scope) => eventsAfter(scope, -1, 1000))
  }
  const claimsOf = async (id: ImportId) => (await listImportClaims(world.ours.owner, id, { limit: 200 })).items
  const current = async () => (await openEngagement(world.ours.owner, world.ours.engagement)).engagement.version

  test('a document comes in as claims with how it was understood, and changes nothing', async () => {
    const { owner, engagement } = world.ours
    const one = await importDocument(owner, engagement, given)
    expect(one).toMatchObject({ name: 'crm.csv', state: 'open', version: 1, summary: { claims: 3 } })
    expect((await claimsOf(one.id)).map(({ requirement }) => requirement)).toContain('164.312(b)')
    expect(Mapping.parse(one.file.mapping).tables[0]!.columns.map(({ is }) => is)).toContain('requirement')
    expect((await events()).at(-1)).toMatchObject({ kind: 'import.made', subject: one.id, engagement })
    expect(await current()).toBe(1)
    const { items } = await listImports(owner, engagement, { limit: 10 })
    expect(items.map(({ id }) => id)).toEqual([one.id])
  })

  test('what cannot be read is declined with its reason, and kept as such', async () => {
    const { owner, engagement } = world.ours
    const bytes = new TextEncoder().encode('Dear all,\nthe picnic is on Friday.\n')
    const one = await importDocument(owner, engagement, { name: 'picnic.txt', bytes, asked: { party: vendor } })
    expect(one.summary.declined).toBeTruthy()
    expect(one.summary.claims).toBe(0)
    await setImportAside(owner, { id: one.id, version: 1 }, 'no matrix')
    await expect(importDocument(owner, engagement, { ...given, bytes: new Uint8Array() })).rejects.toMatchObject({
      code: 'invalid',
    })
  })

  test('a corrected mapping is remembered, the document read again by it, and the next one of the layout too', async () => {
    const { owner, engagement } = world.ours
    const { items } = await listImports(owner, engagement, { limit: 10 })
    const { id } = items.at(-1)!
    const mapping = Mapping.parse((await openImport(owner, id)).file.mapping)
    const confirmed = await confirmMapping(owner, { id, version: 1 }, mapping)
    expect([confirmed.state, confirmed.version]).toEqual(['open', 2])
    const corrected = {
      ...mapping,
      tables: mapping.tables.map((table) => ({
        ...table,
        columns: table.columns.map((column) => (column.column === 'D' ? { ...column, is: 'notes' as const } : column)),
      })),
    }
    const waiting = await confirmMapping(owner, { id, version: 2 }, corrected)
    expect(waiting.state).toBe('corrected')
    await expect(reviewClaims(owner, engagement, all)).rejects.toMatchObject({ code: 'conflict' })
    const other = sheet('164.312(b),Vendor,Other words,x')
    await expect(readImportAgain(owner, { id, version: 3 }, other)).rejects.toThrow('another file')
    await expect(readImportAgain(owner, { id, version: 2 }, document)).rejects.toMatchObject({ code: 'conflict' })
    const again = await readImportAgain(owner, { id, version: 3 }, document)
    expect(again).toMatchObject({ state: 'open', version: 4 })
    expect(Mapping.parse(again.file.mapping).tables[0]!.columns[3]).toMatchObject({ is: 'notes' })
    const next = await importDocument(owner, engagement, { ...given, name: 'next.csv', bytes: other })
    expect(Mapping.parse(next.file.mapping).tables[0]!.columns[3]).toMatchObject({ is: 'notes' })
    await setImportAside(owner, { id: next.id, version: 1 }, 'only a trial')
    expect((await events()).at(-1)).toMatchObject({ kind: 'import.set-aside', subject: next.id })
  })

  test('the review and the lists are held against the draft of now', async () => {
    const { owner, engagement } = world.ours
    const { review, version, imports, items } = await reviewClaims(owner, engagement, all)
    expect([version, imports.map(({ document: name }) => name)]).toEqual([1, ['crm.csv']])
    expect(review).toMatchObject({ matrix: 'tamarack-dental', figures: { claims: 3 } })
    expect(items.map(({ requirement }) => requirement)).toEqual(
      (await claimsOf(imports[0]!.id)).map(({ requirement }) => requirement),
    )
    const lists = await readClaimsLists(owner, engagement, { list: 'nobodys', limit: 50 })
    expect(lists.totals).toMatchObject({ nobodys: lists.items.length, twoClaimIt: 0 })
    const stranger = ReviewAsked.parse({ parties: [{ name: 'Nobody Inc.', id: 'nobody' }] })
    await expect(reviewClaims(owner, engagement, { ...all, asked: stranger })).rejects.toThrow(
      'party: no claims file is by "Nobody Inc."',
    )
  })

  test('a claim that is accepted becomes a duty; what it leaves to others stays open until somebody takes it', async () => {
    const { owner, engagement } = world.ours
    const before = await openEngagement(owner, engagement)
    const moment = new Date(owner.now()).toISOString()
    const asked = AcceptAsked.parse({
      version: before.engagement.version,
      reason: 'read with the vendor on the phone',
    })
    const places = await claimsOf((await listImports(owner, engagement, { limit: 10 })).items.at(-1)!.id)
    const shared = places.find(({ requirement }) => requirement === '164.310(d)(2)(iv)')!
    const { answer, version } = await acceptClaims(owner, engagement, { ...asked, at: [shared.at] })
    const told = answer as Told
    expect(told.accepted.map(({ outcome }) => outcome)).toEqual(['added'])
    expect(version).toBe(before.engagement.version + 1)
    const [residue] = told.residue
    const { held, engagement: now } = await openEngagement(owner, engagement)
    const row = held.records.get(residue!.activity)!
    expect(row.activity.duties.map(({ party }) => party)).toEqual(
      expect.arrayContaining(['records-vendor', 'unassigned']),
    )
    expect(now.figures.activities).toBe(held.matrix.activities.length)
    const kinds = (await events()).map(({ kind }) => kind)
    expect(kinds.slice(-2)).toEqual(['claims.accepted', 'activity.added'])
    const unsaid = TakeAsked.parse({ version: row.version, party: 'client' })
    const duty = { engagement, activity: residue!.activity }
    await expect(takeOpenDuty(owner, duty, unsaid)).rejects.toThrow('say with “does” what the client does')
    const taken = await takeOpenDuty(
      owner,
      { engagement, activity: residue!.activity },
      TakeAsked.parse({
        version: row.version,
        party: 'client',
        does: 'Copies its exports before a move',
        handoff: 'The vendor tells the practice a day before.',
      }),
    )
    expect(taken.record.version).toBe(row.version + 1)
    expect(taken.record.activity.duties.some(({ party }) => party === 'unassigned')).toBe(false)
    expect((await events()).map(({ kind }) => kind).slice(-2)).toEqual(['duty.taken', 'activity.changed'])
    expect((await listImports(owner, engagement, { limit: 10 })).items.at(-1)!.state).toBe('accepted')
    expect(await draftAt(owner, engagement, moment)).toEqual(before.held.matrix)
  })

  test('an acceptance after somebody changed the draft, and a stale take, are refused', async () => {
    const { owner, engagement } = world.ours
    const asked = AcceptAsked.parse({ version: 1, reason: 'as agreed' })
    const version = await current()
    await expect(acceptClaims(owner, engagement, asked)).rejects.toMatchObject({
      code: 'conflict',
      current: { version },
    })
    expect(AcceptAsked.safeParse({ version: 1, reason: 'n/a' }).success).toBe(false)
    const { held } = await openEngagement(owner, engagement)
    const [row] = [...held.records.values()].slice(-1)
    const stale = TakeAsked.parse({ version: 99, party: 'client' })
    const place = { engagement, activity: row!.activity.id }
    await expect(takeOpenDuty(owner, place, stale)).rejects.toMatchObject({ code: 'conflict' })
  })

  test('a party that the matrix does not have comes in with its claims, in the record of the head too', async () => {
    const { owner, engagement } = world.ours
    const bytes = sheet('164.312(b),Vendor,Watches the logs at night,x')
    const one = await importDocument(owner, engagement, { name: 'soc.csv', bytes, asked: { party: 'Night Watch' } })
    const moment = new Date(owner.now()).toISOString()
    const before = await openEngagement(owner, engagement)
    const asked = {
      version: await current(),
      reason: 'as its order form says',
      imports: [one.id],
      at: [(await claimsOf(one.id))[0]!.at],
    }
    const unknown = acceptClaims(owner, engagement, AcceptAsked.parse(asked))
    await expect(unknown).rejects.toThrow(/Say which it is with “parties”/)
    const parties = [{ name: 'Night Watch', id: 'soc' }]
    await acceptClaims(owner, engagement, AcceptAsked.parse({ ...asked, parties, scopes: ['all'], accountable: 'soc' }))
    const { engagement: now } = await openEngagement(owner, engagement)
    expect(now.head.parties.map(({ id }) => id)).toContain('soc')
    expect((await events()).map(({ kind }) => kind).slice(-3)).toEqual([
      'claims.accepted',
      'engagement.changed',
      'activity.added',
    ])
    expect(await draftAt(owner, engagement, moment)).toEqual(before.held.matrix)
  })

  test('set aside it takes no part; taken up it does again', async () => {
    const { owner, engagement } = world.ours
    const [newest] = (await listImports(owner, engagement, { limit: 1 })).items
    const seen = { id: newest!.id, version: newest!.version }
    await setImportAside(owner, seen, 'superseded')
    await expect(setImportAside(owner, seen, 'again')).rejects.toMatchObject({ code: 'conflict' })
    expect((await reviewClaims(owner, engagement, all)).imports.map(({ id }) => id)).not.toContain(seen.id)
    expect(await takeImportUp(owner, { ...seen, version: seen.version + 1 })).toMatchObject({ state: 'open' })
    expect((await events()).at(-1)).toMatchObject({ kind: 'import.taken-up' })
  })

  test('a viewer may read and not import; a guest and another MSP see none of it', async () => {
    const { owner, engagement } = world.ours
    const [newest] = (await listImports(owner, engagement, { limit: 1 })).items
    const { id, version } = newest!
    const viewer = as(owner, { member: 'viewer' })
    await openImport(viewer, id)
    const asked = AcceptAsked.parse({ version: 1, reason: 'as agreed' })
    const refused = [
      () => importDocument(viewer, engagement, given),
      () => setImportAside(viewer, { id, version }, 'no'),
      () => acceptClaims(viewer, engagement, asked),
    ]
    for (const one of refused) await expect(one()).rejects.toMatchObject({ code: 'forbidden' })
    const { member: _, ...rest } = owner.actor
    const guest = { ...owner, actor: { ...rest, seats: [{ engagement, role: 'reviewer' as const }] } }
    await expect(openImport(guest, id)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(reviewClaims(guest, engagement, all)).rejects.toMatchObject({ code: 'forbidden' })
    const stranger = world.theirs.owner
    const unseen = [
      () => openImport(stranger, id),
      () => listImportClaims(stranger, id, { limit: 1 }),
      () => listImportIssues(stranger, id, { limit: 1 }),
      () => listImports(stranger, engagement, { limit: 1 }),
      () => importDocument(stranger, engagement, given),
      () => reviewClaims(stranger, engagement, all),
      () => acceptClaims(stranger, engagement, asked),
    ]
    for (const one of unseen) await expect(one()).rejects.toMatchObject({ code: 'not-found' })
  })
})
