// A chain of notices in words: its steps, their sum, and what the law allows.
import type { Clock } from '../clock.ts'
import { hoursOf } from './chain.ts'
import type { Step } from './step.ts'

export function sayTooLong(chain: readonly Step[], clock: Clock): string {
  const inHours = /hour/.test(clock.limit)
  const sum = chain.map((step) => sayStep(step, inHours)).join(' + ')
  const upTo = chain.some(({ business }) => business) ? 'up to ' : ''
  const total = chain.length > 1 ? `${sum} = ${upTo}${sayHours(hoursOf(chain), inHours)}` : sum
  const shorten =
    chain.length > 1
      ? 'shorten the first, or count each from discovery'
      : `write ${clock.limit} or less, in calendar time`
  return `${total}, but ${clock.source} allows ${clock.limit} from ${clock.from}: ${chain.map(sayWho).join(', then ')}; ${shorten}`
}

export function sayUsedUp(step: Step, clock: Clock): string {
  const time = sayStep(step, /hour/.test(clock.limit))
  return `${time} for this notice leaves nothing of the ${clock.limit} from ${clock.from} that ${clock.source} allows (${clock.title}): ${sayWho(step)}; shorten it`
}

function sayStep({ within, hours, business }: Step, inHours: boolean): string {
  return business ? `${within} (up to ${sayHours(hours, inHours)} over a weekend)` : within
}

function sayHours(hours: number, inHours: boolean): string {
  const count = Math.ceil(inHours ? hours : hours / 24)
  const unit = inHours ? 'hour' : 'day'
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}

function sayWho({ duty, within, after }: Step): string {
  return `${duty.party} within ${within.replace(/^within /i, '')}${after === '' ? '' : ` after ${after}`}`
}
