// Who one is, and where one is signed in.
import { z } from 'zod'
import { EngagementId, SessionId, TenantId, UserId } from '../../core/record-id.ts'
import { tenantsOf } from '../../usecases/my-tenants.ts'
import { factorsFor } from '../../usecases/sign-in/own-factors.ts'
import { proveByCode, proveByPasskey, proveByPassword } from '../../usecases/sign-in/prove-again.ts'
import { endOtherSessions, endSession, sessionsOf, signOut } from '../../usecases/sign-in/sessions.ts'
import { signedIn } from '../../usecases/sign-in/who.ts'
import { openRoute } from '../open-route.ts'
import { Code, PasskeyAnswer, Password } from './fields.ts'

const moment = z.iso.datetime()

const Session = z.strictObject({
  id: SessionId,
  method: z.string().meta({ description: 'how it began: password, code, recovery-code, link, passkey, sso, set-up' }),
  createdAt: moment,
  seenAt: moment,
  expiresAt: moment,
  address: z.string().optional(),
  agent: z.string().optional(),
  current: z.boolean().meta({ description: 'the one that asks' }),
})

const nothing = { status: 204, says: 'done' } as const

export const sessionRoutes = [
  openRoute({
    name: 'readSession',
    method: 'GET',
    path: '/api/session',
    summary: 'Who am I, and where do I have a part',
    asks: 'session',
    answers: {
      status: 200,
      says: 'the person, the tenants and the seats that they have',
      body: z.strictObject({
        user: z.strictObject({ id: UserId, email: z.string(), name: z.string() }),
        session: z.strictObject({ id: SessionId, method: z.string(), expiresAt: moment }),
        freshUntil: moment
          .optional()
          .meta({ description: 'until then dangerous acts are allowed; missing: prove again first' }),
        factors: z.strictObject({
          password: z.boolean(),
          totp: z.boolean(),
          passkeys: z.int(),
          singleSignOn: z.boolean(),
        }),
        tenants: z.array(
          z.strictObject({
            id: TenantId,
            name: z.string(),
            role: z.enum(['owner', 'editor', 'viewer']).optional().meta({ description: 'as one of the MSP’s own' }),
            seats: z.array(
              z.strictObject({
                engagement: EngagementId,
                role: z.enum(['signatory', 'reviewer', 'assessor']),
                endsAt: moment.optional(),
              }),
            ),
          }),
        ),
      }),
    },
    run: async (signIn, _given, visitor) => {
      const who = await signedIn(signIn, visitor)
      const { user, session, freshUntil } = who
      return {
        body: {
          user: { id: user.id, email: user.email, name: user.name },
          session: { id: session.id, method: session.method, expiresAt: session.expiresAt },
          ...(freshUntil !== undefined && { freshUntil }),
          factors: await factorsFor(signIn, who),
          tenants: (await tenantsOf(signIn, { user: user.id, by: 'session' })).map(
            ({ tenant, msp, member, seats }) => ({
              id: tenant,
              name: msp,
              ...(member !== undefined && { role: member }),
              seats,
            }),
          ),
        },
      }
    },
  }),
  openRoute({
    name: 'signOut',
    method: 'POST',
    path: '/api/auth/sign-out',
    summary: 'Sign out here',
    asks: 'nobody',
    answers: nothing,
    run: (signIn, _given, visitor) => signOut(signIn, visitor),
  }),
  openRoute({
    name: 'listSessions',
    method: 'GET',
    path: '/api/auth/sessions',
    summary: 'Where I am signed in',
    asks: 'session',
    answers: { status: 200, says: 'the newest first', body: z.strictObject({ items: z.array(Session) }) },
    run: async (signIn, _given, visitor) => {
      const who = await signedIn(signIn, visitor)
      const sessions = await sessionsOf(signIn, who)
      const items = sessions.map((session) => ({
        id: session.id,
        method: session.method,
        createdAt: session.createdAt,
        seenAt: session.seenAt,
        expiresAt: session.expiresAt,
        address: session.address,
        agent: session.agent,
        current: session.id === who.session.id,
      }))
      return { body: { items } }
    },
  }),
  openRoute({
    name: 'endOtherSessions',
    method: 'DELETE',
    path: '/api/auth/sessions',
    summary: 'Sign out everywhere else',
    asks: 'session',
    answers: { status: 200, says: 'how many sessions ended', body: z.strictObject({ ended: z.int() }) },
    run: async (signIn, _given, visitor) => ({
      body: { ended: await endOtherSessions(signIn, visitor, await signedIn(signIn, visitor)) },
    }),
  }),
  openRoute({
    name: 'endSession',
    method: 'DELETE',
    path: '/api/auth/sessions/{session}',
    summary: 'Sign out on another device',
    asks: 'session',
    params: z.strictObject({ session: SessionId }),
    answers: nothing,
    run: async (signIn, { params }, visitor) => {
      await endSession(signIn, visitor, { who: await signedIn(signIn, visitor), id: params.session })
      return {}
    },
  }),
  openRoute({
    name: 'proveByPassword',
    method: 'POST',
    path: '/api/auth/prove/password',
    summary: 'Prove again that it is me: by password',
    asks: 'session',
    body: z.strictObject({ password: Password }),
    answers: nothing,
    run: async (signIn, { body }, visitor) => {
      await proveByPassword(signIn, visitor, { who: await signedIn(signIn, visitor), proof: body.password })
      return {}
    },
  }),
  openRoute({
    name: 'proveByCode',
    method: 'POST',
    path: '/api/auth/prove/code',
    summary: 'Prove again that it is me: by a code of the authenticator app',
    asks: 'session',
    body: z.strictObject({ code: Code }),
    answers: nothing,
    run: async (signIn, { body }, visitor) => {
      await proveByCode(signIn, visitor, { who: await signedIn(signIn, visitor), proof: body.code })
      return {}
    },
  }),
  openRoute({
    name: 'proveByPasskey',
    method: 'POST',
    path: '/api/auth/prove/passkey',
    summary: 'Prove again that it is me: by passkey',
    asks: 'session',
    body: z.strictObject({ answer: PasskeyAnswer }),
    answers: nothing,
    run: async (signIn, { body }, visitor) =>
      proveByPasskey(signIn, visitor, { who: await signedIn(signIn, visitor), proof: body.answer }),
  }),
]
