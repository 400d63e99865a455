import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isInvited } from '../store/invitations.ts'
import { acceptInvitation, offerOf } from './accept-invitation.ts'
import { archiveEngagement, restoreEngagement } from './archive-engagement.ts'
import type { Services, UseCase } from './context.ts'
import type { InvitationKey } from './invitation-place.ts'
import { inviteGuest, inviteMember } from './invite.ts'
import { invitationsTo } from './list-invitations.ts'
import { resendInvitation } from './resend-invitation.ts'
import { overlapping } from './testing/overlapping.ts'
import { actingAs, colleague, guest, knownPerson } from './testing/people-of.ts'
import { recorded } from './testing/recorded.ts'
import { onEachEngine } from './testing/two-msps.ts'
import type { TwoMsps } from './testing/two-msps.ts'
import { timeOf } from './time-of.ts'
import { withdrawInvitation } from './withdraw-invitation.ts'

const week = 7 * 24 * 60 * 60 * 1000
const gone = { code: 'not-found', message: /does not hold/ }

describe.each(onEachEngine)('invitations on $engine', ({ open }) => {
  let world: TwoMsps
  let owner: UseCase
  let number = 0
  beforeAll(async () => {
    world = await open()
    ;({ owner } = world.ours)
  })
  afterAll(() => world.close())

  const freshAddress = () => `robin${(number += 1)}@elm.example`
  const afterAWeek = () => ({ ...world.services, now: () => world.services.now() + week })
  const waitedFor = (email: string, services: Services = world.services) =>
    services.store.readSystem((scope) => isInvited(scope, email, timeOf(services)))
  const letters = async (to: string) =>
    (await world.database.rows(`select * from messages where recipient = '${to}' order by message_id`)) as readonly {
      readonly subject: string
      readonly body: string
      readonly tenant_id: string
      readonly state: string
    }[]
  const secretFor = async (to: string) => /#(?<secret>\S+)/.exec((await letters(to)).at(-1)!.body)![1]!

  async function invited(role: 'editor' | 'signatory' | 'assessor' = 'editor') {
    const email = freshAddress()
    const invitation =
      role === 'editor'
        ? await inviteMember(owner, { email, role })
        : await inviteGuest(owner, world.ours.engagement, {
            email,
            role,
            ...(role === 'assessor' && { endsAt: '2026-08-01T00:00:00Z' }),
          })
    const place = role === 'editor' ? undefined : world.ours.engagement
    return { email, key: { place, id: invitation.id }, invitation, secret: await secretFor(email) }
  }
  const arriving = async (email: string, verified = true) => ({
    user: await knownPerson(world, { email, verified }),
    by: 'session',
  })

  test('a letter waits in the outbox, with the link and in plain words; nothing keeps the secret but it', async () => {
    const { email, invitation, secret } = await invited()
    const [letter, ...more] = await letters(email)
    expect(more).toEqual([])
    expect(letter).toMatchObject({ tenant_id: owner.actor.tenant, state: 'waiting' })
    expect(letter!.subject).toBe('North Shore IT invites you into “North Shore IT”')
    expect(letter!.body).toContain(`https://demarc.example/invitation#${secret}`)
    expect(letter!.body).toContain('as an editor. You will work on the responsibility matrices of its clients.')
    expect(letter!.body).toContain(invitation.endsAt.slice(0, 10))
    expect(Date.parse(invitation.endsAt) - Date.parse(invitation.createdAt)).toBeGreaterThanOrEqual(week)
    const kept = await world.database.rows('select * from invitations')
    expect(JSON.stringify([kept, await recorded(owner)])).not.toContain(secret)
    expect((await recorded(owner)).at(-1)).toMatchObject({
      kind: 'invitation.sent',
      subject: invitation.id,
      says: { email, role: 'editor' },
    })
  })

  test('who accepts belongs to the MSP, once, and may click twice', async () => {
    const { email, secret, key } = await invited()
    const caller = await arriving(email)
    const offer = { tenant: owner.actor.tenant, msp: 'North Shore IT', role: 'editor' }
    expect(await offerOf(world.services, secret)).toMatchObject(offer)
    expect(await acceptInvitation(world.services, caller, secret)).toMatchObject(offer)
    expect(await acceptInvitation(world.services, caller, secret)).toMatchObject(offer)
    expect((await actingAs(world, caller.user, owner.actor.tenant)).actor.member).toBe('editor')
    expect((await recorded(owner)).at(-1)).toMatchObject({
      kind: 'member.joined',
      subject: caller.user,
      says: { role: 'editor', invitation: key.id },
    })
    await expect(offerOf(world.services, secret)).rejects.toMatchObject(gone)
    await expect(acceptInvitation(world.services, await arriving(freshAddress()), secret)).rejects.toMatchObject(gone)
    await expect(withdrawInvitation(owner, key)).rejects.toMatchObject({ code: 'conflict' })
  })

  test('who accepts a seat is let into that engagement, on its terms', async () => {
    const { email, secret } = await invited('assessor')
    const caller = await arriving(email)
    await acceptInvitation(world.services, caller, secret)
    const { actor } = await actingAs(world, caller.user, owner.actor.tenant)
    expect(actor).toMatchObject({ seats: [{ engagement: world.ours.engagement, role: 'assessor' }] })
    expect(actor.member).toBeUndefined()
    expect((await recorded(owner)).at(-1)).toMatchObject({
      kind: 'seat.given',
      engagement: world.ours.engagement,
      says: { role: 'assessor', endsAt: '2026-08-01T00:00:00.000Z' },
    })
  })

  test('into what is archived nobody is invited or let in; what was offered can be taken back, and holds again later', async () => {
    const [waiting, withdrawn] = [await invited('signatory'), await invited('signatory')]
    await archiveEngagement(owner, world.ours.engagement)
    const somebody = { email: freshAddress(), role: 'signatory' } as const
    for (const refused of [inviteGuest(owner, world.ours.engagement, somebody), resendInvitation(owner, waiting.key)])
      await expect(refused).rejects.toMatchObject({
        code: 'conflict',
        message: expect.stringContaining('archived; that can be done in a draft') as string,
      })
    const caller = await arriving(waiting.email)
    const accepted = acceptInvitation(world.services, caller, waiting.secret)
    await expect(accepted).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('archived; ask who invited you') as string,
    })
    await withdrawInvitation(owner, withdrawn.key)
    await restoreEngagement(owner, world.ours.engagement)
    await acceptInvitation(world.services, caller, waiting.secret)
    expect((await actingAs(world, caller.user, owner.actor.tenant)).actor.seats).toHaveLength(1)
  })

  test('of two clicks at once, one counts', async () => {
    const { email, secret } = await invited()
    const caller = await arriving(email)
    const click = (services: Services) => acceptInvitation(services, caller, secret)
    const [first, second] = await overlapping(world, click, click)
    expect(first).toMatchObject({ status: 'fulfilled' })
    if (second?.status === 'rejected') expect(second.reason).toMatchObject(gone)
    const joined = (await recorded(owner)).filter(
      ({ kind, subject }) => kind === 'member.joined' && subject === caller.user,
    )
    expect(joined).toHaveLength(1)
  })

  test.each([
    ['withdrawn', (ctx: UseCase, key: InvitationKey) => withdrawInvitation(ctx, key)],
    ['sent again', (ctx: UseCase, key: InvitationKey) => resendInvitation(ctx, key)],
  ])('one that is %s at that moment lets nobody in', async (_, act) => {
    const { email, secret, key } = await invited()
    const caller = await arriving(email)
    const tries = await overlapping(
      world,
      (services) => act({ ...owner, ...services }, key),
      (services) => acceptInvitation(services, caller, secret),
    )
    expect(tries).toMatchObject([{ status: 'fulfilled' }, { status: 'rejected', reason: gone }])
    await expect(actingAs(world, caller.user, owner.actor.tenant)).rejects.toMatchObject({ code: 'not-found' })
  })

  test('the link is not enough: the address must be the one it came to, and shown to be theirs', async () => {
    const { email, secret } = await invited()
    await expect(acceptInvitation(world.services, await arriving(freshAddress()), secret)).rejects.toMatchObject({
      code: 'forbidden',
      message: /another address/,
    })
    await expect(acceptInvitation(world.services, await arriving(email, false), secret)).rejects.toMatchObject({
      code: 'forbidden',
      message: /confirm your e-mail address/,
    })
    expect(await waitedFor(email)).toBe(true)
  })

  test('withdrawn, run out, replaced and never made are one answer', async () => {
    const [first, second, third] = [await invited(), await invited(), await invited()]
    await withdrawInvitation(owner, first.key)
    await resendInvitation(owner, second.key)
    const tries = [
      [world.services, first],
      [world.services, second],
      [afterAWeek(), third],
      [world.services, { email: freshAddress(), secret: 'invitation_nonsense' }],
    ] as const
    for (const [services, { email, secret }] of tries) {
      const caller = await arriving(email)
      await expect(acceptInvitation(services, caller, secret)).rejects.toMatchObject(gone)
      await expect(offerOf(services, secret)).rejects.toMatchObject(gone)
    }
  })

  test('sent again, it has a new link and another week', async () => {
    const { email, key, invitation } = await invited()
    const again = await resendInvitation({ ...owner, ...afterAWeek() }, key)
    expect(Date.parse(again.endsAt) - Date.parse(invitation.endsAt)).toBeGreaterThanOrEqual(week)
    expect(await letters(email)).toHaveLength(2)
    await acceptInvitation(afterAWeek(), await arriving(email), await secretFor(email))
    expect((await recorded(owner)).map(({ kind }) => kind)).toContain('invitation.resent')
  })

  test('an address has one open invitation to a place; one that ran out makes room', async () => {
    const { email } = await invited()
    await expect(inviteMember(owner, { email, role: 'viewer' })).rejects.toMatchObject({ code: 'conflict' })
    await inviteGuest(owner, world.ours.engagement, { email, role: 'signatory' })
    await inviteMember({ ...owner, ...afterAWeek() }, { email, role: 'viewer' })
    const { items } = await invitationsTo(owner, undefined, { limit: 200 })
    expect(items.filter((one) => one.email === email).map(({ state }) => state)).toEqual(['open', 'withdrawn'])
  })

  test('only an address that is waited for is known to signing in', async () => {
    const { email, key } = await invited()
    expect(await waitedFor(email)).toBe(true)
    expect(await waitedFor(email, afterAWeek())).toBe(false)
    await withdrawInvitation(owner, key)
    expect(await waitedFor(email)).toBe(false)
    expect(await waitedFor(freshAddress())).toBe(false)
  })

  test('an address with an account and one without are answered alike', async () => {
    const known = freshAddress()
    await arriving(known)
    const answers = []
    for (const email of [known, freshAddress()]) {
      const { id: _, email: __, secretSha256: ___, ...rest } = await inviteMember(owner, { email, role: 'viewer' })
      answers.push(Object.keys(rest))
    }
    expect(answers[0]).toEqual(answers[1])
  })

  test('nobody stands on both sides', async () => {
    const asGuest = await invited('signatory')
    const editor = await colleague(world, world.ours, 'editor')
    await world.database.run(`update users set email = '${asGuest.email}' where user_id = '${editor.actor.user}'`)
    const member = { user: editor.actor.user, by: 'session' }
    await expect(acceptInvitation(world.services, member, asGuest.secret)).rejects.toMatchObject({ code: 'conflict' })
    const asMember = await invited()
    const signatory = await guest(world, world.ours, { role: 'signatory' })
    await world.database.run(`update users set email = '${asMember.email}' where user_id = '${signatory.actor.user}'`)
    const seated = { user: signatory.actor.user, by: 'session' }
    await expect(acceptInvitation(world.services, seated, asMember.secret)).rejects.toMatchObject({ code: 'conflict' })
  })

  test('who is here already is not invited; who is in another engagement is', async () => {
    const addressOf = (ctx: UseCase) => `${ctx.actor.user}@people.example`
    const { engagement } = world.ours
    const member = addressOf(await colleague(world, world.ours, 'viewer'))
    const signatory = addressOf(await guest(world, world.ours, { role: 'signatory' }))
    const conflict = { code: 'conflict' }
    await expect(inviteMember(owner, { email: member, role: 'editor' })).rejects.toMatchObject(conflict)
    await expect(inviteMember(owner, { email: signatory, role: 'editor' })).rejects.toMatchObject(conflict)
    for (const email of [member, signatory])
      await expect(inviteGuest(owner, engagement, { email, role: 'reviewer' })).rejects.toMatchObject(conflict)
    const { theirs } = world
    await inviteGuest(theirs.owner, theirs.engagement, { email: member, role: 'signatory' })
    await inviteMember(theirs.owner, { email: signatory, role: 'viewer' })
  })

  test('an editor invites into engagements only, a viewer and another MSP not at all', async () => {
    const editor = await colleague(world, world.ours, 'editor')
    const viewer = await colleague(world, world.ours, 'viewer')
    const email = freshAddress()
    const { engagement } = world.ours
    await inviteGuest(editor, engagement, { email, role: 'reviewer' })
    await expect(inviteMember(editor, { email, role: 'viewer' })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(inviteGuest(viewer, engagement, { email, role: 'reviewer' })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(inviteGuest(world.theirs.owner, engagement, { email, role: 'reviewer' })).rejects.toMatchObject({
      code: 'not-found',
    })
    const { key } = await invited()
    await expect(withdrawInvitation(editor, key)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(withdrawInvitation(editor, { ...key, place: engagement })).rejects.toMatchObject({ code: 'not-found' })
    await expect(resendInvitation(world.theirs.owner, key)).rejects.toMatchObject({ code: 'not-found' })
  })

  test.each([
    ['an assessor without an end', { role: 'assessor' }],
    ['an end that has passed', { role: 'reviewer', endsAt: '2026-01-01T00:00:00Z' }],
  ] as const)('%s is refused, and no letter is written', async (_, terms) => {
    const email = freshAddress()
    const refused = inviteGuest(owner, world.ours.engagement, { email, ...terms })
    await expect(refused).rejects.toMatchObject({ code: 'invalid' })
    expect(await letters(email)).toEqual([])
  })
})
