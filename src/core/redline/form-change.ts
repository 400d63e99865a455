// Differences in a row that mean nothing: lists in another order, one meaning written in two ways.
import { accountableParties } from '../activity.ts'
import type { Activity } from '../activity.ts'
import { same } from '../compare.ts'
import type { Duty } from '../duty.ts'
import { pairDuties } from './duty-pairs.ts'

export function formChanges(before: Activity, after: Activity): readonly string[] {
  const pairs = pairDuties(before.duties, after.duties)
  const kept = pairs.flatMap((pair) => (pair.before && pair.after ? [[pair.before, pair.after] as const] : []))
  const places = kept.map(([was]) => before.duties.findIndex((duty) => same(duty, was)))
  const shuffled = places.some((place, index) => index > 0 && place < places[index - 1]!)
  const renotated =
    onlyInForm(before.accountable, after.accountable, answering) ||
    kept.some(([was, is]) => onlyInForm(was, is, plainDuty))
  const resorted = (['covers', 'scopes'] as const).some((field) => onlyInForm(before[field], after[field], sorted))
  return [
    ...(shuffled ? ['Duties in another order'] : []),
    ...(resorted ? ['Objectives or scopes in another order'] : []),
    ...(renotated ? ['Written in another way in the file'] : []),
  ]
}

function onlyInForm<T>(was: T, is: T, meaning: (value: T) => unknown): boolean {
  return !same(was, is) && same(meaning(was), meaning(is))
}

function answering(accountable: Activity['accountable']): unknown {
  return [...new Set(accountableParties({ accountable }))].toSorted()
}

function plainDuty({ kind, own, evidence, ...duty }: Duty): unknown {
  return { ...duty, kind: kind ?? 'does', own: own ?? false, evidence: evidence ?? [] }
}

function sorted(list: readonly unknown[] | undefined): unknown {
  return list?.map((item) => JSON.stringify(item)).toSorted()
}
