// Whether a duty's offering is one that its party delivers in this engagement, wherever the activity applies.
import type { Activity } from './activity.ts'
import type { Duty } from './duty.ts'
import type { Matrix } from './matrix.ts'
import { remembered } from './remembered.ts'

type Sold = Matrix['offerings'][number]

const soldBy = remembered((offerings: Matrix['offerings']) => Map.groupBy(offerings, ({ id, by }) => key(id, by)))

/** A duty that names no offering needs no contract. */
export function isContracted(
  duty: Duty,
  activity: Pick<Activity, 'scopes'>,
  matrix: Pick<Matrix, 'offerings' | 'scopes'>,
): boolean {
  if (duty.offering === undefined) return true
  const sold = soldBy(matrix.offerings).get(key(duty.offering, duty.party)) ?? []
  if (sold.some(({ scopes }) => scopes === undefined)) return true
  const wanted = activity.scopes ?? matrix.scopes.map(({ id }) => id)
  return sold.length > 0 && wanted.every((scope) => sold.some((offering: Sold) => offering.scopes?.includes(scope)))
}

function key(offering: string, party: string): string {
  return `${offering} ${party}`
}
