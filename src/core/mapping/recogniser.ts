// How the ids of one column are read.
import type { Recognised } from '../claims/requirement-words.ts'
import type { GridCell } from './grid.ts'

/** What the id in a cell names; `at` says of which column it is. */
export type Recogniser = (cell: Pick<GridCell, 'text' | 'kind' | 'at'>) => Recognised
