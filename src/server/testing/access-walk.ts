// Walks every route as everybody, in every state and with the ids of another tenant, and tells where an answer is not the policy table's.
import type { FastifyInstance } from 'fastify'
import { engagementActions, states } from '../../core/access/policy.ts'
import type { EngagementState } from '../../core/access/policy.ts'
import { digestOf } from '../../usecases/testing/digest.ts'
import type { TwoMsps } from '../../usecases/testing/two-msps.ts'
import type { Route } from '../route.ts'
import { expectedFor } from './expected-answer.ts'
import type { Expected } from './expected-answer.ts'
import type { Sample, SampleRequest } from './sample-requests.ts'
import { ask, requestOf, swapsOf, unknownLike } from './walk-request.ts'
import type { Asked, Request } from './walk-request.ts'
import { comesToState, freshAsker, freshPlace, kinds, walkedApp } from './walk-world.ts'
import type { Asker, Kind, Place } from './walk-world.ts'

export interface Walk {
  readonly routes: readonly Route[]
  readonly samples: Readonly<Record<string, Sample>>
}

export interface Walked {
  readonly asked: number
  /** a sentence each */
  readonly faults: readonly string[]
}

/** One thing that is tried: a route in a state, asked by one kind of asker. */
interface Step {
  readonly route: Route
  readonly kind: Kind
  readonly place: Place
  readonly asker: Asker
  readonly request: Request
  readonly expected: Expected
}

export async function walk(world: TwoMsps, { routes, samples }: Walk): Promise<Walked> {
  const app = walkedApp(world, routes)
  const faults: string[] = []
  let asked = 0
  const met = async (step: Step, method = step.route.method as string) => {
    asked += 1
    const answer = await ask(app, step.request, { headers: step.asker.headers, method })
    faults.push(...faultIn(step, answer, method))
  }

  const theirs = new Map<string, Request>()
  for (const route of routes) theirs.set(route.name, (await theirRequest(world, route, samples[route.name]!)).request)
  const theirsBefore = await digestOf(world, world.theirs.owner.actor.tenant)

  const first: Step[] = []
  for (const route of routes)
    for (const state of statesOf(route)) first.push(...(await stepsIn(world, { route, state }, samples[route.name]!)))
  await comesToState([...new Set(first.map(({ place }) => place))])
  const before = await wholeDigest(world)
  for (const step of first) {
    if (step.expected.status !== undefined || step.route.method === 'GET') await met(step)
    if (step.expected.status === undefined && step.route.method === 'GET') await met(step, 'HEAD')
  }
  for (const step of first.filter(isOwnersInDraft)) {
    const swapped = await foreignIds(app, step, theirs.get(step.route.name)!)
    asked += swapped.asked
    faults.push(...swapped.faults)
  }
  faults.push(
    ...changed(before, await wholeDigest(world)).map((table) => `reading or a refused request changed ${table}`),
  )

  for (const { route, kind, place, expected } of first) {
    if (expected.status !== undefined || route.method === 'GET') continue
    const again = await freshPlace(world, world.ours, place.state)
    const step = await stepOf(again, { route, kind, sample: samples[route.name]! })
    await comesToState([again])
    await met(step)
  }
  const theirsAfter = await digestOf(world, world.theirs.owner.actor.tenant)
  faults.push(...changed(theirsBefore, theirsAfter).map((table) => `${table} of the other tenant changed`))
  await app.close()
  return { asked, faults }
}

function statesOf({ action }: Route): readonly EngagementState[] {
  return Object.hasOwn(engagementActions, action) ? states : ['draft']
}

async function theirRequest(world: TwoMsps, route: Route, sample: Sample): Promise<Step> {
  const place = await freshPlace(world, world.theirs, 'draft')
  return stepOf(place, { route, kind: kinds[0]!, sample })
}

/** Everybody in one place: whoever is refused changes nothing, and whoever reads neither. */
async function stepsIn(
  world: TwoMsps,
  { route, state }: { readonly route: Route; readonly state: EngagementState },
  sample: Sample,
): Promise<readonly Step[]> {
  const place = await freshPlace(world, world.ours, state)
  const steps: Step[] = []
  for (const kind of kinds) steps.push(await stepOf(place, { route, kind, sample }))
  return steps
}

async function stepOf(
  place: Place,
  { route, kind, sample }: { readonly route: Route; readonly kind: Kind; readonly sample: Sample },
): Promise<Step> {
  const asker = await freshAsker(place, kind)
  const made: SampleRequest = await sample(place, asker)
  const unseen = made.unseen ?? 'there is no such engagement'
  const expected = expectedFor(kind, route.action, { state: place.state, unseen })
  return { route, kind, place, asker, request: requestOf(route, place, made), expected }
}

function isOwnersInDraft({ kind, place }: Step): boolean {
  return kind === kinds[0] && place.state === 'draft'
}

function faultIn({ route, kind, place, expected }: Step, answer: Asked, method: string): readonly string[] {
  const status = expected.status ?? route.answers.status
  const detail = method === 'HEAD' ? undefined : expected.detail
  if (answer.status === status && (detail === undefined || detail === answer.detail)) return []
  const wanted = `${status}${detail === undefined ? '' : ` “${detail}”`}`
  return [
    `${route.name}, ${method} as ${kind.name}, ${place.state}: ${wanted} expected, answered ${answer.status} “${answer.detail.slice(0, 300)}”`,
  ]
}

/** What belongs to another tenant is answered as what nobody has. */
async function foreignIds(app: FastifyInstance, { request, asker, route }: Step, theirs: Request): Promise<Walked> {
  const faults: string[] = []
  const swaps = swapsOf(request, theirs)
  for (const { name, where, foreign, to } of swaps) {
    const unknown = unknownLike(foreign)
    const [known, random] = [await ask(app, to(foreign), asker), await ask(app, to(unknown), asker)]
    const same = known.status === random.status && known.detail.replaceAll(foreign, unknown) === random.detail
    const refused = where === 'path' ? known.status === 404 : where === 'query' || known.status >= 400
    if (same && refused) continue
    faults.push(
      `${route.name} with ${name} of another tenant in the ${where}: ${known.status} “${known.detail.slice(0, 200)}”, of nobody: ${random.status} “${random.detail.slice(0, 200)}”`,
    )
  }
  return { asked: swaps.length * 2, faults }
}

/** When a token was last used is told to its person, and is no change of what the tenant holds. */
async function wholeDigest(world: TwoMsps): Promise<Readonly<Record<string, string>>> {
  await world.database.run('update tokens set last_used_at = null')
  return digestOf(world)
}

function changed(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): readonly string[] {
  return Object.keys(before).filter((table) => before[table] !== after[table])
}
