import { expect, test } from 'vitest'
import { suffices } from './token-scope.ts'

test.each([
  ['somebody signed in, for anything', undefined, 'manage', true],
  ['somebody signed in, for what no token may', undefined, 'session', true],
  ['a reading token, to read', ['read'], 'read', true],
  ['a reading token, to write', ['read'], 'write', false],
  ['a writing token, to read', ['write'], 'read', true],
  ['a writing token, to manage', ['write'], 'manage', false],
  ['a managing token, to write', ['manage'], 'write', true],
  ['a managing token, for what no token may', ['read', 'write', 'manage'], 'session', false],
  ['a token of no scope, to read', [], 'read', false],
] as const)('%s', (_, scopes, need, expected) => {
  expect(suffices(scopes, need)).toBe(expected)
})
