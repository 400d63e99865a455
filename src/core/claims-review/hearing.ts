// Claims files held against a matrix: every claim, what each document says as a whole, and where they contradict.
import type { ClaimsFile } from '../claims/claims-file.ts'
import type { Contradiction } from './contradiction.ts'
import { contradictionsOf } from './contradiction.ts'
import { holdClaims } from './held-claim.ts'
import type { Ground, HeldClaim } from './held-claim.ts'
import { matrixContradictions } from './matrix-contradiction.ts'
import { voicesOf } from './voice.ts'

export interface Hearing {
  readonly held: readonly HeldClaim[]
  readonly contradictions: readonly Contradiction[]
  /** claims whose document divides the objective among several pieces of work */
  readonly inPieces: ReadonlySet<string>
}

export function hear(files: readonly ClaimsFile[], ground: Ground): Hearing {
  const held = holdClaims(files, ground)
  const voices = voicesOf(held)
  const pieces = [...voices.values()].flat().filter(({ inPieces }) => inPieces)
  return {
    held,
    contradictions: [...contradictionsOf(voices), ...matrixContradictions(voices, ground.matrix, ground.context)],
    inPieces: new Set(pieces.flatMap(({ claims }) => claims.map(({ id }) => id))),
  }
}
