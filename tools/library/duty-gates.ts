// The gates that every duty passes: observable, with one clock, evidence, a role, a source, in the house's voice.
import type { Duty } from '../../src/core/duty.ts'
import { parseDuration, worstCaseHours } from '../../src/core/duration.ts'
import { isNamed } from '../../src/core/evidence-name.ts'
import { openEndedPhrases } from '../../src/core/wording/open-ended.ts'
import { vaguePhrases } from '../../src/core/wording/vague.ts'
import { each } from './gate.ts'
import type { Gate } from './gate.ts'
import { isSource } from './legal-citation.ts'
import type { PlacedDuty } from './library.ts'
import { readingGrade } from './reading-grade.ts'

const hardest = 10

export const dutyGates: readonly Gate[] = [
  {
    id: 'vague',
    asks: 'Is each duty observable, without a vague phrase in it, in its clock or in its evidence?',
    look: ({ duties }) => each(duties, ({ duty }) => wordsOf(duty).flatMap(vaguePhrases).map(quoted)),
  },
  {
    id: 'clock',
    asks: 'Has each duty one clock, with an end?',
    look: ({ duties }) =>
      each(duties, ({ duty }) =>
        duty.timing === undefined ? ['no timing'] : [...openEndedPhrases(duty).map(quoted), ...oddFigure(duty)],
      ),
  },
  {
    id: 'source',
    asks: 'Has every figure a source: a law by its citation, or "customary"?',
    look: ({ duties }) => each(duties, ({ duty }) => sourceFaults(duty)),
  },
  {
    id: 'legal-limit',
    asks: 'Does each figure stay inside the limit of the law that it cites?',
    look: ({ duties }) => each(duties, ({ duty }) => lateness(duty)),
  },
  {
    id: 'evidence',
    asks: 'Does each duty name evidence that somebody could pick up?',
    look: ({ duties }) =>
      each(duties, ({ duty: { evidence = [] } }) =>
        evidence.length === 0 || !evidence.every(isNamed) ? ['no artefact is named'] : [],
      ),
  },
  {
    id: 'role',
    asks: 'Is each role, and each interviewee, one that roles.yaml explains for that party?',
    look: ({ duties, roles }) =>
      each(duties, ({ duty }) => {
        const known = Object.keys(duty.party === 'msp' ? roles.msp : roles.client)
        if (duty.role === undefined) return ['no role']
        return [duty.role, ...(duty.interviewee ? [duty.interviewee] : [])]
          .filter((role) => !known.includes(role))
          .map((role) => `"${role}" is no role of the ${duty.party}`)
      }),
  },
  {
    id: 'delivered',
    asks: 'Does each duty of the MSP name the offering that delivers it, or concern the MSP itself?',
    look: ({ duties, template }) => {
      const offerings = template.offerings.map(({ id }) => id)
      return each(duties, (place) => deliveryFaults(place, offerings))
    },
  },
  {
    id: 'reading-grade',
    asks: `Can a client read each of its duties with ${hardest} years of school?`,
    look: ({ duties }) =>
      each(
        duties.filter(({ duty }) => duty.party === 'client'),
        ({ duty }) => {
          const grade = readingGrade(duty.does)
          return grade > hardest ? [`grade ${grade.toFixed(1)}: ${duty.does}`] : []
        },
      ),
  },
]

function wordsOf({ does, timing, evidence = [] }: Duty): readonly string[] {
  return [does, ...Object.values(timing ?? {}), ...evidence.map(({ what }) => what)]
}

function quoted(phrase: string): string {
  return `"${phrase}"`
}

function figureOf({ timing }: Duty): string | undefined {
  if (timing === undefined || 'on' in timing) return undefined
  if ('every' in timing) return timing.every
  if ('within' in timing) return timing.within
  return 'before' in timing ? timing.before : timing.keep
}

/** A figure is a number and a unit, a placeholder, or the event that it comes before. */
function oddFigure(duty: Duty): readonly string[] {
  const figure = figureOf(duty)
  if (figure === undefined || figure.includes('{') || parseDuration(figure)) return []
  return duty.timing && 'before' in duty.timing && !/\d/.test(figure) ? [] : [`"${figure}" is no figure`]
}

function sourceFaults(duty: Duty): readonly string[] {
  if (duty.source !== undefined) return isSource(duty.source) ? [] : [`"${duty.source}" is no source`]
  const figure = figureOf(duty)
  return figure !== undefined && (/\d/.test(figure) || parseDuration(figure)) ? [`"${figure}" has no source`] : []
}

const limits: readonly (readonly [source: RegExp, hours: number])[] = [
  [/^45 CFR 164\.40[468]\(|^45 CFR 164\.410\(/, 60 * 24],
  [/^DFARS 252\.204-7012\(c\)/, 72],
]

function lateness(duty: Duty): readonly string[] {
  const limit = limits.find(([law]) => law.test(duty.source ?? ''))?.[1]
  if (limit === undefined || duty.timing === undefined || !('within' in duty.timing)) return []
  const length = parseDuration(duty.timing.within)
  return length && worstCaseHours(length) > limit ? [`"${duty.timing.within}" is later than ${duty.source}`] : []
}

function deliveryFaults({ duty, division }: PlacedDuty, offerings: readonly string[]): readonly string[] {
  const { party, offering, own } = duty
  if (!['msp', 'client'].includes(party)) return [`"${party}" is no party of the library`]
  if (offering !== undefined && !offerings.includes(offering)) return [`there is no offering "${offering}"`]
  if (party === 'client') return offering === undefined ? [] : ['a duty of the client names an offering']
  if (division.way === 'withoutOffering') return own === true ? [] : ['the MSP has a duty, though nothing is sold']
  return (offering === undefined) === (own === true) ? [] : ['an offering, or own: true; not both, not neither']
}
