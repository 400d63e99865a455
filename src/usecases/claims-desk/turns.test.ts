import { expect, test } from 'vitest'
import type { TenantId } from '../../core/record-id.ts'
import { fairTurns } from './turns.ts'

const [ours, theirs, others] = ['ours', 'theirs', 'others'] as unknown as readonly [TenantId, TenantId, TenantId]

/** Turns that are noted when they begin. */
function noted(atOnce: number, waiting = 10) {
  const turns = fairTurns({ atOnce, waiting })
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  const take = async (tenant: TenantId, name: string) => {
    const end = await turns.take(tenant)
    begun.push(name)
    ends.set(name, end)
  }
  const settled = () => new Promise((turn) => setImmediate(turn))
  return {
    begun,
    take: async (tenant: TenantId, name: string) => {
      const taking = take(tenant, name)
      taking.catch(() => undefined)
      await settled()
      return taking
    },
    ask: (tenant: TenantId, name: string) => void take(tenant, name),
    end: async (name: string) => {
      ends.get(name)!()
      await settled()
    },
    settled,
  }
}

test('one tenant has one turn at a time, though others are free', async () => {
  const { begun, ask, end, settled } = noted(2)
  ask(ours, 'a')
  ask(ours, 'b')
  await settled()
  expect(begun).toEqual(['a'])
  ask(theirs, 'x')
  await settled()
  expect(begun).toEqual(['a', 'x'])
  await end('a')
  expect(begun).toEqual(['a', 'x', 'b'])
})

test('who waits longest with little is not behind all of somebody else’s', async () => {
  const { begun, ask, end, settled } = noted(1)
  for (const name of ['a', 'b', 'c']) ask(ours, name)
  ask(theirs, 'x')
  ask(others, 'y')
  await settled()
  for (const name of ['a', 'x', 'y', 'b']) {
    expect(begun.at(-1)).toBe(name)
    await end(name)
  }
  expect(begun).toEqual(['a', 'x', 'y', 'b', 'c'])
})

test('a tenant that has as many waiting as it may is told to come back; others are not', async () => {
  const { begun, ask, take, settled } = noted(1, 2)
  for (const name of ['a', 'b', 'c']) ask(ours, name)
  await settled()
  await expect(take(ours, 'd')).rejects.toMatchObject({ code: 'busy' })
  ask(theirs, 'x')
  await settled()
  expect(begun).toEqual(['a'])
})
