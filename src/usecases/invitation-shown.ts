// An invitation as those see it who manage it: without anything of its secret.
import type { InvitationRecord } from '../store/invitations.ts'

export function invitationShown(record: InvitationRecord) {
  const { offered, secretSha256: _, ...invitation } = record
  return { ...invitation, ...offered }
}
