// Single sign-on as the configuration says it, which is all of it or nothing.
import type { SingleSignOn } from '../../usecases/sign-in/settings.ts'
import type { Configuration } from '../configuration/configuration.ts'

export function singleSignOnFrom(configuration: Configuration): SingleSignOn | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = configuration
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return undefined
  return { name: configuration.OIDC_NAME, issuer, clientId, clientSecret, domains: configuration.OIDC_DOMAINS }
}
