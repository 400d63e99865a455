import { describe, expect, test } from 'vitest'
import { textOf } from '../paper/paper.ts'
import type { Paper } from '../paper/paper.ts'
import { checkSignOff } from '../rendition/sign-off.ts'
import type { Signature, SignOff } from '../rendition/sign-off.ts'
import { dutyWith, leaver, matrixOf, sampleMatrix } from '../testing/sample-matrix.ts'
import { sampleRendition, subjectOf } from '../testing/sample-rendition.ts'
import { exhibitOf } from './exhibit-of.ts'

const ana: Signature = {
  party: 'msp',
  name: 'Ana Ruiz',
  title: 'President',
  authority: 'officer',
  at: '2026-01-20T15:04:00Z',
  method: 'passkey',
}
const dana: Signature = { ...ana, party: 'client', name: 'Dana Reyes', at: '2026-01-21T09:30:00Z' }

function signOffOf(change: Partial<SignOff> = {}): SignOff {
  return {
    format: 'demarc/sign-off@1',
    digest: sampleRendition.digest,
    effective: '2026-02-01',
    signatures: [ana, dana],
    ...change,
  }
}

function certificateOf(paper: Paper): string {
  const { blocks } = paper.sections.find(({ heading }) => heading === 'Certificate')!
  return blocks
    .flatMap((block) => {
      if (block.kind === 'facts') return block.rows.map(([label, cell]) => `${label}: ${textOf(cell)}`)
      return block.kind === 'table'
        ? block.groups.flatMap(({ rows }) => rows.map((row) => row.map(textOf).join(' | ')))
        : []
    })
    .join('\n')
}

const payload = 'b'.repeat(64)

test.each<readonly [string, Partial<Signature>, string, string]>([
  [
    'a passkey with its payload',
    { payload },
    'given with a passkey',
    `given with a passkey\nPayload SHA-256 ${payload}`,
  ],
  [
    'a passkey without it',
    {},
    'given with a passkey',
    'given with a passkey\nNo digest of a signed payload is recorded: that this revision was signed rests on the statement of the sign-off.',
  ],
  ['ink', { method: 'ink' }, 'given by hand on paper', 'signed by hand on paper; the signed paper is the original'],
  [
    'a link, which only identifies',
    { method: 'email-link' },
    'confirmed through an e-mail link',
    'confirmed through a fresh e-mail link; attested by the operator of the service\nNo digest',
  ],
])('the words for %s say what is known and no more', (_, change, line, how) => {
  const signed = signOffOf({ signatures: [{ ...ana, ...change }, dana] })
  const paper = exhibitOf(subjectOf(sampleMatrix, { signOff: signed }))
  const certificate = certificateOf(paper).split('\nSample Dental PC')[0]!
  expect(certificate).toContain(how)
  expect(certificate.includes('payload')).toBe(how.includes('No digest'))
  expect(JSON.stringify(paper.sections.find(({ heading }) => heading === 'Signatures'))).toContain(
    `["Signature","${line}"]`,
  )
})

describe('the certificate lists each party that did not sign, with what binds it', () => {
  const soc = (change: Parameters<typeof dutyWith>[0]) => dutyWith({ party: 'night-soc', ...change })
  const basis = { document: 'Manual', date: '2026-01-02' }
  test.each([
    ['has no duty', matrixOf(leaver), 'It has no duty in this revision.'],
    ['has only confirmed ones', matrixOf({ ...leaver, duties: [soc({ basis })] }), 'as far as the documents'],
    ['has none confirmed', matrixOf({ ...leaver, duties: [soc({})] }), 'Its duties are not confirmed (8.2).'],
    ['has one of two', matrixOf({ ...leaver, duties: [soc({}), soc({ basis })] }), '1 of its 2 duties are not'],
  ])('which %s', (_, matrix, words) => {
    const certificate = certificateOf(exhibitOf(subjectOf(matrix, { signOff: signOffOf() })))
    expect(certificate).toMatch(/Night SOC Inc\. \| nobody \| {2}\| did not sign this revision/)
    expect(certificate).toContain(words)
  })
})

test('each of two who sign for one party has a block', () => {
  const signed = signOffOf({ signatures: [ana, { ...ana, name: 'Bo Lind' }, dana] })
  const { sections } = exhibitOf(subjectOf(sampleMatrix, { signOff: signed }))
  const blocks = sections.flatMap((section) => section.blocks).filter((block) => block.kind === 'signatures')
  expect(blocks.flatMap(({ signers }) => signers.map(({ lines }) => lines[1]?.[1]))).toEqual([
    'Ana Ruiz',
    'Bo Lind',
    'Dana Reyes',
    undefined,
  ])
})

test.each([
  ['2026-02-01', false],
  ['2026-01-21', false],
  ['2026-01-20', true],
])('effective %s with the last signature on January 21', (effective, noted) => {
  const certificate = certificateOf(exhibitOf(subjectOf(sampleMatrix, { signOff: signOffOf({ effective }) })))
  expect(certificate.includes('lies before the last signature')).toBe(noted)
})

test('a sign-off that cannot be of this matrix is refused', () => {
  expect(() => checkSignOff(signOffOf({ effective: '2025-12-31' }), sampleMatrix)).toThrow(
    /effective 2025-12-31, before the agreement it belongs to \(2026-01-01\)/,
  )
  expect(() => checkSignOff(signOffOf({ effective: '2026-01-01' }), sampleMatrix)).not.toThrow()
  expect(() =>
    checkSignOff(signOffOf({ signatures: [ana, dana, { ...ana, party: 'stranger' }] }), sampleMatrix),
  ).toThrow(/"stranger" signs, and is no party/)
})
