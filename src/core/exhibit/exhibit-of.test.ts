import { describe, expect, test } from 'vitest'
import type { Matrix } from '../matrix.ts'
import { textOf } from '../paper/paper.ts'
import type { Paper, Section } from '../paper/paper.ts'
import { dutyWith, leaver, matrixOf, sampleMatrix, visitorEscort } from '../testing/sample-matrix.ts'
import { sampleRendition, subjectOf } from '../testing/sample-rendition.ts'
import type { SignOff } from '../rendition/sign-off.ts'
import { exhibitOf } from './exhibit-of.ts'

const signOff: SignOff = {
  format: 'demarc/sign-off@1',
  digest: sampleRendition.digest,
  effective: '2026-02-01',
  signatures: [
    {
      party: 'msp',
      name: 'Ana Ruiz',
      title: 'President',
      authority: 'officer',
      at: '2026-01-20T15:04:00Z',
      method: 'passkey',
      payload: 'a'.repeat(64),
    },
    {
      party: 'client',
      name: 'Dana Reyes',
      title: 'Owner',
      authority: 'owner',
      at: '2026-01-21T09:30:00Z',
      method: 'email-link',
    },
  ],
}

function said(paper: Paper): string {
  return paper.sections.map(saidIn).join('\n')
}

function saidIn({ heading, blocks }: Section): string {
  const texts = blocks.map((block) => {
    if (block.kind === 'text') return textOf([block.line])
    if (block.kind === 'list') return textOf(block.items)
    if (block.kind === 'facts') return block.rows.map(([label, cell]) => `${label}: ${textOf(cell)}`).join('\n')
    if (block.kind === 'signatures') return JSON.stringify(block.signers)
    return block.groups
      .flatMap(({ title = '', note = [], foot = [], rows }) => [
        title,
        textOf(note),
        ...rows.map((row) => row.map(textOf).join(' | ')),
        textOf(foot),
      ])
      .join('\n')
  })
  return [heading, ...texts].join('\n')
}

/** With the sections under it. */
function section(paper: Paper, heading: string): string {
  const from = paper.sections.findIndex((one) => one.heading.startsWith(heading))
  const level = paper.sections[from]!.level
  const next = paper.sections.findIndex((one, index) => index > from && one.level <= level)
  return paper.sections
    .slice(from, next === -1 ? undefined : next)
    .map(saidIn)
    .join('\n')
}

describe('the exhibit says how it stands', () => {
  const open = matrixOf({ ...leaver, duties: [] })

  test.each<readonly [string, Matrix, SignOff | undefined, string | undefined]>([
    ['open and not signed', open, undefined, 'DRAFT: 5 objectives open, not signed'],
    ['complete and not signed', sampleMatrix, undefined, 'DRAFT: not signed'],
    ['signed with a gap', open, signOff, 'DRAFT: 5 objectives open'],
    ['complete and signed', sampleMatrix, signOff, undefined],
  ])('%s', (_, matrix, signed, draft) => {
    const paper = exhibitOf(subjectOf(matrix, { signOff: signed }))
    expect(paper.draft).toBe(draft)
    expect(paper.cover?.notice === undefined).toBe(draft === undefined)
    expect(paper.sections.some(({ heading }) => heading === 'Certificate')).toBe(signed !== undefined)
  })
})

describe('the exhibit holds', () => {
  const paper = exhibitOf(subjectOf())

  test('every duty once, with its time and its evidence, in its party’s column', () => {
    const schedule = section(paper, 'Schedule A')
    for (const { duties } of sampleMatrix.activities)
      for (const { evidence = [] } of duties) for (const { what } of evidence) expect(schedule).toContain(what)
    expect(schedule.split('Tell the service-desk portal who leaves and from when')).toHaveLength(2)
    expect(schedule).toMatch(/\(a\) Client\noffice manager \| Tell the service-desk portal/)
  })

  test('every objective in its family, with the rows that serve it', () => {
    expect(section(paper, 'Sample rule')).toMatch(/AC-1\[a\] \| .* \| shared \| .* \| A-1\.1 \| settled/)
  })

  test('the clauses that a lawyer looks for', () => {
    for (const heading of [
      'Background',
      'Scope of services',
      'Definitions',
      'Order of precedence',
      'Allocation is not performance',
    ])
      expect(section(paper, heading).length).toBeGreaterThan(100)
    expect(section(paper, 'Allocation is not performance')).toContain('no evidence that the work was done')
  })

  test('what is missing, by row, when something is open', () => {
    const asked = exhibitOf(subjectOf({ ...sampleMatrix, parameters: {} }))
    expect(section(asked, 'Schedule D')).toContain('{request channel} | Where do access requests go | A-1.1 | ')
    expect(section(asked, 'Schedule D')).toContain('A-1.1: {request channel} has no answer yet')
    expect(section(paper, 'Schedule D')).toContain('Nothing is open: every question has its answer')
  })

  test('a party’s law apart from its custom', () => {
    const law = matrixOf({ ...visitorEscort, duties: [dutyWith({ party: 'client', source: '45 CFR 164.410(b)' })] })
    expect(section(exhibitOf(subjectOf(law)), 'Schedule C')).toContain('after the notice | 45 CFR 164.410(b)')
  })

  test('what nobody has taken, under nobody’s name', () => {
    const loose = matrixOf({ ...visitorEscort, duties: [dutyWith({ party: 'unassigned', does: 'Walk the dog' })] })
    expect(section(exhibitOf(subjectOf(loose)), 'Schedule A')).toContain('Nobody yet | Walk the dog')
  })

  test('nothing of the template’s own notes', () => {
    const secret = matrixOf({
      ...visitorEscort,
      trap: 'SECRET trap',
      withoutOffering: { duties: [dutyWith({ does: 'SECRET other' })] },
    })
    expect(said(exhibitOf(subjectOf(secret)))).not.toContain('SECRET')
  })
})

test('the certificate tells each signature by its method, and what is absent', () => {
  const paper = exhibitOf(subjectOf(sampleMatrix, { signOff }))
  const certificate = section(paper, 'Certificate')
  for (const fact of [
    signOff.digest,
    'Ana Ruiz',
    '2026-01-20 15:04 UTC',
    'passkey',
    `Payload SHA-256 ${'a'.repeat(64)}`,
  ])
    expect(certificate).toContain(fact)
  expect(certificate).toMatch(/Dana Reyes[\s\S]*attested by the operator[\s\S]*No digest of a signed payload/)
  expect(certificate).toMatch(
    /Night SOC Inc\. \| nobody \|  \| did not sign this revision\nIt has no duty in this revision/,
  )
  expect(section(paper, 'Signatures')).toContain('did not sign this revision')
})

test('of one framework only its activities and objectives, and it says so', () => {
  const paper = exhibitOf({ ...subjectOf(), framework: 'trust' })
  expect(section(paper, 'Scope of services')).toContain('only the activities that serve')
})
