// The identifiers of a workbook's rows: the same in every export, and in a hidden first column of each sheet.
import type { ActivityId, Reference } from '../identifiers.ts'

/** Title of the hidden first column; no column of a sheet bears it. */
export const rowIdTitle = 'Row id'

export const rowIds = {
  /** a row for each activity that serves the objective; one without where none does */
  objective: (reference: Reference, activity?: ActivityId) =>
    activity === undefined ? `objective:${reference}` : `objective:${reference}#${activity}`,
  activity: (activity: ActivityId) => `activity:${activity}`,
  /** @param index in the activity's duties */
  duty: (activity: ActivityId, index: number) => `duty:${activity}#${index}`,
  open: (reference: Reference) => `open:${reference}`,
  /** the row of a sheet that has nothing to list */
  none: (sheet: string) => `none:${sheet}`,
  question: (name: string) => `question:${name}`,
  decision: (index: number) => `decision:${index}`,
  log: (index: number) => `log:${index}`,
} as const
