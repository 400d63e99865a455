// better-auth as we use it: identity and sessions only, on our tables; nothing of it is mounted, we call what we need.
import { createHash } from 'node:crypto'
import { passkey } from '@better-auth/passkey'
import type { PasskeyOptions } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import { genericOAuth, twoFactor } from 'better-auth/plugins'
import { longest, Name } from '../../core/text.ts'
import type { Services } from '../context.ts'
import { letIn } from './let-in.ts'
import { rowsAdapter } from './rows-adapter.ts'
import { absoluteLifetime, cookiesOf } from './settings.ts'
import type { SignInSettings, SingleSignOn } from './settings.ts'

export const sessionCookie = 'session'

/** Whether whom the issuer sends is somebody whom we know or who was invited. */
type MayJoin = (who: { readonly email: string; readonly subject: string }) => Promise<boolean>

/** @param sso asked of its issuer when it is first used, and waited for: without it nothing waits */
export function authOf(services: Services, { origin, secret }: SignInSettings, sso?: Offered) {
  const { prefix, secure } = cookiesOf(origin)
  return betterAuth({
    appName: 'Demarc',
    baseURL: origin,
    basePath: '/api/auth',
    secret,
    database: rowsAdapter(services),
    logger: { disabled: true },
    telemetry: { enabled: false },
    rateLimit: { enabled: false }, // ours count in the database, and never a person's own device for a stranger's
    user: { modelName: 'users', fields: { emailVerified: 'email_verified', ...dates } },
    session: {
      modelName: 'sessions',
      fields: {
        ...dates,
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
      },
      expiresIn: absoluteLifetime / 1000,
      disableSessionRefresh: true,
      freshAge: 0, // requireFresh asks instead
    },
    account: {
      modelName: 'accounts',
      fields: { ...accountFields, ...dates },
      accountLinking: { enabled: true, disableImplicitLinking: true },
      updateAccountOnSignIn: false,
    },
    verification: {
      modelName: 'verifications',
      fields: { expiresAt: 'expires_at', ...dates },
      storeIdentifier: 'hashed',
    },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 256 },
    advanced: {
      useSecureCookies: false, // would add __Secure-; the prefix is ours
      cookiePrefix: prefix,
      cookies: { session_token: { name: `${prefix}.${sessionCookie}` } },
      defaultCookieAttributes: { secure, httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { disableIpTracking: true },
      disableOriginCheck: true, // checkOrigin did it before
      disableCSRFCheck: true,
    },
    databaseHooks: { account: { create: { before: async (account) => ({ data: { ...account, ...noTokens } }) } } },
    plugins: [
      twoFactor({ issuer: 'Demarc', schema: twoFactorSchema, accountLockout: { enabled: false } }),
      passkey(passkeysAt(origin)),
      genericOAuth({ config: sso === undefined ? [] : [providerOf(sso, origin)] }),
      letIn(),
    ],
  })
}

export interface Offered {
  readonly singleSignOn: SingleSignOn
  readonly mayJoin: MayJoin
}

export type Auth = ReturnType<typeof authOf>

/** Only such as check who uses them, so that one is proof enough. */
function passkeysAt(origin: string): PasskeyOptions {
  return {
    rpID: new URL(origin).hostname,
    rpName: 'Demarc',
    origin,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    registration: {
      afterVerification: async ({ verification }) => {
        if (verification.registrationInfo?.userVerified !== true) throw notVerified()
      },
    },
    authentication: {
      afterVerification: async ({ verification }) => {
        if (!verification.authenticationInfo.userVerified) throw notVerified()
      },
    },
    schema: passkeySchema,
  }
}

/** Of this issuer alone: the same subject at another one is somebody else. */
export function providerId({ issuer }: SingleSignOn): string {
  return `oidc-${createHash('sha256').update(issuer).digest('hex').slice(0, 16)}`
}

function providerOf({ singleSignOn: sso, mayJoin }: Offered, origin: string) {
  return {
    providerId: providerId(sso),
    name: sso.name,
    discoveryUrl: `${sso.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    clientId: sso.clientId,
    clientSecret: sso.clientSecret,
    redirectURI: `${origin}/api/auth/sso/callback`,
    scopes: ['openid', 'email', 'profile'],
    pkce: true,
    requireIdTokenVerification: true,
    getUserInfo: async ({ idToken }: { readonly idToken?: string | undefined }) => {
      // better-auth asks for it after it has verified the token; without a token it would take anybody's word
      const claims = claimsIn(idToken)
      const email = claims?.email?.toLowerCase()
      if (claims === undefined || email === undefined || claims.email_verified !== true) return null
      if (sso.domains.length > 0 && !sso.domains.includes(email.split('@').at(-1)!)) return null
      if (!(await mayJoin({ email, subject: claims.sub }))) return null
      return { id: claims.sub, sub: claims.sub, email, emailVerified: true, name: nameSaid(claims.name) ?? email }
    },
  }
}

/** As it is kept: on one line, and of a length that lists can show; undefined where it shows nothing. */
function nameSaid(name: string | undefined): string | undefined {
  const line = (name ?? '').replaceAll(/\s+/g, ' ').trim()
  return Name.safeParse(line.slice(0, longest.name)).data
}

interface Claims {
  readonly sub: string
  readonly email?: string
  readonly email_verified?: boolean
  readonly name?: string
}

function claimsIn(idToken: string | undefined): Claims | undefined {
  const body = idToken?.split('.')[1]
  return body === undefined ? undefined : (JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as Claims)
}

function notVerified(): APIError {
  return new APIError('UNAUTHORIZED', { code: 'USER_NOT_VERIFIED', message: 'the device did not check who uses it' })
}

const dates = { createdAt: 'created_at', updatedAt: 'updated_at' } as const

const accountFields = {
  accountId: 'subject',
  providerId: 'provider_id',
  userId: 'user_id',
  accessToken: 'access_token',
  refreshToken: 'refresh_token',
  idToken: 'id_token',
  accessTokenExpiresAt: 'access_token_expires_at',
  refreshTokenExpiresAt: 'refresh_token_expires_at',
} as const

/** The issuer's tokens were read once and are of no more use. */
const noTokens = { accessToken: null, refreshToken: null, idToken: null }

const twoFactorSchema = {
  user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
  twoFactor: {
    modelName: 'two_factors',
    fields: {
      backupCodes: 'backup_codes',
      userId: 'user_id',
      failedVerificationCount: 'failed_verification_count',
      lockedUntil: 'locked_until',
    },
  },
} as const

const passkeySchema = {
  passkey: {
    modelName: 'passkeys',
    fields: {
      publicKey: 'public_key',
      userId: 'user_id',
      credentialID: 'credential_id',
      deviceType: 'device_type',
      backedUp: 'backed_up',
      createdAt: 'created_at',
    },
  },
} as const
