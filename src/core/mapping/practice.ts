// "The Practice": in a HIPAA matrix the client whom it was written for, in a CMMC matrix a requirement.
import type { SourceTable } from '../claims/source-document.ts'
import { remembered } from '../remembered.ts'
import type { Naming } from './party-words.ts'

const lookedAt = 200
const hipaa = /\b164\.3(?:0[2-9]|1[0-8])\b/
const cmmc = /\bcmmc\b|\b[A-Z]{2}\.L[123]-\d/i

/** Where sections of the Security Rule are cited, and nothing of CMMC. */
export function withPractice(tables: readonly SourceTable[], naming: Naming): Naming {
  const cites = new Set(tables.map(citedIn))
  return cites.has('hipaa') && !cites.has('cmmc') ? { ...naming, practice: true } : naming
}

const citedIn = remembered(({ name, headings, rows }: SourceTable): 'hipaa' | 'cmmc' | 'neither' => {
  const texts = rows.slice(0, lookedAt).flatMap(({ cells }) => [...cells.values()].map(({ text }) => text))
  if ([name, ...headings, ...texts].some((text) => cmmc.test(text))) return 'cmmc'
  return texts.some((text) => hipaa.test(text)) ? 'hipaa' : 'neither'
})
