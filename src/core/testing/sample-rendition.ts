// A rendition for tests: plain look, US Letter, a made-up digest; and a subject of any matrix under the made-up frameworks.
import { coverage } from '../coverage.ts'
import type { Matrix } from '../matrix.ts'
import { plainBranding } from '../rendition/branding.ts'
import type { Rendition, Subject } from '../rendition/rendition.ts'
import { sampleMatrix } from './sample-matrix.ts'
import { twoFrameworks } from './trust-framework.ts'

export const sampleRendition: Rendition = {
  digest: '0123456789abcdef'.repeat(4),
  bytes: new Uint8Array([0x7b, 0x7d]),
  date: '2026-01-15',
  locale: { tag: 'en-US', page: 'us-letter', sayDate: (date) => date },
  branding: plainBranding,
}

export function subjectOf(matrix: Matrix = sampleMatrix, rendition: Partial<Rendition> = {}): Subject {
  return {
    matrix,
    context: twoFrameworks,
    proof: coverage(matrix, twoFrameworks),
    rendition: { ...sampleRendition, ...rendition },
  }
}
