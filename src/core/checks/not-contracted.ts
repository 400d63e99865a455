// A duty that nothing sold delivers: the party does not deliver the offering, or the MSP's duty names none.
import type { Activity } from '../activity.ts'
import { isContracted } from '../contracted.ts'
import { unassigned } from '../duty.ts'
import type { Duty } from '../duty.ts'
import type { Finding } from '../finding.ts'
import type { PartyId } from '../identifiers.ts'
import type { Matrix } from '../matrix.ts'
import { sayParty, sayTitle } from '../naming.ts'

interface Fault {
  readonly severity: Finding['severity']
  readonly says: string
}

export function checkNotContracted(matrix: Matrix): readonly Finding[] {
  const msps = new Set(matrix.parties.filter(({ kind }) => kind === 'msp').map(({ id }) => id))
  return matrix.activities.flatMap((activity) =>
    activity.duties.flatMap((duty, index) => {
      const fault = faultOf(duty, isContracted(duty, activity, matrix), { matrix, msps })
      return fault ? [found(activity, index, fault)] : []
    }),
  )
}

interface Parties {
  readonly matrix: Matrix
  readonly msps: ReadonlySet<PartyId>
}

function faultOf(duty: Duty, contracted: boolean, { matrix, msps }: Parties): Fault | undefined {
  if (duty.party === unassigned) return undefined
  const who = sayParty(matrix, duty.party)
  if (!contracted) {
    const says = `${who} is to do "${duty.does}", but does not deliver "${duty.offering}" in this engagement. Add the offering for ${who}, or give the duty to whoever does it.`
    return { severity: 'error', says }
  }
  if (duty.offering !== undefined || duty.own || !msps.has(duty.party)) return undefined
  const says = `"${duty.does}" names no offering, so nothing that the client buys pays for it. Name the offering, or mark the duty own: true if it is about ${who} itself.`
  return { severity: 'warning', says }
}

function found(activity: Activity, index: number, { severity, says }: Fault): Finding {
  const at = `activities.${activity.id}.duties[${index}].offering`
  return { code: 'not-contracted', severity, activity: activity.id, at, message: `${sayTitle(activity)}: ${says}` }
}
