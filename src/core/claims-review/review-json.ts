// A review of claims as other programs read it; keys are added, never changed.
import { isAcceptable } from './acceptable-claim.ts'
import { acceptedRow } from './acceptance.ts'
import { appliesIn } from './applies-in.ts'
import type { Left } from './choice.ts'
import type { Contradiction } from './contradiction.ts'
import { documentName } from './held-claim.ts'
import type { HeldClaim } from './held-claim.ts'
import type { VersionChange } from './newer-version.ts'
import type { RequirementReview } from './requirement-review.ts'
import type { Residue } from './residue.ts'
import type { Review, ReviewGround } from './review.ts'
import { speakerNamed } from './speaker.ts'
import type { Matrix } from '../matrix.ts'

export interface Figures {
  readonly claims: number
  readonly accepted: number
  readonly acceptable: number
  readonly translated: number
  readonly left: Readonly<Record<string, number>>
  readonly settles: number
  readonly settlesOnceAnswered: number
  readonly opens: number
  readonly residue: number
  readonly unsaid: number
  readonly nobodys: number
  readonly openBesides: number
  readonly twoClaimIt: number
  readonly contradictions: number
  readonly againstMatrix: number
}

export function figuresOf(found: Review): Figures {
  const residue = found.requirements.flatMap((one) => one.residue)
  const sum = (what: 'settles' | 'settlesOnceAnswered' | 'opens'): number =>
    found.requirements.reduce((total, requirement) => total + requirement[what].length, 0)
  return {
    claims: found.held.length,
    accepted: found.accepted.length,
    acceptable: found.acceptable.length,
    translated: found.held.filter(({ claim }) => claim.translatedFrom !== undefined).length,
    left: Object.fromEntries(
      [...Map.groupBy(found.left, ({ kind }) => kind)].map(([kind, group]) => [kind, group.length]),
    ),
    settles: sum('settles'),
    settlesOnceAnswered: sum('settlesOnceAnswered'),
    opens: sum('opens'),
    residue: residue.length,
    unsaid: residue.filter(({ said }) => !said).length,
    nobodys: found.nobodys.length,
    openBesides: found.openBesides.length,
    twoClaimIt: ofKind(found, 'two-claim-it').length,
    contradictions: betweenDocuments(found).length,
    againstMatrix: ofKind(found, 'matrix').length,
  }
}

export function ofKind(found: Review, wanted: Contradiction['kind']): readonly Contradiction[] {
  return found.contradictions.filter(({ kind }) => kind === wanted)
}

/** A document that contradicts its own summary is one of them. */
export function betweenDocuments(found: Review): readonly Contradiction[] {
  return found.contradictions.filter(({ kind }) => kind === 'own-document' || kind === 'between-documents')
}

export function isNothingToLookAt(found: Review): boolean {
  const { residue, nobodys, openBesides, opens } = figuresOf(found)
  const trouble = [
    found.left,
    found.contradictions,
    found.changes,
    found.versions,
    found.unnamed,
    found.files.filter(({ declined }) => declined),
  ]
  return residue + nobodys + openBesides + opens === 0 && trouble.every((list) => list.length === 0)
}

/** One objective may have several reasons. */
export function countsByReason(open: Review['openBesides']): readonly (readonly [string, number])[] {
  const all = Map.groupBy(
    open.flatMap(({ reasons }) => reasons),
    (reason) => reason,
  )
  return [...all].map(([reason, group]) => [reason, group.length] as const)
}

export function reviewJson(found: Review, ground: ReviewGround): unknown {
  const { matrix } = ground
  const contradiction = (one: Contradiction): unknown => contradictionJson(one, matrix)
  const { openBesides, ...about } = aboutReview(found, ground)
  return {
    ...about,
    nobodys: found.nobodys.map(({ target, reasons }) => ({ objective: target.ref, reasons })),
    openBesides,
    twoClaimIt: ofKind(found, 'two-claim-it').map(contradiction),
    contradictions: betweenDocuments(found).map(contradiction),
    againstMatrix: ofKind(found, 'matrix').map(contradiction),
    requirements: found.requirements.map((one) => requirementJson(one, matrix)),
    left: found.left.map(leftJson),
    changes: found.changes.map(changeJson),
    versions: found.versions,
  }
}

/** What of it is not a list to work through. */
export function aboutReview(found: Review, { matrix, said }: Pick<ReviewGround, 'matrix' | 'said'>) {
  return {
    matrix: matrix.id,
    open: found.open,
    figures: figuresOf(found),
    documents: found.files.map(({ source, party, claims, issues, declined }) => {
      const speaker = speakerNamed(party, matrix, said)
      const where = appliesIn({ speaker }, matrix, [])
      return {
        ...source,
        party,
        id: speaker.id,
        scopes: where ?? matrix.scopes.map(({ id }) => id),
        claims: claims.length,
        issues: issues.length,
        ...(declined !== undefined && { declined }),
      }
    }),
    openBesides: Object.fromEntries(countsByReason(found.openBesides)),
  }
}

function requirementJson(one: RequirementReview, matrix: Matrix): unknown {
  return {
    framework: one.framework,
    requirement: one.requirement.id,
    title: one.requirement.title,
    settles: one.settles,
    settlesOnceAnswered: one.settlesOnceAnswered,
    opens: one.opens,
    residue: one.residue.map(residueJson),
    contradictions: one.contradictions.map((each) => contradictionJson(each, matrix)),
    clientOwns: one.clientOwns,
    claims: one.claims.map(sideJson),
  }
}

export function residueJson({ held, does, said, open }: Residue): object {
  return {
    at: held.claim.at,
    document: documentName(held.source),
    by: held.speaker.name,
    objectives: held.refs,
    does,
    said,
    open,
  }
}

export function contradictionJson(
  { kind, refs, message, claims }: Contradiction,
  matrix: Matrix,
  among: readonly HeldClaim[] = claims,
): object {
  const chosen = among.find((held) => isAcceptable(held) && acceptedRow(matrix, held) !== undefined)
  return { kind, objectives: refs, message, chosen: chosen?.claim.at ?? null, sides: claims.map(sideJson) }
}

export function sideJson({ claim, source, speaker }: HeldClaim): object {
  const { version, date } = source
  return {
    document: documentName(source),
    ...(version !== undefined && { version }),
    ...(date !== undefined && { date }),
    at: claim.at,
    by: speaker.name,
    party: claim.party,
    requirement: claim.requirement,
    objectives: claim.objectives,
    ...(claim.service !== undefined && { service: claim.service }),
    ownership: claim.ownership,
    text: claim.text,
    ...(claim.customerMust !== undefined && { customerMust: claim.customerMust }),
    ...(claim.translatedFrom !== undefined && { translatedFrom: claim.translatedFrom }),
  }
}

export function leftJson({ held, kind, message }: Left): unknown {
  const { claim, source } = held
  return {
    at: claim.at,
    document: documentName(source),
    requirement: claim.requirement,
    ownership: claim.ownership,
    kind,
    message,
  }
}

export function changeJson({ kind, row, refs, basis, before, after, claims }: VersionChange): object {
  return { kind, activity: row.id, objectives: refs, accepted: basis, before, after, claims: claims.map(sideJson) }
}
