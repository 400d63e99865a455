// Columns of service models or plans beside each other, in each of which every cell says who does it there.
import type { ColumnMapping, Mapping } from './mapping.ts'
import type { Column } from './part-column.ts'
import { plain } from './plain-words.ts'
import { toldOwnership } from './row-cells.ts'
import { namesService } from './service-headings.ts'

const open: ReadonlySet<ColumnMapping['is']> = new Set(['unknown', 'ignored'])

/** Over words for who does it, or codes that a legend explains. */
export function sideBySide(
  mapped: readonly ColumnMapping[],
  columns: readonly Column[],
  legend: Mapping['words'],
): readonly ColumnMapping[] {
  const told = (index: number): boolean =>
    open.has(mapped[index]!.is) &&
    namesService(columns[index]!.texts.at(-1) ?? '') &&
    (columns[index]!.content === 'ownership' || areCodes(columns[index]!, legend))
  const all = columns.filter((_, index) => told(index))
  const said = new Set(all.flatMap(({ cells }) => cells.filter((text) => text.trim() !== '').map(plain)))
  if (all.length < 2 || said.size < 2 || mapped.some(({ of }) => of !== undefined)) return mapped
  return mapped.map((column, index) =>
    told(index)
      ? {
          ...column,
          is: 'ownership',
          service: columns[index]!.texts.at(-1)!,
          because: 'every cell of it says who does it',
        }
      : column,
  )
}

/** A letter or a few, or a dash for nothing. */
const code = /^(?:\p{Lu}{1,3}|[-–—])$/u
const mostly = 0.6

/** Most of them explained; one that is not leaves its row unclear. */
function areCodes({ cells }: Column, legend: Mapping['words']): boolean {
  const filled = cells.map((text) => text.trim()).filter((text) => text !== '')
  const explained = filled.filter((text) => toldOwnership(text, legend) !== undefined).length
  return explained > 0 && explained >= mostly * filled.length && filled.every((text) => code.test(text))
}
