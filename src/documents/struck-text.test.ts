import { expect, test } from 'vitest'
import { standingText, struckOut } from './struck-text.ts'

test.each<readonly [string, string | undefined]>([
  [`${struckOut('Customer')} Provider`, 'Provider'],
  [`${struckOut('MSP')}Client`, 'Client'],
  [`Provider${struckOut(', Customer')}`, 'Provider'],
  [`a\n${struckOut('b')}\nc`, 'a\n\nc'],
  [`${struckOut('Cus')}${struckOut('tomer')} Provider`, 'Provider'],
  [struckOut('Customer'), undefined],
  [`${struckOut('Customer')} /`, undefined],
  [`Pro${struckOut('vider')}`, undefined],
  [`3.1.${struckOut('1')}2`, undefined],
  [`3.1${struckOut('.1')}`, undefined],
  [`${struckOut('un')}likely`, undefined],
])('of %j stands %j', (text, standing) => {
  expect(standingText(text)).toBe(standing)
})
