// What governed on a day: of the revisions that both sides signed, the one that had taken effect last.
import type { CalendarDate } from './text.ts'

interface Governing {
  readonly number: number
  /** from which day it governs; none while it is not signed by both sides */
  readonly effective?: CalendarDate | undefined
}

/** Of two that take effect on one day, the later one supersedes the other. */
export function inForce<R extends Governing>(revisions: readonly R[], day: CalendarDate): R | undefined {
  return revisions
    .filter(({ effective }) => effective !== undefined && effective <= day)
    .toSorted((a, b) => (a.effective! < b.effective! ? -1 : a.effective! > b.effective! ? 1 : a.number - b.number))
    .at(-1)
}

/** In plain words, so that nobody takes a text that was never signed for one that governed. */
export function sayInForce(revisions: readonly (Governing & { readonly madeAt: string })[], day: CalendarDate): string {
  const governing = inForce(revisions, day)
  if (governing !== undefined)
    return `Revision ${governing.number} governed on ${day}: it was signed by both sides, with effect from ${governing.effective}.`
  const newest = revisions.findLast(({ madeAt }) => madeAt.slice(0, 10) <= day)
  const none = `Nothing is known to have governed on ${day}: no revision that both sides signed had taken effect by then.`
  return newest === undefined
    ? `${none} No revision had been made either; the draft of that day binds nobody.`
    : `${none} The newest revision of that day, ${newest.number}, was made on ${newest.madeAt.slice(0, 10)} (UTC); without signatures it binds nobody.`
}
