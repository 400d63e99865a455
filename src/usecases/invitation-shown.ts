// An invitation as those see it who manage it: without anything of its secret.
import type { InvitationRecord } from '../store/invitations.ts'

export function invitationShown({ offered, secretSha256: _, ...invitation }: InvitationRecord) {
  return { ...invitation, ...offered }
}
