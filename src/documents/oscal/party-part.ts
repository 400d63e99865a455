// One party's part of an activity, for one objective: what OSCAL calls provided, a responsibility, inherited or satisfied.
import { accountableParties, coverPart, coverRef } from '../../core/activity.ts'
import type { Activity } from '../../core/activity.ts'
import type { ObjectiveCoverage } from '../../core/coverage.ts'
import type { Basis, Duty } from '../../core/duty.ts'
import type { PartyId } from '../../core/identifiers.ts'
import type { Matrix } from '../../core/matrix.ts'
import { fill } from '../../core/placeholder.ts'
import { sayDuty } from '../../core/views/say-duty.ts'
import { servingActivities } from '../../core/views/serving.ts'
import { bullets, oneLine, paragraphs, prose } from './markup.ts'
import { prop } from './property.ts'
import { responsibleRoles } from './roles.ts'
import type { Setting } from './setting.ts'
import type { Prop, Share } from './shapes.ts'

export interface PartyPart {
  readonly objective: ObjectiveCoverage
  readonly activity: Activity
  readonly party: PartyId
  readonly duties: readonly Duty[]
}

/** By activity, in the matrix's order; within it by party. */
export function partsOf(objective: ObjectiveCoverage, { subject }: Setting): readonly PartyPart[] {
  return servingActivities(objective, subject).flatMap((activity) =>
    [...Map.groupBy(activity.duties, ({ party }) => party)].map(([party, duties]) => ({
      objective,
      activity,
      party,
      duties,
    })),
  )
}

/** `kind` is the field of OSCAL; the same part has one UUID in each. */
export function shareId(kind: string, { objective, activity, party }: PartyPart, { id }: Setting): string {
  return id(kind, objective.target.ref, activity.id, party)
}

/** The fields that the four kinds have in common. */
export function shareOf(part: PartyPart, setting: Setting): Omit<Share, 'uuid'> {
  return {
    description: sayPart(part, setting),
    props: partProps(part, setting.subject.matrix),
    'responsible-roles': responsibleRoles(part.duties, setting.roles, (party) => setting.id('party', party)),
  }
}

export function sayPart({ activity, duties }: Pick<PartyPart, 'activity' | 'duties'>, { subject }: Setting): string {
  const { matrix } = subject
  const say = (duty: Duty): string => {
    const role = fill(duty.role ?? '', matrix.parameters)
    return `${role === '' ? '' : `${role}: `}${sayDuty(duty, matrix)}`
  }
  return paragraphs(prose(fill(activity.title, matrix.parameters)), bullets(duties.map((duty) => prose(say(duty)))))
}

export function partProps({ objective, activity, duties }: PartyPart, matrix: Matrix): readonly Prop[] {
  const texts = (name: string, values: readonly (string | undefined)[]): readonly Prop[] => {
    const given = values.filter((value) => value !== undefined).map((value) => fill(value, matrix.parameters))
    return [...new Set(given)].map((value) => prop(name, value))
  }
  const covers = activity.covers.filter((cover) => coverRef(cover) === objective.target.ref)
  return [
    prop('activity', activity.id),
    ...texts('accountable', accountableParties(activity)),
    ...texts('part', covers.map(coverPart)),
    ...scopeProps(activity, matrix),
    ...texts(
      'offering',
      duties.map(({ offering }) => offering),
    ),
    ...texts(
      'interviewee',
      duties.map(({ interviewee }) => interviewee),
    ),
    ...texts(
      'evidence',
      duties.flatMap(({ evidence = [] }) => evidence.map(({ what, from }) => (from ? `${what} (${from})` : what))),
    ),
    ...texts(
      'basis',
      duties.map(({ basis }) => basis && sayBasis(basis)),
    ),
  ]
}

/** Only of an activity that is limited to some scopes. */
function scopeProps({ scopes = [] }: Activity, matrix: Pick<Matrix, 'scopes'>): readonly Prop[] {
  return scopes.map((id) => {
    const title = matrix.scopes.find((scope) => scope.id === id)?.title
    return prop('only-in-scope', id, title === undefined ? undefined : prose(title))
  })
}

export function sayBasis({ document, version, date, place, claim }: Basis): string {
  const parts = [document, version && `version ${version}`, date && `of ${date}`, place, claim && `claim: ${claim}`]
  return oneLine(parts.filter((part) => part !== undefined).join(', '))
}
