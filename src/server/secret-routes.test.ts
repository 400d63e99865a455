// Answers that show a secret once are never kept for those who ask twice; acts that hand out power ask who it is.
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Route } from './route.ts'
import { routes } from './routes.ts'

/** Names of fields, however deep. */
function fieldsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  const { properties = {} } = value as { readonly properties?: object }
  return [...Object.keys(properties), ...Object.values(value).flatMap(fieldsIn)]
}

const telling = /^(?:secret|token|link|password|recoveryCodes?)$/

function showsSecret({ answers }: Pick<Route, 'answers'>): boolean {
  return (
    answers.body !== undefined &&
    fieldsIn(z.toJSONSchema(answers.body, { unrepresentable: 'any' })).some((name) => telling.test(name))
  )
}

test('a route whose answer has a secret in it is marked: nothing else is', () => {
  const shown = routes.filter(showsSecret).map(({ name }) => name)
  expect(shown).toEqual(routes.filter(({ secret }) => secret === 'shown once').map(({ name }) => name))
  expect(shown).toEqual(['makeToken', 'createWebhook', 'rotateWebhookSecret'])
  expect(
    showsSecret({ answers: { status: 200, says: '', body: z.array(z.object({ link: z.url() }).nullable()) } }),
  ).toBe(true)
})

test('what changes who has power is asked of a session that was just proven', () => {
  expect(routes.filter(({ fresh }) => fresh).map(({ name }) => name)).toEqual([
    'changeMember',
    'removeMember',
    'leaveTenant',
    'inviteMember',
    'makeToken',
    'createWebhook',
    'changeWebhook',
    'rotateWebhookSecret',
  ])
})
