import { expect, test } from 'vitest'
import { routes } from './routes.ts'
import { accessPage } from './testing/access-page.ts'

test('docs/access.md says what the policy table says', async () => {
  await expect(accessPage(routes)).toMatchFileSnapshot('../../docs/access.md')
})
