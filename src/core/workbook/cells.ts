// Texts of a matrix as the cells of a workbook hold them.
import { coverPart, coverRef } from '../activity.ts'
import type { Activity } from '../activity.ts'
import type { Context } from '../context.ts'
import { splitReference } from '../identifiers.ts'
import type { OfferingId, PartyId, ScopeId } from '../identifiers.ts'
import type { Duty } from '../duty.ts'
import type { Matrix } from '../matrix.ts'
import { fill } from '../placeholder.ts'
import { sayDuty } from '../views/say-duty.ts'

/** Every line end is one line feed, as spreadsheets keep it. */
export function lines(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n')
}

/** For cells where each line is a thing of its own. */
export function oneLine(text: string): string {
  return text.replaceAll(/\s*[\r\n]+\s*/g, ' ')
}

export function filled(text: string | undefined, { parameters }: Pick<Matrix, 'parameters'>): string {
  return lines(fill(text ?? '', parameters))
}

/** One party's part: a line for each of its duties, in their order. */
export function partCell(activity: Activity, party: PartyId, matrix: Pick<Matrix, 'parameters'>): string {
  return activity.duties
    .filter((duty) => duty.party === party)
    .map((duty) => oneLine(sayDuty(duty, matrix)))
    .join('\n')
}

/** A line for each item: `what (from)`. */
export function evidenceCell({ evidence = [] }: Duty, matrix: Pick<Matrix, 'parameters'>): string {
  return evidence
    .map(({ what, from }) => oneLine(filled(from === undefined ? what : `${what} (${from})`, matrix)))
    .join('\n')
}

export function scopeTitle({ scopes }: Pick<Matrix, 'scopes'>, id: ScopeId): string {
  return lines(scopes.find((scope) => scope.id === id)?.title ?? id)
}

/** What the library calls it, where it does. */
export function offeringTitle(id: OfferingId, { offerings = {} }: Pick<Context, 'offerings'>): string {
  return Object.hasOwn(offerings, id) ? offerings[id]!.title : id
}

/** Published ids, a line for each, under the framework's title where there are several. */
export function citationCell(activity: Activity, titleOf: ReadonlyMap<string, string>): string {
  const byFramework = Map.groupBy(activity.covers, (cover) => splitReference(coverRef(cover)).framework)
  return [...byFramework]
    .map(([framework, covers]) => {
      const ids = covers.map((cover) => {
        const part = coverPart(cover)
        const { id } = splitReference(coverRef(cover))
        return part === undefined ? id : `${id} (${part})`
      })
      const title = titleOf.get(framework) ?? framework
      return byFramework.size === 1 && titleOf.size === 1 ? ids.join(', ') : `${title}: ${ids.join(', ')}`
    })
    .map(oneLine)
    .join('\n')
}

export function distinct(texts: readonly string[]): string {
  return [...new Set(texts)].filter((text) => text !== '').join('\n')
}
