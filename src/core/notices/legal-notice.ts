// Which duties are the notice that a legal clock limits, and which notices of others feed it.
import { coverRef } from '../activity.ts'
import type { Activity } from '../activity.ts'
import type { Clock } from '../clock.ts'
import type { Duty } from '../duty.ts'
import { parseDuration, worstCaseHours } from '../duration.ts'
import type { Reference } from '../identifiers.ts'
import type { Matrix } from '../matrix.ts'
import { startOf } from './start.ts'
import { isTelling, stepsOf } from './step.ts'
import type { Step } from './step.ts'

export interface LegalNotice {
  readonly clock: Clock
  /** in hours */
  readonly allowed: number
  /** with the requirements that the objectives are parts of, which a cover may name whole */
  readonly objectives: ReadonlySet<Reference>
  readonly upstream: ReadonlySet<Reference>
  readonly sources: ReadonlySet<string>
  readonly words: RegExp
  /** undefined: discovery starts it */
  readonly starts: RegExp | undefined
}

export function readClock(clock: Clock): LegalNotice | undefined {
  const limit = parseDuration(clock.limit)
  return (
    limit && {
      clock,
      allowed: worstCaseHours(limit),
      objectives: withRequirements(clock.notice),
      upstream: withRequirements(clock.upstream),
      sources: new Set(clock.sources),
      words: anyOf(clock.words),
      starts: clock.starts && anyOf(clock.starts),
    }
  )
}

function withRequirements(objectives: readonly Reference[]): ReadonlySet<Reference> {
  return new Set([...objectives, ...objectives.map((objective) => objective.replace(/\[\w+\]$/, ''))])
}

function anyOf(words: readonly string[]): RegExp {
  return new RegExp(
    `\\b(?:${words.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join('|')})\\b`,
    'i',
  )
}

export function concerns({ objectives, sources }: LegalNotice, { covers, duties }: Activity): boolean {
  return covers.some((cover) => objectives.has(coverRef(cover))) || duties.some((duty) => cites(duty, sources))
}

export function isNotice(step: Step, legal: LegalNotice, matrix: Matrix): boolean {
  if (!isHeldBy(legal.clock, step, matrix) || !startsInTime(step, legal)) return false
  if (citesIt(step, legal)) return true
  const citesAnother = /\d/.test(step.duty.source ?? '')
  return !citesAnother && isTelling(step) && legal.words.test(step.does)
}

function citesIt({ duty }: Step, { sources }: LegalNotice): boolean {
  return cites(duty, sources)
}

/** What follows a semicolon explains the citation. */
export function cites({ source = '' }: Pick<Duty, 'source'>, sources: ReadonlySet<string>): boolean {
  return sources.has(source.split(';')[0]!.trim())
}

const yearEnd = /\b(?:year|december)\b/i

function startsInTime(step: Step, legal: LegalNotice): boolean {
  if (legal.starts) return legal.starts.test(step.after)
  if (yearEnd.test(step.after)) return false
  return step.after === '' || startOf(step.after) !== 'other' || citesIt(step, legal)
}

/** A business associate's clock binds the client only where the client is one itself. */
function isHeldBy({ holder }: Clock, { duty }: Step, { parties, frameworks }: Matrix): boolean {
  if (holder !== 'business-associate') return true
  const party = parties.find(({ id }) => id === duty.party)
  return (
    party?.kind !== 'client' ||
    frameworks.some(({ assessed, capacity }) => assessed === party.id && capacity === 'business-associate')
  )
}

/** The steps of other activities that come before this one, from discovery or from somebody's notice; none where the parameter says that they do not start its clock. */
export function feedingSteps({ clock, upstream }: LegalNotice, matrix: Matrix): readonly Step[] {
  if (upstream.size === 0 || isNoAgent(clock, matrix)) return none
  return matrix.activities
    .filter(({ covers }) => covers.some((cover) => upstream.has(coverRef(cover))))
    .flatMap((activity) => stepsOf(activity, matrix.parameters))
    .filter(({ after }) => ['discovery', 'notice'].includes(startOf(after)))
}

const none: readonly Step[] = []

export function isNoAgent({ agency }: Clock, { parameters }: Matrix): boolean {
  return (
    agency !== undefined &&
    Object.hasOwn(parameters, agency) &&
    /^(?:no|n|false|not)\b/i.test(parameters[agency]!.trim())
  )
}

/** Who knows first tells first: not what one passes on from somebody else. */
export function isFirstNotice(step: Step): boolean {
  return isTelling(step) && startOf(step.after) === 'discovery'
}
