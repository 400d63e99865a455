// What is kept of an authenticator app: encrypted with the server's secret, so that under another secret no code can be checked.
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import type { UserId } from '../../core/record-id.ts'
import { Refusal } from '../../core/refusal.ts'
import { twoFactorOf } from '../../store/factors.ts'
import type { SignIn } from './sign-in.ts'

export function keptCode({ settings }: SignIn, data: string): Promise<string> {
  return symmetricEncrypt({ key: settings.secret, data })
}

/** The library would fail with an error that nobody could do anything about. */
export async function refuseUnreadableCodes({ store, settings }: SignIn, user: string): Promise<void> {
  const kept = await store.readSystem((scope) => twoFactorOf(scope, user as UserId))
  if (kept === undefined) return
  try {
    await symmetricDecrypt({ key: settings.secret, data: kept.secret })
  } catch {
    throw new Refusal(
      'conflict',
      'Your authenticator app cannot be read, because the server’s DEMARC_SECRET is another than when you added it. Sign in with a passkey, or ask whoever runs this server to give the earlier secret as DEMARC_SECRET_BEFORE and to start it again.',
    )
  }
}
