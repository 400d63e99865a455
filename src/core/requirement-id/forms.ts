// Every form of id that is known, asked in turn.
import { readControl } from './control.ts'
import { readOther } from './other-schemes.ts'
import { matchAt } from './reading.ts'
import type { ReadForm, Reading } from './reading.ts'
import { readSafeguard } from './safeguard.ts'
import { readCmmc, readKin, readNumber } from './security-requirement.ts'
import { readCriterion } from './trust-criterion.ts'

/** What is more particular comes first: `164.308` is a number too, `SP-01` has the look of a control. */
const forms: readonly ReadForm[] = [readCmmc, readSafeguard, readKin, readControl, readCriterion, readOther, readNumber]

const beginning = /[a-z0-9]/iy

export function readForm(text: string, at: number): Reading | undefined {
  if (!matchAt(beginning, text, at)) return undefined
  for (const read of forms) {
    const reading = read(text, at)
    if (reading) return reading
  }
  return undefined
}
