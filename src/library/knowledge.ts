// What the library knows, as the context that the rules ask for.
import { Clock } from '../core/clock.ts'
import type { Context } from '../core/context.ts'
import { loadFrameworks, readJson } from './frameworks.ts'

export function loadContext(): Context {
  return {
    frameworks: loadFrameworks(),
    clocks: (readJson('legal-clocks.json') as { readonly clocks: unknown[] }).clocks.map((clock) => Clock.parse(clock)),
    terms: readJson('citation-terms.json') as NonNullable<Context['terms']>,
  }
}
