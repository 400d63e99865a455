// The letter that an invited person gets.
import type { GuestRole, MemberRole } from '../core/access/actor.ts'
import type { MessageId } from '../core/record-id.ts'
import type { NewMessage } from '../store/messages.ts'
import type { InvitationRecord } from '../store/invitations.ts'
import type { Services } from './context.ts'

const member: Readonly<Record<MemberRole, string>> = {
  owner: 'as an owner. You will see and change everything, its people and settings too.',
  editor: 'as an editor. You will work on the responsibility matrices of its clients.',
  viewer: 'as a viewer. You will see the responsibility matrices of its clients and change nothing.',
}

const guest: Readonly<Record<GuestRole, string>> = {
  signatory: 'to read who is responsible for what, and to sign for your organization.',
  reviewer: 'to read who is responsible for what, and to say what you think of it.',
  assessor: 'to read who is responsible for what, for your assessment. You will change nothing.',
}

export interface Letter {
  readonly invitation: InvitationRecord
  readonly secret: string
  readonly msp: string
  /** who invites */
  readonly from?: string
  /** of the engagement that it leads into */
  readonly title?: string
}

export function invitationMail({ newId, origin }: Services, letter: Letter, at: string): NewMessage {
  const { invitation, secret, msp, from, title } = letter
  const { offered, email, endsAt } = invitation
  const who = from === undefined ? msp : `${from} of ${msp}`
  const into = title === undefined ? `“${msp}”` : `“${title}”`
  const purpose = offered.engagement === undefined ? member[offered.role] : guest[offered.role]
  const until = offered.seatEndsAt === undefined ? '' : ` You are let in until ${dayAndTime(offered.seatEndsAt)}.`
  return {
    id: newId('message') as MessageId,
    kind: 'invitation',
    recipient: email,
    subject: oneLine(`${msp} invites you into ${into}`),
    body: [
      'Hello,',
      oneLine(`${who} invites you into ${into} on Demarc, ${purpose}${until}`),
      `Open this link and sign in as ${email}:`,
      // What follows # is never sent to a server, so that no log on the way holds the secret.
      `${origin}/invitation#${secret}`,
      `The link works once, until ${dayAndTime(endsAt)}, and only for you. If you do not know ${oneLine(msp)}, delete this message; nothing will happen.`,
    ].join('\n\n'),
    at,
  }
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

/** 2026-03-21 09:00 UTC */
function dayAndTime(at: string): string {
  return `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`
}
