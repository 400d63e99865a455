// The MSP's own wording of an activity: worded otherwise, added, left out, or given back to the library.
import type { Activity } from '../core/activity.ts'
import type { ActivityId } from '../core/identifiers.ts'
import type { Issue } from '../core/issue.ts'
import { upstreamOf } from '../core/own-template/upstream.ts'
import type { Wording } from '../core/own-template/own-template.ts'
import { Overtaken, Refusal } from '../core/refusal.ts'
import { coverRef } from '../core/activity.ts'
import { splitReference } from '../core/identifiers.ts'
import { suggest } from '../core/schema-issues.ts'
import { findWording, removeWording, saveWording } from '../store/own-template.ts'
import type { WordingRecord } from '../store/own-template.ts'
import { changeTemplate } from './change-template.ts'
import type { TemplateChange } from './change-template.ts'
import type { UseCase } from './context.ts'
import { tenantTemplate } from './tenant-template.ts'

interface Seen {
  /** of our wording, as its editor saw it; 0: there was none */
  readonly version: number
}

/** In words of our own; one that the library does not have is added. */
export function wordActivity(
  ctx: UseCase,
  { activity, version }: Seen & { readonly activity: Activity },
): Promise<WordingRecord> {
  return changeTemplate(ctx, 'template.edit', async (change) => {
    const before = await seen(change, activity.id, version)
    const { origin: _origin, reviewed: _reviewed, ...words } = activity
    const issues = await strangers(ctx, change, words)
    if (issues.length > 0) throw new Refusal('invalid', 'this names what the template does not have', issues)
    return save(change, before, {
      wording: worded(words, before, inLibrary(ctx, activity.id)),
      kind: 'wording.changed',
    })
  })
}

/** The library's activity that a wording stands over stays the one that its editor last looked at: only settling moves it on. */
function worded(activity: Activity, before: WordingRecord | undefined, library: Activity | undefined): Wording {
  const { id } = activity
  const over = before !== undefined && before.wording.kind !== 'added' ? before.wording.origin : library
  return over === undefined ? { kind: 'added', id, activity } : { kind: 'worded', id, activity, origin: over }
}

export function leaveOut(ctx: UseCase, id: ActivityId, { version }: Seen): Promise<WordingRecord> {
  return changeTemplate(ctx, 'template.edit', async (change) => {
    const before = await seen(change, id, version)
    const origin = before?.wording.kind === 'worded' ? before.wording.origin : inLibrary(ctx, id)
    if (origin === undefined || before?.wording.kind === 'added')
      throw new Refusal('conflict', `"${id}" is not of the library; take your own activity out instead`)
    if (before?.wording.kind === 'left-out') throw new Refusal('conflict', `"${id}" is left out already`)
    return save(change, before, { wording: { kind: 'left-out', id, origin }, kind: 'wording.changed' })
  })
}

/** As the library has it; an activity of our own is gone. */
export async function giveBack(ctx: UseCase, id: ActivityId, { version }: Seen): Promise<void> {
  await changeTemplate(ctx, 'template.edit', async (change) => {
    const before = await seen(change, id, version)
    if (before === undefined) throw new Refusal('conflict', `"${id}" is as the library has it already`)
    await removeWording(change, id)
    change.tell('wording.removed', id, { before: before.wording })
  })
}

/** What to do with newer words of the library: take them, keep ours, or take what only the library changed into ours. */
export async function settleWording(
  ctx: UseCase,
  id: ActivityId,
  { version, choose }: Seen & { readonly choose: 'take' | 'keep' | 'merge' },
): Promise<WordingRecord | undefined> {
  return changeTemplate(ctx, 'template.edit', async (change) => {
    const before = await seen(change, id, version)
    const now = inLibrary(ctx, id)
    const upstream = before && upstreamOf(before.wording, now)
    if (before === undefined || upstream === undefined)
      throw new Refusal('conflict', `the library has no newer words of "${id}"`)
    if (choose === 'take') {
      await removeWording(change, id)
      change.tell('wording.taken', id, { before: before.wording, after: now ?? null })
      return undefined
    }
    if (choose === 'merge' && upstream.merged === undefined)
      throw new Refusal(
        'conflict',
        `the library and you both changed ${upstream.conflicts.join(', ') || 'this activity'}; write the words that shall hold, then keep yours`,
      )
    const ours = choose === 'merge' ? upstream.merged : upstream.ours
    const kind = choose === 'merge' ? 'wording.merged' : 'wording.kept'
    return save(change, before, { wording: kept(id, ours, now), kind })
  })
}

function kept(id: ActivityId, ours: Activity | undefined, now: Activity | undefined): Wording {
  if (ours !== undefined)
    return now === undefined
      ? { kind: 'added', id, activity: ours }
      : { kind: 'worded', id, activity: ours, origin: now }
  if (now !== undefined) return { kind: 'left-out', id, origin: now }
  throw new Refusal('conflict', 'the library has it no more, and so it is left out anyhow; take the library’s')
}

async function save(
  change: TemplateChange,
  before: WordingRecord | undefined,
  { wording, kind }: { readonly wording: Wording; readonly kind: string },
): Promise<WordingRecord> {
  const record = { wording, version: (before?.version ?? 0) + 1, ...change.made }
  await saveWording(change, record)
  change.tell(kind, wording.id, { before: before?.wording ?? null, after: wording })
  return record
}

async function seen(change: TemplateChange, id: ActivityId, version: number): Promise<WordingRecord | undefined> {
  const record = await findWording(change, id)
  if ((record?.version ?? 0) === version) return record
  throw new Overtaken(
    `somebody changed the wording of "${id}" meanwhile; look at what stands there now, then send the change again`,
    record ?? null,
  )
}

function inLibrary({ template }: UseCase, id: ActivityId): Activity | undefined {
  return template.activities.find((activity) => activity.id === id)
}

/** Offerings and frameworks that a template's activity names and nobody knows. */
async function strangers(ctx: UseCase, change: TemplateChange, activity: Activity): Promise<readonly Issue[]> {
  const offerings = (await tenantTemplate(ctx, change)).template.offerings.map(({ id }) => id)
  const unsold = activity.duties.flatMap(({ offering }, index) =>
    offering === undefined || offerings.includes(offering)
      ? []
      : [
          {
            at: `duties[${index}].offering`,
            message: `there is no offering "${offering}"; ${suggest(offering, offerings)}`,
          },
        ],
  )
  const frameworks = [...ctx.knowledge.frameworks.keys()]
  const unknown = activity.covers.flatMap((cover, index) => {
    const { framework } = splitReference(coverRef(cover))
    return frameworks.includes(framework)
      ? []
      : [{ at: `covers[${index}]`, message: `there is no framework "${framework}"; ${suggest(framework, frameworks)}` }]
  })
  return [...unsold, ...unknown]
}
