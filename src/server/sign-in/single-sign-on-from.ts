// Single sign-on as the environment says it: all of it or nothing.
import { z } from 'zod'
import { Refusal } from '../../core/refusal.ts'
import type { SingleSignOn } from '../../usecases/sign-in/settings.ts'

const Given = z.object({
  DEMARC_SSO_ISSUER: z.url(),
  DEMARC_SSO_CLIENT_ID: z.string().min(1),
  DEMARC_SSO_CLIENT_SECRET: z.string().min(1),
  DEMARC_SSO_NAME: z.string().min(1).default('your organization'),
  DEMARC_SSO_DOMAINS: z.string().default(''),
})

/** Throws a refusal that names the variable, never its value. */
export function singleSignOnFrom(environment: Readonly<Record<string, string | undefined>>): SingleSignOn | undefined {
  const names = Object.keys(Given.shape)
  if (names.every((name) => (environment[name] ?? '') === '')) return undefined
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const read = Given.safeParse(set)
  if (!read.success) {
    const wrong = [...new Set(read.error.issues.map(({ path }) => String(path[0])))]
    throw new Refusal('invalid', `single sign-on is half configured: ${wrong.join(', ')} is missing or wrong`)
  }
  const given = read.data
  const domains = given.DEMARC_SSO_DOMAINS.split(',').map((one) => one.trim().toLowerCase().replace(/^@/, ''))
  return {
    name: given.DEMARC_SSO_NAME,
    issuer: given.DEMARC_SSO_ISSUER,
    clientId: given.DEMARC_SSO_CLIENT_ID,
    clientSecret: given.DEMARC_SSO_CLIENT_SECRET,
    domains: domains.filter((one) => one !== ''),
  }
}
