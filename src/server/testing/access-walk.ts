// Walks every route as everybody, in every state and with the ids of another tenant, and tells where an answer is not the policy table's.
import type { FastifyInstance } from 'fastify'
import { engagementActions, states } from '../../core/access/policy.ts'
import type { EngagementState } from '../../core/access/policy.ts'
import { digestOf } from '../../usecases/testing/digest.ts'
import type { TwoMsps } from '../../usecases/testing/two-msps.ts'
import type { Route } from '../route.ts'
import { expectedFor } from './expected-answer.ts'
import type { Expected } from './expected-answer.ts'
import type { Sample, SampleRequest, Samples } from './samples/sample.ts'
import { ask, requestOf, swapsOf, unknownLike } from './walk-request.ts'
import type { Asked, Request } from './walk-request.ts'
import { comesToState, freshAsker, freshPlace, isGuest, kinds, walkedApp } from './walk-world.ts'
import type { Asker, Kind, Place } from './walk-world.ts'

export interface Walk {
  readonly routes: readonly Route[]
  readonly samples: Samples
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
  readonly made: SampleRequest
  readonly request: Request
  readonly expected: Expected
}

export async function walk(world: TwoMsps, { routes, samples }: Walk): Promise<Walked> {
  const app = walkedApp(world, routes)
  const tries = routes.map((route) => ({ route, sample: samples[route.name]! }))
  const theirs = await theirRequests(world, tries)
  const theirsBefore = await digestOf(world, world.theirs.owner.actor.tenant)

  const steps = await firstSteps(world, tries)
  const [granted, refused] = [steps.filter(isGranted), steps.filter((step) => !isGranted(step))]
  const reading = granted.filter(({ route }) => route.method === 'GET')
  const before = await wholeDigest(world)
  const seen: Walked[] = []
  for (const step of [...refused, ...reading, ...previewsOf(steps)]) seen.push(await met(app, step))
  for (const step of reading.filter(({ route }) => route.answers.stream === undefined))
    seen.push(await met(app, step, 'HEAD'))
  for (const step of granted.filter(isOwnersInDraft))
    seen.push(await foreignIds(app, step, theirs.get(step.route.name)!))
  const untouched = changed(before, await wholeDigest(world))

  for (const { route, kind, place } of granted) {
    if (route.method === 'GET') continue
    const again = await freshPlace(world, world.ours, place.state)
    const step = await stepOf(again, kind, { route, sample: samples[route.name]! })
    await comesToState([again])
    seen.push(await met(app, step))
  }
  const theirsAfter = await digestOf(world, world.theirs.owner.actor.tenant)
  await app.close()
  return {
    asked: seen.reduce((sum, { asked }) => sum + asked, 0),
    faults: [
      ...seen.flatMap(({ faults }) => faults),
      ...untouched.map((table) => `reading or a refused request changed ${table}`),
      ...changed(theirsBefore, theirsAfter).map((table) => `${table} of the other tenant changed`),
    ],
  }
}

/** Only looked at: whoever may make the change may, and nothing changes. */
function previewsOf(steps: readonly Step[]): readonly Step[] {
  return steps
    .filter(({ route }) => Object.hasOwn(route.query?.shape ?? {}, 'preview'))
    .map((step) => ({ ...step, request: { ...step.request, query: { ...step.request.query, preview: 'true' } } }))
}

async function theirRequests(world: TwoMsps, tries: readonly Tried[]): Promise<ReadonlyMap<string, Request>> {
  const requests = new Map<string, Request>()
  for (const tried of tries) {
    const { request } = await stepOf(await freshPlace(world, world.theirs, 'draft'), kinds[0]!, tried)
    requests.set(tried.route.name, request)
  }
  return requests
}

/** Every route in every state as everybody: prepared, and nothing asked yet. */
async function firstSteps(world: TwoMsps, tries: readonly Tried[]): Promise<readonly Step[]> {
  const people = lastingPeople()
  const steps: Step[] = []
  for (const tried of tries)
    for (const state of statesOf(tried.route)) {
      const place = await freshPlace(world, world.ours, state)
      steps.push(...(await stepsIn(place, { ...tried, people })))
    }
  await comesToState([...new Set(steps.map(({ place }) => place))])
  return steps
}

async function met(app: FastifyInstance, step: Step, method: string = step.route.method): Promise<Walked> {
  const answer = await ask(app, step.request, { headers: step.asker.headers, method })
  return { asked: 1, faults: faultIn(step, answer, method) }
}

function isGranted({ expected }: Step): boolean {
  return expected.status === undefined
}

function statesOf({ action }: Route): readonly EngagementState[] {
  return Object.hasOwn(engagementActions, action) ? states : ['draft']
}

/** Everybody in one place: whoever is refused changes nothing, and whoever reads neither. */
async function stepsIn(place: Place, { route, sample, people }: Tried & { readonly people: People }) {
  const steps: Step[] = []
  for (const kind of kinds) {
    const asker = await people(place, kind)
    const refused = steps[0] !== undefined && expectedOf(route, { kind, place }).status !== undefined
    const made = refused ? steps[0]!.made : await sample(place, asker)
    steps.push(stepWith({ route, kind, place, asker }, made))
  }
  return steps
}

interface Tried {
  readonly route: Route
  readonly sample: Sample
}

async function stepOf(place: Place, kind: Kind, { route, sample }: Tried): Promise<Step> {
  const asker = await freshAsker(place, kind)
  return stepWith({ route, kind, place, asker }, await sample(place, asker))
}

function stepWith(step: Pick<Step, 'route' | 'kind' | 'place' | 'asker'>, made: SampleRequest): Step {
  const { route, place } = step
  return { ...step, made, request: requestOf(route, place, made), expected: expectedOf(route, step, made) }
}

function expectedOf({ action }: Route, { kind, place }: Pick<Step, 'kind' | 'place'>, made: SampleRequest = {}) {
  return expectedFor(kind, action, { state: place.state, ...made })
}

type People = (place: Place, kind: Kind) => Promise<Asker>

/** Who belongs to the MSP is the same person in every place, as long as nothing that they ask for changes anything. */
function lastingPeople(): People {
  const known = new Map<Kind, Asker>()
  return async (place, kind) => {
    const asker = known.get(kind) ?? (await freshAsker(place, kind))
    if (!isGuest(kind)) known.set(kind, asker)
    return asker
  }
}

function isOwnersInDraft({ kind, place }: Step): boolean {
  return kind === kinds[0] && place.state === 'draft'
}

function faultIn(step: Step, answer: Asked, method: string): readonly string[] {
  const { route, kind, place, expected } = step
  const status = expected.status ?? route.answers.status
  const detail = method === 'HEAD' ? undefined : expected.detail
  if (answer.status === status && (detail === undefined || detail === answer.detail))
    return straysIn(step, answer, method)
  const wanted = `${status}${detail === undefined ? '' : ` “${detail}”`}`
  return [
    `${route.name}, ${method} as ${kind.name}, ${place.state}: ${wanted} expected, answered ${answer.status} “${answer.detail.slice(0, 300)}”`,
  ]
}

/** In a list of engagements a guest finds those that they were let into. */
function straysIn({ route, kind, place, made, expected }: Step, { detail }: Asked, method: string): readonly string[] {
  if (made.listsEngagements === undefined || expected.status !== undefined || method === 'HEAD' || !isGuest(kind))
    return []
  const { items } = JSON.parse(detail) as { readonly items: readonly { readonly id: string }[] }
  const wanted = kind.standing === 'elsewhere' ? place.msp.engagement : place.engagement
  if (items.length === 1 && items[0]!.id === wanted) return []
  return [
    `${route.name} as ${kind.name}, ${place.state}: shows ${items.map(({ id }) => id).join(', ')} and not ${wanted}`,
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
