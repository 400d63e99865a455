// Now, as it is kept and compared: RFC 3339 in UTC with milliseconds.
import type { Services } from './context.ts'

/** @param after milliseconds from now */
export function timeOf({ now }: Pick<Services, 'now'>, after = 0): string {
  return new Date(now() + after).toISOString()
}
