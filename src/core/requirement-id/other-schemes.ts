// Ids of schemes that no framework here follows, known by their form alone.
import { foreign, matchAt } from './reading.ts'
import type { Reading } from './reading.ts'
import type { Scheme } from './scheme.ts'

const ccmFamilies = 'A&A|AIS|AAC|BCR|CCC|CEK|DCS|DSI|DSP|EKM|GRC|GRM|HRS|IAM|IPY|IVS|LOG|MOS|SEF|STA|TVM|UEM'

const forms: readonly (readonly [Scheme | 'code', RegExp])[] = [
  ['csf', /(?:ID|PR|DE|RS|RC|GV)\.[A-Z]{2}(?:-\d{1,2})?(?!\w)/y],
  ['iso27001', /A\.\s?\d{1,2}(?:\.\d{1,2}){0,3}(?!\w)/y],
  ['iso27001', /(?:annex|clause)\s(?:A\.?\s?)?\d{1,2}(?:\.\d{1,2}){0,3}(?!\w)/iy],
  ['ccm', new RegExp(String.raw`(?:${ccmFamilies})-\d{2}(?:\.\d{1,2})?(?!\w)`, 'y')],
  ['nerc', /CIP-\d{3}(?:-\d{1,2})?(?:\sR\d{1,2}(?:\.\d{1,2})?)?(?!\w)/y],
  ['cobit', /(?:EDM|APO|BAI|DSS|MEA)\d{2}(?:\.\d{2})?(?!\w)/y],
  ['cci', /CCI-\d{6}(?!\w)/y],
  ['gdpr', /Art(?:icle|\.)?\s?\d{1,2}(?:\(\d\))?(?![\w.])/iy],
  ['hitrust', /\d{2}\.[a-z]{1,2}(?!\w)/y],
  ['code', /[A-Z][A-Z&]{0,6}-\d{1,4}(?:[.-][A-Z0-9]{1,6}){0,3}(?!\w)/y],
]

export function readOther(text: string, at: number): Reading | undefined {
  for (const [form, pattern] of forms) {
    const match = matchAt(pattern, text, at)
    if (!match) continue
    const reading = { end: pattern.lastIndex, form, id: match[0] }
    return form === 'code' ? { ...foreign({ ...reading, form: 'other' }), form } : foreign(reading)
  }
  return undefined
}
