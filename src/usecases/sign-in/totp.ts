// Codes of an authenticator app (RFC 6238), and recovery codes for when the phone is lost.
import { generateRandomString } from 'better-auth/crypto'
import { Refusal } from '../../core/refusal.ts'
import { noteBegun, noteFresh } from '../../store/sessions.ts'
import { timeOf } from '../time-of.ts'
import { tokenIn } from './begin.ts'
import { once, wrongCode } from './by-password.ts'
import { newRecoveryCodes } from './recovery-codes.ts'
import { keptCode, refuseUnreadableCodes } from './kept-codes.ts'
import { countAttempt, refused } from './limits.ts'
import { afterFactorChange } from './security-change.ts'
import type { SignIn } from './sign-in.ts'
import { headersOf } from './visitor.ts'
import type { Outcome, Visitor } from './visitor.ts'
import { requireFresh } from './who.ts'
import type { SignedIn } from './who.ts'

export interface NewTotp {
  /** for the QR code: `otpauth://…` */
  readonly uri: string
  /** the same to be typed: base32 */
  readonly secret: string
  /** shown once */
  readonly recoveryCodes: readonly string[]
}

/** It counts once a first code was confirmed; asked again before, it starts anew. */
export async function prepareTotp(signIn: SignIn, who: SignedIn): Promise<NewTotp> {
  requireFresh(who)
  if (who.user.totp) throw new Refusal('conflict', 'You have an authenticator app already. Take it away first.')
  const secret = generateRandomString(32)
  const recoveryCodes = newRecoveryCodes()
  const { adapter } = await signIn.auth.$context
  const where = [{ field: 'userId', value: who.user.id }]
  await adapter.delete({ model: 'twoFactor', where })
  await adapter.create({
    model: 'twoFactor',
    data: {
      userId: who.user.id,
      secret: await keptCode(signIn, secret),
      backupCodes: await keptCode(signIn, JSON.stringify(recoveryCodes)),
      verified: false,
    },
  })
  const typed = base32(Buffer.from(secret))
  const label = encodeURIComponent(`Demarc:${who.user.email}`)
  return {
    uri: `otpauth://totp/${label}?secret=${typed}&issuer=Demarc&digits=6&period=30`,
    secret: typed,
    recoveryCodes,
  }
}

/** The session goes on under another token. */
export async function confirmTotp(
  signIn: SignIn,
  visitor: Visitor,
  { who, code }: { readonly who: SignedIn; readonly code: string },
): Promise<Outcome<undefined>> {
  requireFresh(who)
  if (who.user.totp) throw new Refusal('conflict', 'Your authenticator app is confirmed already.')
  const response = await codeVerified(signIn, visitor, { who, code })
  const cookies = response.headers.getSetCookie()
  const token = tokenIn(signIn, cookies)
  if (token === undefined) throw new Error('a confirmed authenticator app began no session')
  const at = timeOf(signIn)
  const session = await signIn.store.writeSystem(async (scope) => {
    const { id } = await noteBegun(scope, token, { method: 'code', at, address: visitor.address })
    await noteFresh(scope, id, at)
    return { ...who.session, id }
  })
  const what = 'An authenticator app was added: its code is asked for from now on.'
  await afterFactorChange(signIn, visitor, { who: { ...who, session }, event: 'totp.added', what })
  return { body: undefined, cookies }
}

/** For somebody who is signed in: throws a refusal where the code is wrong. */
export async function codeVerified(
  signIn: SignIn,
  visitor: Visitor,
  { who, code }: { readonly who: SignedIn; readonly code: string },
): Promise<Response> {
  await countAttempt(signIn, visitor, { what: 'code', account: who.user.email })
  await refuseUnreadableCodes(signIn, who.user.id)
  const headers = headersOf(visitor)
  const response = await once(signIn, { user: who.user.id, code }, (plain) =>
    signIn.auth.api.verifyTOTP({ body: { code: plain }, headers, asResponse: true }),
  )
  if (response?.ok === true) return response
  refused(signIn, visitor, { event: 'code', reason: 'wrong-code', user: who.user.id })
  throw wrongCode()
}

export async function removeTotp(signIn: SignIn, visitor: Visitor, who: SignedIn): Promise<void> {
  requireFresh(who)
  const { adapter, internalAdapter } = await signIn.auth.$context
  await internalAdapter.updateUser(who.user.id, { twoFactorEnabled: false })
  await adapter.delete({ model: 'twoFactor', where: [{ field: 'userId', value: who.user.id }] })
  const what = 'The authenticator app was taken away: no code is asked for any more.'
  await afterFactorChange(signIn, visitor, { who, event: 'totp.removed', what })
}

/** Those of before open nothing any more. */
export async function renewRecoveryCodes(signIn: SignIn, visitor: Visitor, who: SignedIn): Promise<readonly string[]> {
  requireFresh(who)
  if (!who.user.totp) throw new Refusal('conflict', 'Recovery codes come with an authenticator app. Add one first.')
  const recoveryCodes = newRecoveryCodes()
  const { adapter } = await signIn.auth.$context
  await adapter.update({
    model: 'twoFactor',
    where: [{ field: 'userId', value: who.user.id }],
    update: { backupCodes: await keptCode(signIn, JSON.stringify(recoveryCodes)) },
  })
  const what = 'New recovery codes were made; those of before are void.'
  await afterFactorChange(signIn, visitor, { who, event: 'recovery-codes.renewed', what })
  return recoveryCodes
}

/** RFC 4648, without padding. */
function base32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('')
  const groups = bits.match(/.{1,5}/g) ?? []
  return groups.map((group) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number.parseInt(group.padEnd(5, '0'), 2)]).join('')
}
