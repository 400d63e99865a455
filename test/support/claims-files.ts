// Claims files for the tests of the command line: a document of many rows about a framework, and what the review of it says.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { Claim, ClaimOwnership } from '../../src/core/claims/claim.ts'
import { ClaimsFile } from '../../src/core/claims/claims-file.ts'
import { loadFrameworks } from '../../src/library/frameworks.ts'
import { demarc, folder, root } from './command-line.ts'

interface Json {
  readonly open: number
  readonly figures: Readonly<Record<string, number>> & { readonly left: Readonly<Record<string, number>> }
  readonly nobodys: readonly unknown[]
  readonly requirements: readonly {
    readonly requirement: string
    readonly settles: readonly string[]
    readonly residue: readonly { readonly does: string; readonly said: boolean }[]
    readonly clientOwns: readonly unknown[]
  }[]
  readonly contradictions: readonly {
    readonly sides: readonly { readonly at: string; readonly text: string; readonly date?: string }[]
  }[]
  readonly left: readonly { readonly kind: string }[]
  readonly changes: readonly {
    readonly kind: string
    readonly before: readonly string[]
    readonly after: readonly string[]
  }[]
}

const ways: readonly ClaimOwnership[] = ['provider', 'shared', 'client', 'shared', 'unclear', 'not-applicable']

/** Row by row through the framework, again and again, as one service after the other. */
export function vendorClaims(framework: string, party: string, count: number): readonly Claim[] {
  const { requirements } = loadFrameworks().get(framework)!
  return Array.from({ length: count }, (_, row) => {
    const { id, title, objectives } = requirements[row % requirements.length]!
    const ownership = ways[(row * 5) % ways.length]!
    return {
      framework,
      requirement: id,
      objectives: objectives.map((objective) => objective.id),
      party,
      service: `Service ${Math.floor(row / requirements.length) + 1}`,
      ownership,
      text: row % 4 === 0 ? '' : `Runs ${title.toLowerCase()} in its data centers`,
      ...(ownership === 'shared' && row % 3 > 0 && { customerMust: `Turn it on for ${id} in the tenant` }),
      at: `PaaS CRM!C${row + 2}`,
    }
  })
}

export function written(
  claims: readonly Claim[],
  change: Partial<ClaimsFile['source']> & { readonly party: string },
): string {
  const { party, ...source } = change
  const file = join(folder(), 'vendor.claims.json')
  const made = ClaimsFile.parse({
    format: 'demarc/claims@1',
    source: {
      format: 'xlsx',
      tables: 1,
      document: 'vendor.xlsx',
      title: 'Vendor CRM',
      version: '3',
      date: '2026-01-05',
      sha256: 'a'.repeat(64),
      ...source,
    },
    party,
    mapping: { columns: [] },
    claims: claims.map((claim) => ({ ...claim, party })),
    issues: [],
  })
  writeFileSync(file, JSON.stringify(made))
  return file
}

export async function composed(example: string): Promise<string> {
  const file = join(folder(), `${example}.json`)
  await demarc('new', join(root, 'examples', `${example}.yaml`), '-o', file)
  return file
}

export async function reviewed(...args: readonly string[]): Promise<Json & { readonly code: number | null }> {
  const { code, out, err } = await demarc('claims', 'review', ...args, '--json')
  expect(err.startsWith('demarc:')).toBe(false)
  return { ...(JSON.parse(out) as Json), code }
}
