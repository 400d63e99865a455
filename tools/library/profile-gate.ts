// The gate of the provider profiles: real objectives, each claimed once, nothing vague, what is the client's by law left to it.
import { reservedActs } from '../../src/core/wording/reserved.ts'
import { vaguePhrases } from '../../src/core/wording/vague.ts'
import type { Profile, ProfileClaim } from '../../src/library/profiles.ts'
import { each } from './gate.ts'
import type { Gate } from './gate.ts'
import { objectives } from './library.ts'
import { voiceFaults } from './voice.ts'

const known: ReadonlySet<string> = new Set(objectives)

export const profileGate: Gate = {
  id: 'profile',
  asks: 'Is each claim of a provider profile about real objectives, claimed once, without a vague phrase, and never about what is the client’s by law?',
  look: ({ profiles }) =>
    each(
      profiles.flatMap((profile) =>
        profile.claims.map((claim, index) => ({ at: `${profile.id}.yaml claims[${index}]`, profile, claim })),
      ),
      ({ profile, claim }) => [...claimedTwice(profile, claim), ...claimFaults(claim)],
    ),
}

function claimedTwice({ claims }: Profile, claim: ProfileClaim): readonly string[] {
  const earlier = new Set(claims.slice(0, claims.indexOf(claim)).flatMap(({ refs }) => refs))
  return claim.refs.filter((ref) => earlier.has(ref)).map((ref) => `${ref} is claimed twice`)
}

function claimFaults({ refs, does = '', customerMust, confirm }: ProfileClaim): readonly string[] {
  return [
    ...refs.filter((ref) => !known.has(ref)).map((ref) => `${ref} is no objective`),
    ...[does, ...customerMust].flatMap(vaguePhrases).map((phrase) => `"${phrase}"`),
    ...[does, ...customerMust, confirm].flatMap(voiceFaults),
    ...reservedActs(does).map((act) => `"${act}" is the client's by law`),
  ]
}
