// The thread in which workbooks are parsed: what it may cost is limited from outside (read-workbook.ts).
import { answerReadings } from '../limited-worker/answer-readings.ts'
import { readParts } from './read-parts.ts'

answerReadings(readParts)
