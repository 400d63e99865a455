// Turns: never more at once than may be, in the order of coming, whoever fails or gives up.
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { turnsOf } from './turns.ts'

test('of one name never more at once, all in order; another name does not wait', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 4 }),
      fc.array(fc.record({ name: fc.constantFrom('a', 'b'), fails: fc.boolean(), steps: fc.nat(3) }), {
        maxLength: 30,
      }),
      async (most, asked) => {
        const take = turnsOf(most, 60_000)
        const running = new Map<string, number>()
        const begun = new Map<string, number[]>()
        const all = asked.map(({ name, fails, steps }, index) =>
          take(name, async () => {
            running.set(name, (running.get(name) ?? 0) + 1)
            begun.set(name, [...(begun.get(name) ?? []), index])
            expect(running.get(name)).toBeLessThanOrEqual(most)
            for (let step = 0; step < steps; step += 1) await Promise.resolve()
            running.set(name, running.get(name)! - 1)
            if (fails) throw new Error('failed')
            return index
          }),
        )
        const ended = await Promise.allSettled(all)
        expect(ended.map(({ status }) => status)).toEqual(asked.map(({ fails }) => (fails ? 'rejected' : 'fulfilled')))
        for (const order of begun.values()) expect(order).toEqual(order.toSorted((a, b) => a - b))
      },
    ),
  )
})

test('who waited too long is told so, was never begun, and takes nobody’s turn', async () => {
  vi.useFakeTimers()
  try {
    const take = turnsOf(1, 1000)
    let release = (): void => undefined
    const first = take('a', () => new Promise<void>((resolve) => (release = resolve)))
    const begun: string[] = []
    const second = take('a', async () => void begun.push('second'))
    const refused = expect(second).rejects.toMatchObject({ code: 'busy' })
    await vi.advanceTimersByTimeAsync(1000)
    await refused
    const third = take('a', async () => void begun.push('third'))
    release()
    await Promise.all([first, third])
    expect(begun).toEqual(['third'])
  } finally {
    vi.useRealTimers()
  }
})
