// The first start: a link that is printed on the terminal makes the owner and their tenant, once. There is no default password.
import type { TenantId, UserId } from '../../core/record-id.ts'
import { Refusal } from '../../core/refusal.ts'
import { savePassword } from '../../store/factors.ts'
import { deleteLinksOfKind, insertLink } from '../../store/mailed-links.ts'
import { findPersonByEmail, insertPerson, isOwnedBeyond } from '../../store/users.ts'
import { createTenant } from '../create-tenant.ts'
import { hashOf, newSecret } from '../secret.ts'
import { timeOf } from '../time-of.ts'
import { begin } from './begin.ts'
import type { LetIn } from './begin.ts'
import { strangersHeaders } from './by-password.ts'
import { demonstrationDomain } from './demonstrator.ts'
import { countAttempt, refused } from './limits.ts'
import { goodLink, takenLink } from './links.ts'
import { checkPassword } from './password-policy.ts'
import type { SignIn } from './sign-in.ts'
import type { Outcome, Visitor } from './visitor.ts'

const setUpLifetime = 24 * 60 * 60 * 1000

/**
 * `first`: printed at each start until somebody has used one; undefined once somebody owns a tenant that is no demonstration. `another`: for the operator,
 * who lets one more MSP onto the server. Links of before are void.
 */
export async function setUpLink(signIn: SignIn, which: 'first' | 'another' = 'first'): Promise<string | undefined> {
  const secret = newSecret('')
  const made = await signIn.store.writeSystem(async (scope) => {
    if (which === 'first' && (await isOwnedBeyond(scope, demonstrationDomain))) return false
    await deleteLinksOfKind(scope, 'set-up')
    const createdAt = timeOf(signIn)
    await insertLink(scope, hashOf(secret), { kind: 'set-up', createdAt, endsAt: timeOf(signIn, setUpLifetime) })
    return true
  })
  return made ? `${signIn.settings.origin}/set-up?token=${secret}` : undefined
}

export interface SetUp {
  readonly token: string
  readonly organization: string
  readonly name: string
  readonly email: string
  readonly password: string
}

export async function setUp(
  signIn: SignIn,
  visitor: Visitor,
  { token, organization, name, email, password }: SetUp,
): Promise<Outcome<LetIn & { readonly tenant: TenantId }>> {
  await countAttempt(signIn, visitor, { what: 'link', account: visitor.address })
  if ((await goodLink(signIn, 'set-up', token)) === undefined) {
    refused(signIn, visitor, { event: 'set-up', reason: 'stale-link' })
    throw staleSetUp()
  }
  checkPassword(password, [email, name, organization])
  if ((await signIn.store.readSystem((scope) => findPersonByEmail(scope, email))) !== undefined)
    throw new Refusal(
      'conflict',
      'Somebody with this e-mail address is known on this server already. Give another one.',
    )
  const hash = await (await signIn.auth.$context).password.hash(password)
  await takenLink(signIn, 'set-up', token).catch(() => {
    throw staleSetUp()
  })
  const at = timeOf(signIn)
  const owner = await signIn.store.writeSystem(async (scope) => {
    const user = await insertPerson(scope, { id: signIn.newId('user') as UserId, email, name, at })
    await savePassword(scope, user, { id: signIn.newId('account'), hash, at })
    return user
  })
  const { id: tenant } = await createTenant(signIn, { name: organization, owner, by: 'set-up' })
  const headers = strangersHeaders(signIn, visitor)
  const response = await signIn.auth.api.letIn({ body: { userId: owner }, headers, asResponse: true })
  const { body, cookies } = await begin(signIn, visitor, { response, method: 'set-up' })
  return { body: { ...body, tenant }, cookies }
}

function staleSetUp(): Refusal {
  return new Refusal(
    'unauthenticated',
    'This set-up link was used already, or is too old. If you set Demarc up with it, sign in. Whoever runs the server gets a new one: for the first company by starting the server again, for one more with demarc msp.',
  )
}
