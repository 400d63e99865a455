// How a reader takes its bytes: as they are, or packed by a way that it names (RFC 9110 §12.5.3).
import { rememberedText } from '../core/remembered.ts'
import type { Encoding } from './route.ts'

/** The smallest first. */
const packed = ['br', 'gzip'] as const

/** @param accepted the header; empty where there is none */
export const encodingFor = rememberedText(
  (accepted: string): Encoding => packed.find((name) => takes(name, accepted)) ?? 'identity',
)

/** `q=0` says no. */
export function takes(name: Encoding, accepted: string): boolean {
  if (accepted === '') return false
  const wanted = new Map(
    accepted
      .toLowerCase()
      .split(',')
      .map((one) => {
        const [way = '', ...parameters] = one.split(';').map((part) => part.trim())
        return [way, weightIn(parameters)] as const
      }),
  )
  return (wanted.get(name) ?? wanted.get('*') ?? 0) > 0
}

function weightIn(parameters: readonly string[]): number {
  const [weight] = parameters.flatMap((parameter) => /^q=([01](?:\.\d{1,3})?)$/.exec(parameter)?.[1] ?? [])
  return weight === undefined ? 1 : Number(weight)
}
