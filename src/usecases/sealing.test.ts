import { expect, test } from 'vitest'
import { sealingWith } from './sealing.ts'

const whose = { tenant: 'ten_1', subject: 'whk_1' }
const sealing = sealingWith('Zk3v9QpX7sLr2TnB8wYc5HdJ4mFg6AeU')
const sealed = sealing.seal('whsec_geheim', whose)

test('what was sealed tells nothing, is never the same twice, and is opened again', () => {
  expect(sealed).not.toContain('geheim')
  expect(Buffer.from(sealed.slice(3), 'base64url').toString()).not.toContain('geheim')
  expect(sealing.seal('whsec_geheim', whose)).not.toBe(sealed)
  expect(sealing.open(sealed, whose)).toBe('whsec_geheim')
})

test.each([
  ['under another secret', sealingWith('another secret of thirty-two letters'), sealed, whose],
  ['for another tenant', sealing, sealed, { ...whose, tenant: 'ten_2' }],
  ['for another webhook', sealing, sealed, { ...whose, subject: 'whk_2' }],
  ['with a name that runs over', sealing, sealed, { tenant: 'ten_1","whk', subject: '_1' }],
  [
    'after a letter was changed',
    sealing,
    `${sealed.slice(0, -2)}${sealed.at(-2) === 'A' ? 'B' : 'A'}${sealed.at(-1)}`,
    whose,
  ],
  ['when it was cut off', sealing, sealed.slice(0, 20), whose],
  ['when it was never sealed', sealing, 'whsec_geheim', whose],
  ['when it is of a way to come', sealing, sealed.replace('v1.', 'v2.'), whose],
  ['when it is empty', sealing, '', whose],
] as const)('it is not opened %s', (_, by, text, name) => {
  expect(by.open(text, name)).toBeUndefined()
})
