import { describe, expect, test } from 'vitest'
import { recordId } from '../record-id.ts'
import type { EngagementId, TenantId, UserId } from '../record-id.ts'
import { Refusal } from '../refusal.ts'
import type { Actor } from './actor.ts'
import { authorize, authorizeIn } from './authorize.ts'
import type { EngagementState } from './policy.ts'

const idOf = (n: number) => recordId('engagement', n, new Uint8Array(16)) as EngagementId
const engagement = (state: EngagementState) => ({ id: idOf(1), state })
const somebody = (part: Partial<Actor>): Actor => ({
  tenant: 'ten' as TenantId,
  user: 'usr' as UserId,
  by: 'session',
  seats: [],
  ...part,
})
const signatory = somebody({ seats: [{ engagement: idOf(1), role: 'signatory' }] })

function answer(ask: () => void): string {
  try {
    ask()
    return 'granted'
  } catch (error) {
    return error instanceof Refusal ? error.code : 'failed'
  }
}

describe('in the MSP', () => {
  test.each([
    ['an owner', somebody({ member: 'owner' }), 'granted'],
    ['an editor', somebody({ member: 'editor' }), 'forbidden'],
    ['a signatory', signatory, 'forbidden'],
    ['an owner by a token to manage', somebody({ member: 'owner', scopes: ['manage'] }), 'granted'],
    ['an owner by a token to write', somebody({ member: 'owner', scopes: ['write'] }), 'forbidden'],
    ['an editor by a token to manage', somebody({ member: 'editor', scopes: ['manage'] }), 'forbidden'],
  ])('%s manages people', (_, actor, expected) => {
    expect(answer(() => authorize(actor, 'people.manage'))).toBe(expected)
  })

  test('no token makes tokens', () => {
    const owner = somebody({ member: 'owner' })
    expect(answer(() => authorize(owner, 'token.own'))).toBe('granted')
    expect(answer(() => authorize({ ...owner, scopes: ['read', 'write', 'manage'] }, 'token.own'))).toBe('forbidden')
  })
})

describe('in an engagement', () => {
  const editor = somebody({ member: 'editor' })
  test.each([
    ['an editor edits a draft', editor, 'matrix.edit', engagement('draft'), 'granted'],
    ['an editor edits what is archived', editor, 'matrix.edit', engagement('archived'), 'conflict'],
    ['a viewer edits', somebody({ member: 'viewer' }), 'matrix.edit', engagement('archived'), 'forbidden'],
    ['a signatory reads', signatory, 'engagement.read', engagement('draft'), 'granted'],
    ['a signatory edits', signatory, 'matrix.edit', engagement('draft'), 'forbidden'],
    ['a signatory reads another', signatory, 'engagement.read', { ...engagement('draft'), id: idOf(2) }, 'not-found'],
    ['an editor reads what is not there', editor, 'engagement.read', undefined, 'not-found'],
    ['a token to read edits', { ...editor, scopes: ['read'] }, 'matrix.edit', engagement('draft'), 'forbidden'],
    ['a token without a scope reads', { ...editor, scopes: [] }, 'engagement.read', engagement('draft'), 'forbidden'],
    [
      'a member who has a seat too, as either',
      { ...signatory, member: 'viewer' },
      'claims.read',
      engagement('draft'),
      'granted',
    ],
  ] as const)('%s', (_, actor, action, found, expected) => {
    expect(answer(() => authorizeIn(actor, action, found))).toBe(expected)
  })
})
