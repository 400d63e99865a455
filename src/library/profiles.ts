// Provider profiles: what a usual kind of third party tends to claim, and what it leaves to its customer. Claims, never coverage.
import { readdirSync } from 'node:fs'
import { z } from 'zod'
import { ActivityId, Reference } from '../core/identifiers.ts'
import { Text } from '../core/text.ts'
import { LibraryError, readShipped } from './yaml-file.ts'

/** On every print of a profile: it was written without any vendor's document at hand. */
const profileMark = "generic: confirm against the vendor's current document"

const ProfileClaim = z
  .strictObject({
    refs: z.array(Reference).min(1, 'name the objectives').readonly(),
    ownership: z.enum(['provider', 'shared', 'client']),
    /** how far a claim of the provider alone reaches: the rest of the objective stays open */
    only: Text.optional(),
    /** what the provider tends to say that it does; absent where all is left to the customer */
    does: Text.optional(),
    /** what stays with the customer until a party takes it; each a duty in the making */
    customerMust: z.array(Text).readonly().default([]),
    /** what to look for in the vendor's document before the claim is accepted */
    confirm: Text,
  })
  .refine(({ ownership, does }) => (ownership === 'client') === (does === undefined), {
    message: '"does" says what the provider does; leave it out, and only then, where all is left to the customer',
  })
  .refine(({ ownership, only }) => (ownership === 'provider') === (only !== undefined), {
    message: '"only" says how far a claim reaches that is the provider’s alone; no other claim has it',
  })
  .refine(({ ownership, customerMust }) => ownership === 'provider' || customerMust.length > 0, {
    message: '"customerMust" is missing: say what is left to the customer',
  })
export type ProfileClaim = z.infer<typeof ProfileClaim>

const Profile = z.strictObject({
  id: ActivityId,
  title: Text,
  mark: z.literal(profileMark),
  class: Text,
  holds: z.array(Text).min(1).readonly(),
  /** the documents to ask the vendor for, each with what it must show */
  documents: z.array(Text).min(1).readonly(),
  warnings: z.array(Text).readonly(),
  claims: z.array(ProfileClaim).min(1).readonly(),
})
export type Profile = z.infer<typeof Profile>

export function loadProfiles(): readonly Profile[] {
  return readdirSync(new URL('./profiles/', import.meta.url))
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .map((name) => {
      const profile = readShipped(`profiles/${name}`, Profile)
      if (`${profile.id}.yaml` === name) return profile
      throw new LibraryError([
        { at: `${name}: id`, message: `the id is "${profile.id}"; name the file ${profile.id}.yaml` },
      ])
    })
}
