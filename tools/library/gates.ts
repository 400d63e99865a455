// All quality gates, in the order in which a writer reads them.
import { dutyGates } from './duty-gates.ts'
import type { Gate } from './gate.ts'
import { overlapGate } from './overlap-gate.ts'
import { profileGate } from './profile-gate.ts'
import { rowGates } from './row-gates.ts'
import { wholeGates } from './whole-gates.ts'

export const gates: readonly Gate[] = [...wholeGates, ...rowGates, ...dutyGates, profileGate, overlapGate]
