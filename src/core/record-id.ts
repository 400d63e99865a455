// Ids of what the server keeps: a prefix that says what it is, and 26 characters that sort by the time they were made.
import { z } from 'zod'

const prefixes = {
  tenant: 'ten',
  user: 'usr',
  client: 'cli',
  contact: 'con',
  engagement: 'eng',
  import: 'imp',
  job: 'job',
  message: 'msg',
  webhook: 'hook',
  token: 'tok',
  invitation: 'inv',
  event: 'evt',
  delivery: 'dlv',
  session: 'ses',
  passkey: 'pk',
  account: 'acc',
  verification: 'ver',
  factor: 'fac',
} as const

export type RecordKind = keyof typeof prefixes

// Crockford's: without i, l, o and u, so that nobody reads one letter for another.
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
const timeLength = 10
const randomLength = 16

function idOf<const K extends RecordKind>(kind: K) {
  return z
    .string()
    .regex(
      new RegExp(`^${prefixes[kind]}_[${alphabet}]{${timeLength + randomLength}}$`),
      `an id of this kind starts with "${prefixes[kind]}_"`,
    )
    .brand<K>()
}

export const TenantId = idOf('tenant')
export const ClientId = idOf('client')
export const EngagementId = idOf('engagement')
export const UserId = idOf('user')
export const ContactId = idOf('contact')
export const ImportId = idOf('import')
export const JobId = idOf('job')
export const MessageId = idOf('message')
export const WebhookId = idOf('webhook')
export const DeliveryId = idOf('delivery')
export const TokenId = idOf('token')
export const InvitationId = idOf('invitation')
export const SessionId = idOf('session')
export const PasskeyId = idOf('passkey')
export type EngagementId = z.infer<typeof EngagementId>
export type UserId = z.infer<typeof UserId>
export type ContactId = z.infer<typeof ContactId>
export type ImportId = z.infer<typeof ImportId>
export type JobId = z.infer<typeof JobId>
export type MessageId = z.infer<typeof MessageId>
export type WebhookId = z.infer<typeof WebhookId>
export type DeliveryId = z.infer<typeof DeliveryId>
export type TokenId = z.infer<typeof TokenId>
export type InvitationId = z.infer<typeof InvitationId>
export type SessionId = z.infer<typeof SessionId>
export type PasskeyId = z.infer<typeof PasskeyId>
export type TenantId = z.infer<typeof TenantId>
export type ClientId = z.infer<typeof ClientId>

/**
 * @param at milliseconds since 1970, below 2^50
 * @param random 16 bytes; five bits of each are used
 */
export function recordId(kind: RecordKind, at: number, random: Uint8Array): string {
  const time = Array.from(
    { length: timeLength },
    (_, place) => alphabet[Math.floor(at / 32 ** (timeLength - 1 - place)) % 32],
  )
  const rest = Array.from({ length: randomLength }, (_, place) => alphabet[random[place]! % 32])
  return `${prefixes[kind]}_${time.join('')}${rest.join('')}`
}
