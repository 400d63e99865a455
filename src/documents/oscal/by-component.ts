// What stands the same in every by-component of our plans: its status, and its words where nobody acts.
import type { ObjectiveCoverage } from '../../core/coverage.ts'
import type { ByComponent } from './shapes.ts'

/** A matrix allocates; it never says that something is implemented. */
export function implementationStatus({ status }: ObjectiveCoverage): ByComponent['implementation-status'] {
  if (status === 'not-applicable')
    return { state: 'not-applicable', remarks: 'By a recorded decision: see the remarks of this statement.' }
  return {
    state: 'planned',
    remarks:
      status === 'settled'
        ? 'Allocated; the matrix does not say that it is implemented.'
        : 'Not allocated without a gap, as the properties of this statement say; the matrix does not say that it is implemented.',
  }
}

/** Of an objective on which no party acts. */
export function sayNobody({ status }: ObjectiveCoverage): string {
  return status === 'not-applicable'
    ? 'Not applicable, by a recorded decision.'
    : 'Nobody has taken this objective yet.'
}
