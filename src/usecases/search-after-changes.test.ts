// After any sequence of whatever changes an engagement, by whichever use case, the search finds exactly what stands.
import { Workbook } from 'exceljs'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Activity } from '../core/activity.ts'
import { questions } from '../core/asked-questions.ts'
import { figuresOf } from '../core/portfolio-figures.ts'
import { Refusal } from '../core/refusal.ts'
import { searchedWords } from '../core/search/searched-words.ts'
import { acceptClaims } from './accept-claims.ts'
import { AcceptAsked } from './claims-asked.ts'
import { addActivity } from './add-activity.ts'
import { answerQuestions } from './answer-questions.ts'
import { archiveEngagement, restoreEngagement } from './archive-engagement.ts'
import { askExport } from './ask-export.ts'
import { changeActivities } from './change-activities.ts'
import { doNextJob } from './do-next-job.ts'
import { changeHead } from './engagement-head.ts'
import { ExportAsked } from './export-asked.ts'
import { importDocument } from './import-document.ts'
import { listImportClaims } from './import-lists.ts'
import { openEngagement } from './open-engagement.ts'
import { readJobFile } from './read-jobs.ts'
import { offerRecomposition, takeRecomposition } from './recompose.ts'
import { removeActivities } from './remove-activities.ts'
import { reorderActivities } from './reorder-activities.ts'
import { restoreActivity } from './restore-activity.ts'
import { removedActivities } from './draft-history.ts'
import { searchActivities } from './search-activities.ts'
import { listDepartures, takeTemplateRows } from './template-departures.ts'
import { onEachEngine } from './testing/two-msps.ts'
import type { TwoMsps } from './testing/two-msps.ts'
import { wordActivity } from './word-template.ts'
import { applyWorkbookChanges, readWorkbookChanges } from './workbook-changes.ts'

interface Step {
  readonly deed: Deed
  readonly pick: number
  readonly other: number
}

const deeds = [
  'edit',
  'add',
  'remove',
  'bring back',
  'move',
  'answer',
  'rename a party',
  'compose again',
  'take template rows',
  'accept claims',
  'apply a workbook',
  'put away',
] as const
type Deed = (typeof deeds)[number]

const steps = fc.record({ deed: fc.constantFrom(...deeds), pick: fc.nat(500), other: fc.nat(500) })
const at = <T>(list: readonly T[], pick: number): T => list[pick % list.length]!

describe.each(onEachEngine)('the search after any changes on $engine', ({ open }) => {
  let world: TwoMsps
  let coined = 0
  beforeAll(async () => {
    world = await open()
  })
  afterAll(() => world.close())

  /** A word that stands nowhere else. */
  const newWord = () => `coined${(coined += 1).toString(36)}x`
  const now = () => openEngagement(world.ours.owner, world.ours.engagement)
  const rows = async () => [...(await now()).held.records.values()]

  async function found(words: string): Promise<readonly string[]> {
    const { owner, engagement } = world.ours
    const ids: string[] = []
    let cursor: string | undefined
    do {
      const page = await searchActivities(owner, { words, limit: 200, cursor })
      ids.push(...page.items.filter((item) => item.engagement.id === engagement).map(({ activity }) => activity.id))
      cursor = page.next
    } while (cursor !== undefined)
    return ids.toSorted()
  }

  /** By word: which rows hold it; a search for it finds those and those whose words begin with it. */
  async function standing(): Promise<ReadonlyMap<string, readonly string[]>> {
    const { held } = await now()
    const holds = new Map<string, string[]>()
    for (const activity of held.matrix.activities)
      for (const word of searchedWords(activity, held.matrix).words)
        holds.set(word, [...(holds.get(word) ?? []), activity.id])
    return holds
  }

  const prefixed = (holds: ReadonlyMap<string, readonly string[]>, word: string) =>
    [...new Set([...holds].filter(([one]) => one.startsWith(word)).flatMap(([, ids]) => ids))].toSorted()

  async function reword(activity: Activity): Promise<void> {
    const { owner } = world.ours
    const own = await ownVersion(activity.id)
    await wordActivity(owner, { activity: { ...activity, title: `Ours ${newWord()}` }, version: own })
  }
  const versions = new Map<string, number>()
  async function ownVersion(id: string): Promise<number> {
    versions.set(id, (versions.get(id) ?? 0) + 1)
    return versions.get(id)! - 1
  }

  /** @returns whether there was anything to do */
  const play: Readonly<Record<Deed, (step: Step) => Promise<boolean>>> = {
    edit: async ({ pick }) => {
      const { activity, version } = at(await rows(), pick)
      const edit = { version, activity: { ...activity, title: `${activity.title} ${newWord()}` } }
      await changeActivities(world.ours.owner, world.ours.engagement, [edit])
      return true
    },
    add: async ({ pick }) => {
      const { activity } = at(await rows(), pick)
      const added = { ...activity, id: newWord(), title: `New ${newWord()}` }
      await addActivity(world.ours.owner, asked(), { activity: added, behind: activity.id })
      return true
    },
    remove: async ({ pick, other }) => {
      const all = await rows()
      const out = [...new Set([at(all, pick), at(all, other)])]
      await removeActivities(
        world.ours.owner,
        asked(),
        out.map(({ activity, version }) => ({ id: activity.id, version })),
      )
      return true
    },
    'bring back': async ({ pick }) => {
      const { items } = await removedActivities(world.ours.owner, world.ours.engagement, { limit: 50 })
      const { records } = (await now()).held
      const gone = items.filter(({ activity }) => !records.has(activity.id))
      if (gone.length === 0) return false
      await restoreActivity(world.ours.owner, asked(), { id: at(gone, pick).activity.id })
      return true
    },
    move: async ({ pick }) => {
      const all = await rows()
      const { activity } = at(all, pick)
      await reorderActivities(world.ours.owner, asked(), { move: activity.id, behind: at(all, pick + 1).activity.id })
      return true
    },
    answer: async ({ pick }) => {
      const { held } = await now()
      const { name } = at(questions(held.matrix), pick)
      const seen = held.matrix.parameters[name] ?? null
      await answerQuestions(world.ours.owner, asked(), [{ name, answer: `Answered ${newWord()}`, seen }])
      return true
    },
    'rename a party': async ({ pick }) => {
      const { engagement, held } = await now()
      const parties = held.matrix.parties.map((party, index) =>
        index === pick % held.matrix.parties.length ? { ...party, legalName: `Party ${newWord()}` } : party,
      )
      await changeHead(world.ours.owner, asked(), { seen: engagement.headVersion, change: { parties } })
      return true
    },
    'compose again': async ({ pick }) => {
      await reword(at(world.services.template.activities, pick))
      const { headVersion, rows: offered } = await offerRecomposition(world.ours.owner, world.ours.engagement)
      if (offered.length === 0) return false
      const chosen = offered.slice(0, 3).map(({ id, version }) => ({ id, version, take: 'template' as const }))
      await takeRecomposition(world.ours.owner, asked(), { seen: headVersion, rows: chosen })
      return true
    },
    'take template rows': async ({ pick }) => {
      await reword(at(world.services.template.activities, pick))
      const { items } = await listDepartures(world.ours.owner, world.ours.engagement, { limit: 200 })
      if (items.length === 0) return false
      const from = pick % items.length
      const chosen = items.slice(from, from + 3).map(({ activity, version }) => ({ activity, version }))
      await takeTemplateRows(world.ours.owner, asked(), chosen)
      return true
    },
    'accept claims': async ({ pick }) => {
      const { owner, engagement } = world.ours
      const requirement = at(['164.312(b)', '164.310(d)(2)(iv)', '164.308(a)(5)(ii)(C)', '164.312(a)(1)'], pick)
      const text = `Safeguard,Responsibility,What we do\n${requirement},Vendor,Keeps the ${newWord()} of the application\n`
      const name = `${newWord()}.csv`
      // another step may have renamed it
      const { held, engagement: seen } = await now()
      const party = held.matrix.parties.find((one) => one.id === 'records-vendor')!.legalName
      const given = { name, bytes: new TextEncoder().encode(text), asked: { party } }
      const { id } = await importDocument(owner, engagement, given)
      const { items: claims } = await listImportClaims(owner, id, { limit: 1 })
      const accepting = AcceptAsked.parse({
        version: seen.version,
        reason: 'read with the vendor',
        at: [claims[0]!.at],
      })
      try {
        await acceptClaims(owner, engagement, accepting)
      } catch (error) {
        // under an earlier name of the party the other side of it was chosen
        if (error instanceof Refusal && error.code === 'conflict') return false
        throw error
      }
      return true
    },
    'apply a workbook': async ({ pick }) => {
      const { owner, engagement } = world.ours
      const { activity } = at(await rows(), pick)
      const bytes = await edited(await exported(), activity.title, `By the client ${newWord()}`)
      const { version, changes } = await readWorkbookChanges(owner, engagement, { bytes })
      if (changes.length === 0) return false
      await applyWorkbookChanges(owner, engagement, { bytes, chosen: { version, take: 'all' } })
      return true
    },
    'put away': async () => {
      const { owner, engagement } = world.ours
      const before = await standing()
      await archiveEngagement(owner, engagement)
      for (const word of [...before.keys()].slice(0, 3)) expect(await found(word)).toEqual([])
      await restoreEngagement(owner, engagement)
      return true
    },
  }
  const asked = () => ({ id: world.ours.engagement })

  async function exported(): Promise<Uint8Array> {
    const { owner, engagement } = world.ours
    const job = await askExport(owner, engagement, ExportAsked.parse({ what: 'matrix', format: 'xlsx' }))
    await doNextJob(world.services)
    return (await readJobFile(owner, job.id)).bytes
  }

  async function edited(bytes: Uint8Array, from: string, to: string): Promise<Uint8Array> {
    const book = new Workbook()
    await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer)
    book.getWorksheet('Activities')!.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.value === from) cell.value = to
      }),
    )
    return new Uint8Array(await book.xlsx.writeBuffer())
  }

  test('it finds exactly what stands, and the figures are those of what stands', async () => {
    const { owner } = world.ours
    const done = new Set<Deed>()
    const tried = async (step: Step) => {
      const before = await standing()
      const { engagement: was } = await now()
      if (!(await play[step.deed](step))) return
      done.add(step.deed)
      const after = await standing()
      const { engagement, held } = await now()
      expect(engagement.version).toBeGreaterThan(was.version)
      expect(engagement.figures).toEqual(figuresOf(held.matrix, owner.knowledge))
      const differing = [...new Set([...before.keys(), ...after.keys()])].filter(
        (word) => before.get(word)?.join(' ') !== after.get(word)?.join(' '),
      )
      const coinedWords = differing.filter((word) => word.startsWith('coined'))
      const some = [...coinedWords.slice(0, 3), ...differing.slice(0, 2), at([...after.keys()], step.other)]
      for (const word of some)
        expect([step.deed, word, await found(word)]).toEqual([step.deed, word, prefixed(after, word)])
    }
    // Each at least once, whatever is drawn.
    for (const [index, deed] of deeds.entries()) await tried({ deed, pick: index * 7, other: index * 3 })
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { minLength: 2, maxLength: 4 }), async (sequence) => {
        for (const step of sequence) await tried(step)
      }),
      { numRuns: 5, endOnFailure: true },
    )
    expect([...done].toSorted()).toEqual([...deeds].toSorted())
  }, 120_000)
})
