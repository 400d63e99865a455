// What the library knows, as the context that the rules ask for.
import { Clock } from '../core/clock.ts'
import type { Context } from '../core/context.ts'
import { loadFrameworks, readJson } from './frameworks.ts'
import { loadOfferings } from './offerings.ts'
import { loadRoles } from './roles.ts'

export function loadContext(): Context {
  return {
    frameworks: loadFrameworks(),
    clocks: (readJson('legal-clocks.json') as { readonly clocks: unknown[] }).clocks.map((clock) => Clock.parse(clock)),
    terms: readJson('citation-terms.json') as NonNullable<Context['terms']>,
  }
}

/** What the views tell besides: who at the client and at the MSP is meant by a role. */
export function loadReaderContext(): Context {
  const offerings = Object.fromEntries(loadOfferings().map(({ id, title, contract }) => [id, { title, contract }]))
  const { client: roles, msp: mspRoles } = loadRoles()
  return { ...loadContext(), roles, mspRoles, offerings }
}
