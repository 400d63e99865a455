// How much of somebody's document is read at all: far above what anybody writes by hand, far below what fills a memory.
import { SourceFault } from './source-fault.ts'

const tableLimit = 2000
const rowLimit = 250_000
export const columnLimit = 200
const cellLimit = 1_500_000
const characterLimit = 60_000_000
const mergeLimit = 20_000

/** What was taken in so far, over all tables of a document. */
export interface Tally {
  tables: number
  rows: number
  cells: number
  characters: number
  merges: number
}

export function newTally(): Tally {
  return { tables: 0, rows: 0, cells: 0, characters: 0, merges: 0 }
}

const most: Tally = {
  tables: tableLimit,
  rows: rowLimit,
  cells: cellLimit,
  characters: characterLimit,
  merges: mergeLimit,
}

const names: Readonly<Record<keyof Tally, string>> = {
  tables: 'tables',
  rows: 'rows',
  cells: 'cells',
  characters: 'characters',
  merges: 'merged cells',
}

export function count(tally: Tally, what: keyof Tally, more: number): void {
  tally[what] += more
  if (tally[what] > most[what])
    throw new SourceFault(
      `it holds more than ${most[what]} ${names[what]}; save only what matters in a new file and give that`,
    )
}

const megabyte = 1024 * 1024
export const mostMegabytes = 64
export const mostBytes = mostMegabytes * megabyte

export function checkSize({ length }: Uint8Array, megabytes: number): void {
  if (length > megabytes * megabyte)
    throw new SourceFault(
      `it holds ${(length / megabyte).toFixed(1)} MB; a file of this kind may hold at most ${megabytes} MB`,
    )
}
