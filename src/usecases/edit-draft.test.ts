// Any sequence of edits, against a matrix in memory that is edited alike.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Activity } from '../core/activity.ts'
import type { Decision } from '../core/decision.ts'
import { questions } from '../core/asked-questions.ts'
import type { MatrixHead } from '../core/matrix.ts'
import { figuresOf } from '../core/portfolio-figures.ts'
import { listActivities } from '../store/activities.ts'
import { findEngagement } from '../store/engagements.ts'
import { eventsAfter } from '../store/events.ts'
import { addActivity } from './add-activity.ts'
import { allotActivities } from './allot-activities.ts'
import { answerQuestions } from './answer-questions.ts'
import { changeActivities } from './change-activities.ts'
import type { DraftAsked } from './edit-draft.ts'
import { changeHead } from './engagement-head.ts'
import { readActivity } from './read-activities.ts'
import { editDecision } from './record-decision.ts'
import { removeActivities } from './remove-activities.ts'
import { reorderActivities } from './reorder-activities.ts'
import { restoreActivity } from './restore-activity.ts'
import { onEachEngine } from './testing/two-msps.ts'
import type { TwoMsps } from './testing/two-msps.ts'
import type { UseCase } from './context.ts'

interface Model {
  head: MatrixHead
  headVersion: number
  activities: readonly Activity[]
  versions: Map<string, number>
  /** removed, with the version that it ended with */
  removed: Map<string, { readonly activity: Activity; readonly version: number }>
}

interface Step {
  readonly deed: keyof typeof deeds
  readonly pick: number
  readonly other: number
  readonly text: string
  /** as somebody would ask who saw an older state */
  readonly stale: boolean
}

interface Asked {
  readonly ctx: UseCase
  readonly asked: DraftAsked
  readonly model: Model
  readonly step: Step
}

/** Asks for the edit, and says what becomes of the model if it is granted; undefined where it makes no sense. */
type Deed = (asked: Asked) => { readonly done: Promise<unknown>; readonly after: () => void } | undefined

const at = <T>(list: readonly T[], pick: number): T => list[pick % list.length]!
const versionOf = ({ model, step }: Asked, id: string) => model.versions.get(id)! + (step.stale ? 1 : 0)
const put = (model: Model, activity: Activity) => {
  model.activities = model.activities.map((one) => (one.id === activity.id ? activity : one))
  model.versions.set(activity.id, model.versions.get(activity.id)! + 1)
}
const headed = (model: Model, head: MatrixHead) => {
  model.head = head
  model.headVersion += 1
}

const deeds = {
  change: (all) => {
    const { ctx, asked, model, step } = all
    const activity = { ...at(model.activities, step.pick), title: step.text }
    const edits = [{ version: versionOf(all, activity.id), activity }]
    return { done: changeActivities(ctx, asked.id, edits), after: () => put(model, activity) }
  },
  strip: (all) => {
    const { ctx, asked, model, step } = all
    const activity = { ...at(model.activities, step.pick), duties: [] }
    const edits = [{ version: versionOf(all, activity.id), activity }]
    return { done: changeActivities(ctx, asked.id, edits), after: () => put(model, activity) }
  },
  add: ({ ctx, asked, model, step }) => {
    const taken = at(model.activities, step.pick)
    const activity = { ...taken, id: step.stale ? taken.id : `new-${step.pick}-${step.other}` }
    if (!step.stale && model.versions.has(activity.id)) return undefined
    const behind = at(model.activities, step.other)
    return {
      done: addActivity(ctx, asked, { activity, behind: behind.id }),
      after: () => {
        model.activities = model.activities.toSpliced(model.activities.indexOf(behind) + 1, 0, activity)
        model.versions.set(activity.id, (model.removed.get(activity.id)?.version ?? 0) + 1)
      },
    }
  },
  remove: (all) => {
    const { ctx, asked, model, step } = all
    const activity = at(model.activities, step.pick)
    return {
      done: removeActivities(ctx, asked, [{ id: activity.id, version: versionOf(all, activity.id) }]),
      after: () => {
        model.activities = model.activities.filter((one) => one !== activity)
        model.removed.set(activity.id, { activity, version: model.versions.get(activity.id)! })
        model.versions.delete(activity.id)
      },
    }
  },
  restore: ({ ctx, asked, model, step }) => {
    const gone = [...model.removed.values()].filter(({ activity }) => !model.versions.has(activity.id))
    if (gone.length === 0) return undefined
    const { activity, version } = at(gone, step.pick)
    return {
      done: restoreActivity(ctx, asked, { id: activity.id, ...(step.stale && { seen: version }) }),
      after: () => {
        model.activities = [...model.activities, activity]
        model.versions.set(activity.id, version + 1)
      },
    }
  },
  move: ({ ctx, asked, model, step }) => {
    const [moving, behind] = [at(model.activities, step.pick), at(model.activities, step.other)]
    const others = model.activities.filter((one) => one !== moving)
    const order = others.toSpliced(others.indexOf(behind) + 1, 0, moving)
    if (moving === behind || order.every((one, index) => one === model.activities[index])) return undefined
    const ids = order.map(({ id }) => id)
    return {
      done: step.stale
        ? reorderActivities(ctx, asked, { order: ids.slice(1) })
        : reorderActivities(ctx, asked, { move: moving.id, behind: behind.id }),
      after: () => {
        model.activities = order
      },
    }
  },
  allot: (all) => {
    const { ctx, asked, model, step } = all
    const rows = [...new Set([at(model.activities, step.pick), at(model.activities, step.other)])]
    const party = step.pick % 2 === 0 ? 'client' : 'msp'
    const changing = rows.filter(({ accountable }) => accountable !== party)
    if (changing.length === 0) return undefined
    const seen = rows.map(({ id }) => ({ id, version: versionOf(all, id) }))
    return {
      done: allotActivities(ctx, asked, { rows: seen, allotment: { set: 'accountable', party } }),
      after: () => {
        for (const activity of changing) put(model, { ...activity, accountable: party })
      },
    }
  },
  answer: ({ ctx, asked, model, step }) => {
    const { name } = at(questions({ ...model.head, activities: model.activities }), step.pick)
    const seen = model.head.parameters[name] ?? null
    const answer = step.other % 3 === 0 ? null : step.text
    if (answer === seen) return undefined
    const { [name]: _, ...rest } = model.head.parameters
    const parameters = answer === null ? rest : { ...rest, [name]: answer }
    return {
      done: answerQuestions(ctx, asked, [{ name, answer, seen: step.stale ? 'what nobody wrote' : seen }]),
      after: () => headed(model, { ...model.head, parameters }),
    }
  },
  entitle: ({ ctx, asked, model, step }) => {
    if (step.text === model.head.title) return undefined
    const seen = model.headVersion - (step.stale ? 1 : 0)
    return {
      done: changeHead(ctx, asked, { seen, change: { title: step.text } }),
      after: () => headed(model, { ...model.head, title: step.text }),
    }
  },
  decide: ({ ctx, asked, model, step }) => {
    const ref = at(['hipaa:164.310(a)(2)(i)', 'hipaa:164.312(c)(2)', 'hipaa:164.308(a)(4)(ii)(A)'], step.pick)
    const decision: Decision = {
      ref,
      kind: 'not-applicable',
      by: 'Dr. Ana Reyes',
      date: '2026-03-01',
      reason: 'The practice keeps no records at that site, and nobody works there',
    }
    const there = model.head.decisions.find((one) => one.ref === ref && one.kind === decision.kind)
    const decisions = there ? model.head.decisions.filter((one) => one !== there) : [...model.head.decisions, decision]
    if (there === undefined && step.stale) return undefined
    const seen = there && { ...there, ...(step.stale && { reason: 'What was never written' }) }
    return {
      done: editDecision(
        ctx,
        asked,
        seen ? { kind: 'withdraw', seen, because: 'It does now' } : { kind: 'record', decision },
      ),
      after: () => headed(model, { ...model.head, decisions }),
    }
  },
} satisfies Readonly<Record<string, Deed>>

const steps: fc.Arbitrary<Step> = fc.record({
  deed: fc.constantFrom(...(Object.keys(deeds) as (keyof typeof deeds)[])),
  pick: fc.nat(500),
  other: fc.nat(500),
  text: fc.constantFrom('Disable the accounts', 'Walk the server room', 'Restore one file', 'Ask {who}', 'As needed'),
  stale: fc.integer({ min: 0, max: 3 }).map((n) => n === 0),
})

describe.each(onEachEngine)('any sequence of edits on $engine', ({ open }) => {
  let world: TwoMsps
  beforeAll(async () => {
    world = await open()
  })
  afterAll(() => world.close())

  /** As the database has it, past everything that is kept in memory. */
  function kept() {
    const { owner, engagement: id } = world.ours
    return owner.store.read(owner.actor.tenant, async (scope) => ({
      engagement: (await findEngagement(scope, id))!,
      rows: await listActivities(scope, id),
      events: await eventsAfter(scope, -1, 100_000),
    }))
  }

  test('leaves what the same edits leave in memory', async () => {
    const { owner: ctx, engagement: id } = world.ours
    const first = await kept()
    const model: Model = {
      head: first.engagement.head,
      headVersion: first.engagement.headVersion,
      activities: first.rows.map(({ activity }) => activity),
      versions: new Map(first.rows.map(({ activity, version }) => [activity.id, version])),
      removed: new Map(),
    }
    const granted = new Set<string>()
    const refused = new Set<string>()
    const play = async (step: Step) => {
      const before = await kept()
      const deed = deeds[step.deed]({ ctx, asked: { id }, model, step })
      if (deed === undefined) return
      const outcome = await deed.done.then(
        () => undefined,
        (error: unknown) => error,
      )
      const after = await kept()
      if (step.stale) {
        expect(outcome).toMatchObject({ code: 'conflict' })
        expect(after).toEqual(before)
        refused.add(step.deed)
        return
      }
      expect(outcome).toBeUndefined()
      deed.after()
      granted.add(step.deed)
      expect(after.rows.map(({ activity }) => activity)).toEqual(model.activities)
      expect(new Map(after.rows.map(({ activity, version }) => [activity.id, version]))).toEqual(model.versions)
      expect(after.engagement.head).toEqual(model.head)
      expect(after.engagement.headVersion).toBe(model.headVersion)
      expect(after.engagement.version).toBe(before.engagement.version + 1)
      const matrix = { ...model.head, activities: model.activities }
      expect(after.engagement.figures).toEqual(figuresOf(matrix, ctx.knowledge))
      expect(after.events.length).toBeGreaterThan(before.events.length)
      expect(after.events.slice(before.events.length).every(({ engagement }) => engagement === id)).toBe(true)
    }
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { minLength: 5, maxLength: 12 }), async (sequence) => {
        for (const step of sequence) await play(step)
      }),
      { numRuns: 25, endOnFailure: true },
    )
    expect([...granted].toSorted()).toEqual(Object.keys(deeds).toSorted())
    expect(refused.size).toBeGreaterThan(5)
  }, 120_000)

  test('fifty who always look and try again each leave their change', async () => {
    const { owner: ctx, engagement: id } = world.ours
    const { rows, engagement } = await kept()
    const { activity } = rows[0]!
    const versions: number[] = []
    const editor = async (n: number) => {
      for (;;) {
        const now = await readActivity(ctx, id, activity.id)
        const edit = { version: now.version, activity: { ...now.activity, trap: `${now.activity.trap ?? ''} e${n}` } }
        try {
          versions.push(...(await changeActivities(ctx, id, [edit])).map(({ version }) => version))
          return
        } catch (error) {
          expect(error).toMatchObject({ code: 'conflict' })
        }
      }
    }
    await Promise.all(Array.from({ length: 50 }, (_, n) => editor(n)))
    const after = await kept()
    const left = after.rows.find((row) => row.activity.id === activity.id)!.activity.trap!
    for (let n = 0; n < 50; n += 1) expect(left.split(' ')).toContain(`e${n}`)
    expect(new Set(versions).size).toBe(50)
    expect(after.engagement.version).toBe(engagement.version + 50)
  }, 120_000)
})
