// The thread in which sources are parsed: what it may cost is limited from outside (read-source.ts).
import { answerReadings } from '../limited-worker/answer-readings.ts'
import { readHere } from './read-here.ts'

answerReadings(readHere)
