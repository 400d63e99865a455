// What I change about myself: name, password, e-mail address; and the password that was forgotten.
import { z } from 'zod'
import {
  askForNewEmail,
  changeName,
  changePassword,
  confirmNewEmail,
  forgotPassword,
  resetPassword,
} from '../../usecases/sign-in/own-account.ts'
import { signedIn } from '../../usecases/sign-in/who.ts'
import { openRoute } from '../open-route.ts'
import { Email, Name, Password, Secret } from './fields.ts'

const nothing = { status: 204, says: 'done' } as const

export const accountRoutes = [
  openRoute({
    name: 'changeName',
    method: 'PATCH',
    path: '/api/auth/me',
    summary: 'Change my name',
    asks: 'session',
    body: z.strictObject({ name: Name }),
    answers: nothing,
    run: async (signIn, { body }, visitor) => {
      await changeName(signIn, await signedIn(signIn, visitor), body.name)
      return {}
    },
  }),
  openRoute({
    name: 'changePassword',
    method: 'PUT',
    path: '/api/auth/me/password',
    summary: 'Change my password, or have a first one; other sessions end',
    asks: 'fresh session',
    body: z.strictObject({ password: Password }),
    answers: nothing,
    run: async (signIn, { body }, visitor) => {
      await changePassword(signIn, visitor, { who: await signedIn(signIn, visitor), password: body.password })
      return {}
    },
  }),
  openRoute({
    name: 'askForNewEmail',
    method: 'POST',
    path: '/api/auth/me/email',
    summary: 'Have a link mailed to the address that I want to use from now on',
    asks: 'fresh session',
    body: z.strictObject({ email: Email }),
    answers: { status: 204, says: 'mailed; the address changes once the link was opened' },
    run: async (signIn, { body }, visitor) => {
      await askForNewEmail(signIn, visitor, { who: await signedIn(signIn, visitor), email: body.email })
      return {}
    },
  }),
  openRoute({
    name: 'confirmNewEmail',
    method: 'POST',
    path: '/api/auth/me/email/confirm',
    summary: 'Use the new address from now on; all sessions end',
    asks: 'nobody',
    body: z.strictObject({ token: Secret }),
    answers: nothing,
    run: async (signIn, { body }, visitor) => {
      await confirmNewEmail(signIn, visitor, body.token)
      return {}
    },
  }),
  openRoute({
    name: 'forgotPassword',
    method: 'POST',
    path: '/api/auth/forgotten-password',
    summary: 'Have a link mailed to choose a new password',
    asks: 'nobody',
    body: z.strictObject({ email: Email }),
    answers: { status: 204, says: 'mailed, if anybody here has this address' },
    run: async (signIn, { body }, visitor) => {
      await forgotPassword(signIn, visitor, body.email)
      return {}
    },
  }),
  openRoute({
    name: 'resetPassword',
    method: 'POST',
    path: '/api/auth/forgotten-password/reset',
    summary: 'Choose a new password by the link that was mailed; all sessions end, and nobody is signed in',
    asks: 'nobody',
    body: z.strictObject({ token: Secret, password: Password }),
    answers: nothing,
    run: async (signIn, { body }, visitor) => {
      await resetPassword(signIn, visitor, body)
      return {}
    },
  }),
]
