// Chains of notices as short texts: a line "@ objective" begins an activity, "party: does | time after event | source" is a duty.
import type { Activity } from '../activity.ts'
import type { Clock } from '../clock.ts'
import type { Duty } from '../duty.ts'
import type { Matrix } from '../matrix.ts'
import type { Timing } from '../timing.ts'

const dod: Clock = {
  id: 'dod',
  title: 'Report to the DoD',
  limit: '72 hours',
  from: 'discovery',
  source: 'DFARS 252.204-7012(c)',
  notice: ['cmmc-l2:IR.L2-3.6.2[e]', 'cmmc-l2:IR.L2-3.6.2[f]'],
  sources: ['DFARS 252.204-7012(c)'],
  words: ['DIBNet', 'DoD', 'DFARS'],
  upstream: ['cmmc-l2:IR.L2-3.6.2[f]'],
}

const people: Clock = {
  id: 'people',
  title: 'Notice to individuals',
  limit: '60 days',
  from: 'discovery',
  source: '45 CFR 164.404(b)',
  notice: ['hipaa-breach:164.404(b)', 'hipaa-breach:164.404(a)(1)'],
  sources: ['45 CFR 164.404(b)'],
  words: ['individuals', 'patients', 'people', 'letters', 'affected'],
  holder: 'covered-entity',
  upstream: ['hipaa-breach:164.410(a)(1)', 'hipaa-breach:164.410(b)', 'hipaa-breach:164.402(2)'],
  agency: "MSP is the client's agent",
}

const associate: Clock = {
  id: 'associate',
  title: 'Notice of a business associate',
  limit: '60 days',
  from: 'discovery',
  source: '45 CFR 164.410(b)',
  notice: ['hipaa-breach:164.410(a)(1)', 'hipaa-breach:164.410(b)'],
  sources: ['45 CFR 164.410(b)'],
  words: ['client', 'covered entity', 'breach'],
  holder: 'business-associate',
  upstream: [],
}

const small: Clock = {
  id: 'small',
  title: 'Yearly report',
  limit: '60 days',
  from: 'the end of the calendar year',
  source: '45 CFR 164.408(c)',
  notice: ['hipaa-breach:164.408(c)'],
  sources: ['45 CFR 164.408(c)'],
  words: ['HHS'],
  starts: ['year'],
  upstream: [],
}

export const sampleClocks: readonly Clock[] = [dod, people, associate, small]

export interface Scenario {
  readonly name: string
  readonly activities: readonly Activity[]
  /** after "!" */
  readonly expected: string
}

/** Scenarios stand apart by an empty line; the first line of each is its name. */
export function readScenarios(text: string): readonly Scenario[] {
  return text
    .trim()
    .split(/\n\s*\n/)
    .map((block) => {
      const [name = '', ...lines] = block.split('\n').map((line) => line.trim())
      const expected =
        lines
          .find((line) => line.startsWith('!'))
          ?.slice(1)
          .trim() ?? ''
      return { name, expected, activities: activitiesOf(lines.filter((line) => !line.startsWith('!'))) }
    })
}

function activitiesOf(lines: readonly string[]): readonly Activity[] {
  const rows: { readonly cover: string; readonly duties: Duty[] }[] = []
  for (const line of lines) {
    if (line.startsWith('@')) rows.push({ cover: line.slice(1).trim(), duties: [] })
    else rows.at(-1)!.duties.push(dutyOf(line))
  }
  return rows.map(({ cover, duties }, at) => ({
    id: `row-${at}`,
    title: 'Report',
    topic: 'incident',
    covers: [cover],
    duties,
  }))
}

function dutyOf(line: string): Duty {
  const [who = '', time = '', source] = line.split('|').map((cell) => cell.trim())
  const colon = who.indexOf(': ')
  const timing = timingOf(time)
  return {
    party: who.slice(0, colon),
    does: who.slice(colon + 2),
    ...(timing && { timing }),
    ...(source !== undefined && { source }),
  }
}

function timingOf(time: string): Timing | undefined {
  if (time === '') return undefined
  if (time.startsWith('keep ')) return { keep: time.slice(5), from: 'the report' }
  if (time.startsWith('every ')) return { every: time.slice(6) }
  const [within = '', after = ''] = time.split(' after ')
  return { within, after }
}

export function engagementOf(activities: readonly Activity[], parameters: Matrix['parameters'] = {}): Matrix {
  return {
    format: 'demarc/matrix@1',
    id: 'm',
    title: 'M',
    frameworks: [{ id: 'hipaa-breach', assessed: 'client', capacity: 'covered-entity' }],
    scopes: [{ id: 'all', title: 'All' }],
    parties: [
      { id: 'msp', kind: 'msp', legalName: 'M' },
      { id: 'client', kind: 'client', legalName: 'C' },
      { id: 'soc', kind: 'provider', legalName: 'S' },
    ],
    offerings: [],
    agreement: {},
    parameters,
    review: {},
    decisions: [],
    activities,
  }
}
