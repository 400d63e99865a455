// What a token may be used for: less than its person, never more. A wider scope holds the narrower ones.
export const tokenScopes = ['read', 'write', 'manage'] as const
export type TokenScope = (typeof tokenScopes)[number]

/** What an action needs of whoever comes by a token; `session`: no token will do. */
export type Need = TokenScope | 'session'

/** @param scopes of the token; none where somebody is signed in */
export function suffices(scopes: readonly TokenScope[] | undefined, need: Need): boolean {
  if (scopes === undefined) return true
  if (need === 'session') return false
  return scopes.some((scope) => tokenScopes.indexOf(scope) >= tokenScopes.indexOf(need))
}
