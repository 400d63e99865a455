import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { composed, reviewed, vendorClaims, written } from './support/claims-files.ts'
import { demarc, folder } from './support/command-line.ts'

const cases = [
  ['dental-group', 'hipaa', 'records-vendor'],
  ['machine-shop', 'cmmc-l2', 'Microsoft Corporation'],
  ['msp-and-soc', 'cmmc-l2', 'soc'],
  ['saas-firm', 'soc2', 'Granite Bay Cloud Hosting, Inc.'],
  ['three-frameworks', 'hipaa', 'msp'],
] as const

describe.each(cases)('%s, a document of 800 rows about %s by %s', (example, framework, party) => {
  test('is reviewed, accepted, proven, and accepted again without a change', async () => {
    const matrix = await composed(example)
    const claims = written(vendorClaims(framework, party, 800), { party })
    const before = await reviewed(matrix, claims)
    const { left, acceptable, claims: all } = before.figures
    expect(all).toBe(800)
    expect(acceptable! + Object.values(left).reduce((sum, count) => sum + count, 0)).toBe(800)
    expect(before.left).toHaveLength(800 - acceptable!)
    expect(before.code).toBe(1)
    const out = join(folder(), 'next.json')
    const accepted = await demarc(
      'claims',
      'accept',
      matrix,
      claims,
      '--reason',
      'read with the vendor',
      '--scope',
      'all',
      '-o',
      out,
      '--json',
    )
    expect(accepted.code).toBe(1)
    const gaps = await demarc('gaps', out, '--json')
    const { open, openObjectives } = JSON.parse(gaps.out) as { open: number; openObjectives: { reasons: string[] }[] }
    expect(before.open - open).toBeLessThanOrEqual(before.figures['settles']!)
    expect(openObjectives.some(({ reasons }) => reasons.includes('untaken'))).toBe(true)
    const { findings } = JSON.parse((await demarc('check', out, '--json')).out) as {
      findings: { code: string; activity: string | null }[]
    }
    expect(
      findings.filter(({ code, activity }) => code === 'provider-unproven' && activity?.startsWith('claim-')),
    ).toEqual([])
    const again = join(folder(), 'again.json')
    await demarc('claims', 'accept', out, claims, '--reason', 'read with the vendor', '--scope', 'all', '-o', again)
    expect(readFileSync(again).equals(readFileSync(out))).toBe(true)
  })

  test('is told to people with the same figures', async () => {
    const matrix = await composed(example)
    const claims = written(vendorClaims(framework, party, 120), { party })
    const { figures } = await reviewed(matrix, claims)
    const { out } = await demarc('claims', 'review', matrix, claims)
    expect(out).toContain(`${figures['acceptable']} of 120 claims can be accepted as they are`)
    expect(out).toContain('What the client still owns')
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(160)
  })
})
