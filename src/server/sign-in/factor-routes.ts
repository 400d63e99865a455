// By what I sign in: passkeys, the authenticator app, recovery codes.
import { z } from 'zod'
import { lineUpTo } from '../../core/text.ts'
import { PasskeyId } from '../../core/record-id.ts'
import {
  addPasskey,
  namePasskey,
  newPasskeyOptions,
  passkeysOf,
  removePasskey,
} from '../../usecases/sign-in/passkeys.ts'
import { confirmTotp, prepareTotp, removeTotp, renewRecoveryCodes } from '../../usecases/sign-in/totp.ts'
import { signedIn } from '../../usecases/sign-in/who.ts'
import { openRoute } from '../open-route.ts'
import { Code, PasskeyAnswer, PasskeyAsk } from './fields.ts'

const Passkeys = z.strictObject({
  items: z.array(
    z.strictObject({
      id: PasskeyId,
      name: z.string(),
      createdAt: z.iso.datetime().optional(),
      synced: z.boolean().meta({ description: 'kept by a service that copies it to other devices' }),
    }),
  ),
})

const PasskeyName = z.string().trim().min(1).max(100).pipe(lineUpTo(100))
const RecoveryCodes = z.array(z.string()).meta({ description: 'shown once; each opens once' })
const nothing = { status: 204, says: 'done' } as const

export const factorRoutes = [
  openRoute({
    name: 'listPasskeys',
    method: 'GET',
    path: '/api/auth/passkeys',
    summary: 'My passkeys',
    asks: 'session',
    answers: { status: 200, says: 'the oldest first', body: Passkeys },
    run: async (signIn, _given, visitor) => ({
      body: { items: await passkeysOf(signIn, await signedIn(signIn, visitor)) },
    }),
  }),
  openRoute({
    name: 'askForNewPasskey',
    method: 'POST',
    path: '/api/auth/passkeys/options',
    summary: 'A challenge for a new passkey',
    asks: 'fresh session',
    answers: { status: 200, says: 'what the browser is to be asked with', body: PasskeyAsk },
    run: async (signIn, _given, visitor) => newPasskeyOptions(signIn, visitor, await signedIn(signIn, visitor)),
  }),
  openRoute({
    name: 'addPasskey',
    method: 'POST',
    path: '/api/auth/passkeys',
    summary: 'Add a passkey; other sessions end',
    asks: 'fresh session',
    body: z.strictObject({ answer: PasskeyAnswer, name: PasskeyName }),
    answers: { status: 201, says: 'my passkeys', body: Passkeys },
    run: async (signIn, { body }, visitor) => ({
      body: { items: await addPasskey(signIn, visitor, { who: await signedIn(signIn, visitor), ...body }) },
    }),
  }),
  openRoute({
    name: 'namePasskey',
    method: 'PATCH',
    path: '/api/auth/passkeys/{passkey}',
    summary: 'Name a passkey',
    asks: 'session',
    params: z.strictObject({ passkey: PasskeyId }),
    body: z.strictObject({ name: PasskeyName }),
    answers: nothing,
    run: async (signIn, { params, body }, visitor) => {
      await namePasskey(signIn, await signedIn(signIn, visitor), { id: params.passkey, name: body.name })
      return {}
    },
  }),
  openRoute({
    name: 'removePasskey',
    method: 'DELETE',
    path: '/api/auth/passkeys/{passkey}',
    summary: 'Take a passkey away; other sessions end',
    asks: 'fresh session',
    params: z.strictObject({ passkey: PasskeyId }),
    answers: nothing,
    run: async (signIn, { params }, visitor) => {
      await removePasskey(signIn, visitor, { who: await signedIn(signIn, visitor), id: params.passkey })
      return {}
    },
  }),
  openRoute({
    name: 'prepareTotp',
    method: 'POST',
    path: '/api/auth/totp',
    summary: 'Begin to add an authenticator app',
    asks: 'fresh session',
    answers: {
      status: 201,
      says: 'the secret for the app, and recovery codes; they count once a code was confirmed',
      body: z.strictObject({ uri: z.string(), secret: z.string(), recoveryCodes: RecoveryCodes }),
    },
    run: async (signIn, _given, visitor) => ({ body: await prepareTotp(signIn, await signedIn(signIn, visitor)) }),
  }),
  openRoute({
    name: 'confirmTotp',
    method: 'POST',
    path: '/api/auth/totp/confirm',
    summary: 'Confirm the authenticator app by a first code; other sessions end',
    asks: 'fresh session',
    body: z.strictObject({ code: Code }),
    answers: nothing,
    run: async (signIn, { body }, visitor) =>
      confirmTotp(signIn, visitor, { who: await signedIn(signIn, visitor), code: body.code }),
  }),
  openRoute({
    name: 'removeTotp',
    method: 'DELETE',
    path: '/api/auth/totp',
    summary: 'Take the authenticator app away; other sessions end',
    asks: 'fresh session',
    answers: nothing,
    run: async (signIn, _given, visitor) => {
      await removeTotp(signIn, visitor, await signedIn(signIn, visitor))
      return {}
    },
  }),
  openRoute({
    name: 'renewRecoveryCodes',
    method: 'POST',
    path: '/api/auth/totp/recovery-codes',
    summary: 'Make new recovery codes; those of before are void',
    asks: 'fresh session',
    answers: { status: 201, says: 'the new ones', body: z.strictObject({ recoveryCodes: RecoveryCodes }) },
    run: async (signIn, _given, visitor) => ({
      body: { recoveryCodes: await renewRecoveryCodes(signIn, visitor, await signedIn(signIn, visitor)) },
    }),
  }),
]
