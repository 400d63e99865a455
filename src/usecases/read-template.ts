// The template that the MSP composes from, row by row: the library's, or worded, added or left out; and where the library went on.
import { z } from 'zod'
import { authorize } from '../core/access/authorize.ts'
import type { Activity } from '../core/activity.ts'
import { upstreamList } from '../core/own-template/upstream.ts'
import type { Upstream } from '../core/own-template/upstream.ts'
import type { WordingKind } from '../core/own-template/own-template.ts'
import type { Page, PageAsked } from '../core/page.ts'
import { askedWords, plainText } from '../core/plain-text.ts'
import { cursorIn, pageFrom } from '../store/cursor.ts'
import { listWordings } from '../store/own-template.ts'
import type { WordingRecord } from '../store/own-template.ts'
import type { UseCase } from './context.ts'

export interface TemplateRow {
  readonly kind: 'library' | WordingKind
  /** of our wording; 0: there is none */
  readonly version: number
  /** as it is composed from; of one that is left out, the library's */
  readonly activity: Activity
}

export interface TemplateAsked extends PageAsked {
  readonly kind?: TemplateRow['kind'] | undefined
  readonly topic?: string | undefined
  readonly words?: string | undefined
}

/** The library's in its order, then what was added. */
export async function readTemplate(ctx: UseCase, asked: TemplateAsked): Promise<Page<TemplateRow>> {
  authorize(ctx.actor, 'template.read')
  const wordings = await ctx.store.read(ctx.actor.tenant, listWordings)
  const words = askedWords(asked.words ?? '')
  const all = rowsOf(ctx, wordings).filter(
    ({ kind, activity }) =>
      (asked.kind === undefined || kind === asked.kind) &&
      (asked.topic === undefined || activity.topic === asked.topic) &&
      words.every((word) => plainText(activity.title).includes(word)),
  )
  return paged(all, asked, ({ activity }) => activity.id)
}

function rowsOf({ template }: UseCase, wordings: readonly WordingRecord[]): readonly TemplateRow[] {
  const byId = new Map(wordings.map((record) => [record.wording.id, record]))
  const known = new Set(template.activities.map(({ id }) => id))
  const rowOf = (activity: Activity): TemplateRow => {
    const record = byId.get(activity.id)
    if (record === undefined) return { kind: 'library', version: 0, activity }
    const { wording, version } = record
    return { kind: wording.kind, version, activity: wording.kind === 'left-out' ? activity : wording.activity }
  }
  const more = wordings.flatMap(({ wording }) =>
    known.has(wording.id) || wording.kind === 'left-out' ? [] : wording.activity,
  )
  return [...template.activities, ...more].map(rowOf)
}

export type UpstreamRow = Upstream & { readonly version: number }

/** Wordings under which the library's words are others since. */
export async function readUpstream(ctx: UseCase, asked: PageAsked): Promise<Page<UpstreamRow>> {
  authorize(ctx.actor, 'template.read')
  const records = await ctx.store.read(ctx.actor.tenant, listWordings)
  const versions = new Map(records.map(({ wording, version }) => [wording.id, version]))
  const all = upstreamList(
    records.map(({ wording }) => wording),
    ctx.template,
  ).map((upstream) => ({ ...upstream, version: versions.get(upstream.id)! }))
  return paged(all, asked, ({ id }) => id)
}

/** Of a list that is made whole: what comes behind the row that the cursor names. */
export function paged<T>(all: readonly T[], asked: PageAsked, idOf: (row: T) => string): Page<T> {
  const after = cursorIn(asked, [z.string()])
  const from = after === undefined ? 0 : all.findIndex((row) => idOf(row) === after[0]) + 1
  return pageFrom(all.slice(from), asked, { item: (row) => row, key: (row) => [idOf(row)] })
}
